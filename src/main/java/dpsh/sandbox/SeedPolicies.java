package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The bodies that an estate is made of: the default policies of az and the articles, vault settings, instances. */
final class SeedPolicies {
    private SeedPolicies() {}

    static ObjectNode disk(String every, String keep) {
        ObjectNode policy = policy(DatasourceKind.DISK);
        String name = every.startsWith("PT") ? "BackupHourly" : "BackupDaily";
        backupRule(policy, name, "Incremental", "OperationalStore", "R/2020-04-05T13:00:00+00:00/" + every);
        retentionRule(policy, "Default", "OperationalStore", keep);
        return policy;
    }

    static ObjectNode operationalBlob(String keep) {
        ObjectNode policy = policy(DatasourceKind.BLOB);
        retentionRule(policy, "Default_OperationalStore", "OperationalStore", keep);
        return policy;
    }

    static ObjectNode vaultedBlob(String keep) {
        ObjectNode policy = policy(DatasourceKind.BLOB);
        backupRule(policy, "BackupWeekly", "Discrete", "VaultStore", "R/2024-01-07T13:00:00+00:00/P1W");
        retentionRule(policy, "Default", "VaultStore", keep);
        return policy;
    }

    static ObjectNode dataLake(String keep) {
        ObjectNode policy = policy(DatasourceKind.DATA_LAKE);
        backupRule(policy, "BackupWeekly", "Discrete", "VaultStore", "R/2024-01-07T13:00:00+00:00/P1W");
        retentionRule(policy, "Default", "VaultStore", keep);
        return policy;
    }

    static ObjectNode vaultSettings() {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.putArray("storageSettings")
                .addObject()
                .put("datastoreType", "VaultStore")
                .put("type", "LocallyRedundant");
        settings.putObject("securitySettings")
                .putObject("softDeleteSettings")
                .put("state", "Off")
                .put("retentionDurationInDays", 0.0);
        return settings;
    }

    /** An instance of a disk or of an account's blobs. */
    static ObjectNode instance(ArmId datasource, String location, ArmId policy, @Nullable String snapshotGroup) {
        DatasourceKind kind = datasource.hasType(Disk.TYPE) ? DatasourceKind.DISK : DatasourceKind.BLOB;
        return instance(kind, datasource, location, policy, snapshotGroup);
    }

    static ObjectNode instance(
            DatasourceKind kind, ArmId datasource, String location, ArmId policy, @Nullable String snapshotGroup) {
        ObjectNode instance = JsonNodeFactory.instance.objectNode();
        instance.put("objectType", "BackupInstance");
        instance.putObject("dataSourceInfo")
                .put("resourceID", datasource.text())
                .put("resourceUri", datasource.text())
                .put("datasourceType", kind.datasourceType())
                .put("resourceName", datasource.name())
                .put("resourceType", kind.resourceType())
                .put("resourceLocation", location)
                .put("objectType", "Datasource");
        ObjectNode info = instance.putObject("policyInfo").put("policyId", policy.text());
        if (snapshotGroup != null) {
            info.putObject("policyParameters")
                    .putArray("dataStoreParametersList")
                    .addObject()
                    .put("dataStoreType", "OperationalStore")
                    .put("objectType", "AzureOperationalStoreParameters")
                    .put("resourceGroupId", snapshotGroup);
        }
        return instance;
    }

    private static ObjectNode policy(DatasourceKind kind) {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        policy.putArray("policyRules");
        policy.putArray("datasourceTypes").add(kind.datasourceType());
        policy.put("objectType", "BackupPolicy");
        return policy;
    }

    private static void backupRule(ObjectNode policy, String name, String type, String store, String interval) {
        ObjectNode rule = policy.withArray("policyRules").addObject();
        rule.putObject("backupParameters").put("backupType", type).put("objectType", "AzureBackupParams");
        ObjectNode trigger = rule.putObject("trigger");
        trigger.putObject("schedule").putArray("repeatingTimeIntervals").add(interval);
        ObjectNode criterion = trigger.putArray("taggingCriteria").addObject();
        criterion.putObject("tagInfo").put("tagName", "Default").put("id", "Default_");
        criterion.put("taggingPriority", 99).put("isDefault", true);
        trigger.put("objectType", "ScheduleBasedTriggerContext");
        rule.putObject("dataStore").put("dataStoreType", store).put("objectType", "DataStoreInfoBase");
        rule.put("name", name).put("objectType", "AzureBackupRule");
    }

    private static void retentionRule(ObjectNode policy, String name, String store, String keep) {
        ObjectNode rule = policy.withArray("policyRules").addObject();
        ObjectNode lifecycle = rule.putArray("lifecycles").addObject();
        lifecycle.putObject("sourceDataStore").put("dataStoreType", store).put("objectType", "DataStoreInfoBase");
        lifecycle
                .putObject("deleteAfter")
                .put("objectType", "AbsoluteDeleteOption")
                .put("duration", keep);
        lifecycle.putArray("targetDataStoreCopySettings");
        rule.put("isDefault", true).put("name", name).put("objectType", "AzureRetentionRule");
    }
}
