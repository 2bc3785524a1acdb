package dpsh.contract;

/** Request bodies of the conversation, over the names of the default estate. */
final class Bodies {
    static final String OPERATIONS = "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e";
    static final String STORAGE = "/subscriptions/bbbb1b1b-cc2c-dd3d-ee4e-ffffff5f5f5f";
    static final String GROUP = OPERATIONS + "/resourceGroups/TestBkpVaultRG";
    static final String VAULT = GROUP + "/providers/Microsoft.DataProtection/backupVaults/contract-vault";
    static final String DISKS = OPERATIONS + "/resourceGroups/RG-DiskBackup";
    static final String DISK = DISKS + "/providers/Microsoft.Compute/disks/msdiskbackup";
    static final String SNAPSHOTS = OPERATIONS + "/resourceGroups/snapshot-rg";
    static final String ACCOUNTS =
            STORAGE + "/resourceGroups/RG-BlobBackup/providers/Microsoft.Storage/storageAccounts/";
    static final String ACCOUNT = ACCOUNTS + "msblobbackup";
    static final String VAULTED = ACCOUNTS + "stprodlogs01";
    static final String LAKE = ACCOUNTS + "stlakewest01";
    static final String TARGET = ACCOUNTS + "stdevdata01";

    private static final String LAKE_TYPE = "Microsoft.Storage/storageAccounts/adlsBlobServices";

    private Bodies() {}

    static String vault(String softDelete, String tag) {
        return """
                {"location":"westus","tags":{"made":"%s"},"identity":{"type":"SystemAssigned"},"properties":{
                "storageSettings":[{"datastoreType":"VaultStore","type":"LocallyRedundant"}],
                "securitySettings":{"softDeleteSettings":{"state":"%s","retentionDurationInDays":14.0},
                "immutabilitySettings":{"state":"Disabled"}},
                "monitoringSettings":{"azureMonitorAlertSettings":{"alertsForAllJobFailures":"Enabled"}},
                "featureSettings":{"crossSubscriptionRestoreSettings":{"state":"Enabled"}}}}""".formatted(tag, softDelete);
    }

    static String policy(String datasourceType, String rules) {
        return """
                {"properties":{"datasourceTypes":["%s"],"objectType":"BackupPolicy","policyRules":[%s]}}""".formatted(datasourceType, rules);
    }

    static String diskPolicy(String interval, int days) {
        return policy(
                "Microsoft.Compute/disks",
                backupRule("BackupHourly", interval, "Incremental", "OperationalStore") + ","
                        + retention(days, "OperationalStore"));
    }

    static String blobPolicy() {
        return policy("Microsoft.Storage/storageAccounts/blobServices", retention(30, "OperationalStore"));
    }

    static String vaultedPolicy() {
        return policy(
                "Microsoft.Storage/storageAccounts/blobServices",
                backupRule("BackupDaily", "P1D", "Discrete", "VaultStore") + "," + retention(90, "VaultStore"));
    }

    static String lakePolicy() {
        return policy(
                LAKE_TYPE,
                backupRule("BackupDaily", "P1D", "Discrete", "VaultStore") + "," + retention(7, "VaultStore"));
    }

    static String lake() {
        return """
                {"friendlyName":"%s","objectType":"BackupInstance","dataSourceInfo":%s,
                "policyInfo":{"policyId":"%s/backupPolicies/contract-lake","policyParameters":{
                "backupDatasourceParametersList":[{"objectType":"AdlsBlobBackupDatasourceParameters",
                "containersList":["container1"]}]}}}""".formatted(
                name(LAKE), datasource(LAKE, LAKE_TYPE, "Microsoft.Storage/storageAccounts", "Datasource"), VAULT);
    }

    private static String backupRule(String name, String interval, String type, String store) {
        return """
                {"name":"%s","objectType":"AzureBackupRule",
                "backupParameters":{"backupType":"%s","objectType":"AzureBackupParams"},
                "dataStore":{"dataStoreType":"%s","objectType":"DataStoreInfoBase"},
                "trigger":{"objectType":"ScheduleBasedTriggerContext",
                "schedule":{"repeatingTimeIntervals":["R/2026-01-01T06:00:00+00:00/%s"],"timeZone":"UTC"},
                "taggingCriteria":[{"isDefault":true,"taggingPriority":99,"tagInfo":{"tagName":"Default"}}]}}""".formatted(name, type, store, interval);
    }

    private static String retention(int days, String store) {
        return """
                {"name":"Default","objectType":"AzureRetentionRule","isDefault":true,"lifecycles":[
                {"deleteAfter":{"objectType":"AbsoluteDeleteOption","duration":"P%dD"},
                "sourceDataStore":{"dataStoreType":"%s","objectType":"DataStoreInfoBase"}}]}""".formatted(days, store);
    }

    private static String datasource(String id, String type, String resourceType, String objectType) {
        return """
                {"datasourceType":"%s","objectType":"%s","resourceID":"%s","resourceLocation":"westus",
                "resourceName":"%s","resourceType":"%s","resourceUri":"%s"}""".formatted(type, objectType, id, name(id), resourceType, id);
    }

    private static String name(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    static String diskSource(String id) {
        return datasource(id, "Microsoft.Compute/disks", "Microsoft.Compute/disks", "Datasource");
    }

    private static String blobSource(String id, String objectType) {
        return datasource(
                id, "Microsoft.Storage/storageAccounts/blobServices", "Microsoft.Storage/storageAccounts", objectType);
    }

    static String disk(String id, String policy) {
        return """
                {"friendlyName":"%s","objectType":"BackupInstance","dataSourceInfo":%s,
                "policyInfo":{"policyId":"%s/backupPolicies/%s","policyParameters":{"dataStoreParametersList":[
                {"objectType":"AzureOperationalStoreParameters","dataStoreType":"OperationalStore",
                "resourceGroupId":"%s"}]}}}""".formatted(name(id), diskSource(id), VAULT, policy, SNAPSHOTS);
    }

    static String blob(String id, String policy, String parameters) {
        return """
                {"friendlyName":"%s","objectType":"BackupInstance","dataSourceInfo":%s,"dataSourceSetInfo":%s,
                "policyInfo":{"policyId":"%s/backupPolicies/%s"%s}}""".formatted(
                name(id), blobSource(id, "Datasource"), blobSource(id, "DatasourceSet"), VAULT, policy, parameters);
    }

    static String vaultedBlob() {
        return blob(VAULTED, "contract-vaulted", """
                ,"policyParameters":{"backupDatasourceParametersList":[{"objectType":"BlobBackupDatasourceParameters",
                "containersList":["container1"]}]}""");
    }

    static String backup(String rule) {
        return "{\"backupRuleOptions\":{\"ruleName\":\"" + rule
                + "\",\"triggerOption\":{\"retentionTagOverride\":\"Default\"}}}";
    }

    static String diskRestore(String point, String disk) {
        return """
                {"objectType":"AzureBackupRecoveryPointBasedRestoreRequest","sourceDataStoreType":"OperationalStore",
                "recoveryPointId":"%s","restoreTargetInfo":{"objectType":"RestoreTargetInfo",
                "recoveryOption":"FailIfExists","restoreLocation":"westus","datasourceInfo":%s}}""".formatted(point, diskSource(DISKS + "/providers/Microsoft.Compute/disks/" + disk));
    }

    static String blobRestore(String time) {
        return """
                {"objectType":"AzureBackupRecoveryTimeBasedRestoreRequest","sourceDataStoreType":"OperationalStore",
                "recoveryPointTime":"%s","restoreTargetInfo":{"objectType":"RestoreTargetInfo",
                "recoveryOption":"FailIfExists","restoreLocation":"westus","datasourceInfo":%s}}""".formatted(time, blobSource(ACCOUNT, "Datasource"));
    }

    static String vaultedRestore(String point) {
        return """
                {"objectType":"AzureBackupRecoveryPointBasedRestoreRequest","sourceDataStoreType":"VaultStore",
                "recoveryPointId":"%s","restoreTargetInfo":{"objectType":"ItemLevelRestoreTargetInfo",
                "recoveryOption":"FailIfExists","restoreLocation":"westus","datasourceInfo":%s,"restoreCriteria":[
                {"objectType":"ItemPathBasedRestoreCriteria","itemPath":"container1","isPathRelativeToBackupItem":true}]}}""".formatted(point, blobSource(TARGET, "Datasource"));
    }
}
