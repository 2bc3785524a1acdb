package dpsh.contract;

import static dpsh.contract.Bodies.ACCOUNT;
import static dpsh.contract.Bodies.DISK;
import static dpsh.contract.Bodies.GROUP;
import static dpsh.contract.Bodies.OPERATIONS;
import static dpsh.contract.Bodies.VAULT;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * One long talk with a sandbox that touches every operation and every status it has. It does not judge: what was said is
 * judged by whoever holds it to the contract.
 */
final class ContractConversation {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String INSTANCES = VAULT + "/backupInstances";
    private static final String PROVIDER = "/providers/Microsoft.DataProtection";
    private static final String NONE = "ffffffffffffffffffffffffffffffff";

    private final Talk talk;
    private final String version;

    ContractConversation(Talk talk, String version) {
        this.talk = talk;
        this.version = "?api-version=" + version;
    }

    /** Says everything, in an order that one estate allows. */
    void hold() {
        readEverything("/backupInstances/none");
        vaults();
        policies();
        permissions();
        protection();
        backups();
        restores();
        states();
        new GuardConversation(talk, version).hold();
        readEverything("/backupInstances/disk-1");
        end();
    }

    private Exchange get(String path) {
        return talk.send("GET", path + version, null);
    }

    private Exchange delete(String path) {
        return talk.send("DELETE", path + version, null);
    }

    private Exchange put(String path, String body) {
        return talk.send("PUT", path + version, body);
    }

    private Exchange post(String path, String body) {
        return talk.send("POST", path + version, body.isEmpty() ? null : body);
    }

    private static String wrapped(String name, String body) {
        return "{\"" + name + "\":" + body + "}";
    }

    private void readEverything(String instance) {
        get(PROVIDER + "/operations");
        get(OPERATIONS + PROVIDER + "/backupVaults");
        get(GROUP + PROVIDER + "/backupVaults");
        get(OPERATIONS + "/resourceGroups/nosuchgroup" + PROVIDER + "/backupVaults");
        get(VAULT);
        for (String list : List.of("backupPolicies", "backupInstances", "deletedBackupInstances", "backupJobs")) {
            get(VAULT + "/" + list);
            get(VAULT + "/" + list + "/nosuchthing");
        }
        get(VAULT + instance);
        get(VAULT + instance + "/recoveryPoints");
        get(VAULT + instance + "/recoveryPoints/" + NONE);
        get(DISK + PROVIDER + "/backupInstances");
        get(ACCOUNT + PROVIDER + "/backupInstances");
        get(OPERATIONS + PROVIDER + "/locations/westus/operationStatus/bm9zdWNo");
        get(OPERATIONS + PROVIDER + "/locations/westus/operationResults/bm9zdWNo");
        get(VAULT + "/operationStatus/bm9zdWNo");
        get(VAULT + "/operationResults/bm9zdWNo");
        post(GROUP + PROVIDER + "/locations/westus/checkNameAvailability", """
                {"name":"contract-vault","type":"Microsoft.DataProtection/BackupVaults"}""");
        post(OPERATIONS + PROVIDER + "/locations/westus/checkFeatureSupport", """
                {"objectType":"FeatureValidationRequest","featureType":"DataSourceType",
                "featureName":"Microsoft.Storage/storageAccounts/blobServices"}""");
    }

    private void vaults() {
        put(VAULT, "{\"location\":\"westus\"}");
        talk.send("PATCH", VAULT + version, "{\"tags\":{}}");
        Exchange made = put(VAULT, Bodies.vault("Off", "first"));
        talk.finish(made, MINUTE);
        result(made, VAULT + "/operationResults/");
        groupStatus(made);
        talk.finish(put(VAULT, Bodies.vault("Off", "second")), MINUTE);
        put(VAULT, Bodies.vault("Off", "second"));
        put(VAULT, Bodies.vault("Off", "second").replace("\"westus\"", "\"eastus\""));
        talk.finish(talk.send("PATCH", VAULT + version, """
                        {"tags":{"made":"third"},"properties":{"securitySettings":{"softDeleteSettings":{
                        "state":"On","retentionDurationInDays":14.0}}}}"""), MINUTE);
        get(VAULT);
    }

    /** The result of an operation in a scope that its headers did not name. */
    private void result(Exchange accepted, String prefix) {
        String operation = operation(accepted);
        if (!operation.isEmpty()) {
            get(prefix + operation);
        }
    }

    /** The status of an operation in the scopes that its headers did not name. */
    private void groupStatus(Exchange accepted) {
        String operation = operation(accepted);
        if (!operation.isEmpty()) {
            get(GROUP + PROVIDER + "/operationStatus/" + operation);
            get(OPERATIONS + PROVIDER + "/locations/westus/operationStatus/" + operation);
        }
    }

    private static String operation(Exchange accepted) {
        String url = accepted.headers().getOrDefault("azure-asyncoperation", "");
        String path = url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void policies() {
        String policies = VAULT + "/backupPolicies/";
        put(policies + "contract-disk", Bodies.diskPolicy("PT4H", 7));
        put(policies + "contract-disk-2", Bodies.diskPolicy("P1D", 30));
        put(policies + "contract-blob", Bodies.blobPolicy());
        put(policies + "contract-vaulted", Bodies.vaultedPolicy());
        put(policies + "contract-lake", Bodies.lakePolicy());
        put(policies + "contract-spare", Bodies.diskPolicy("PT12H", 7));
        put(policies + "contract-disk", Bodies.diskPolicy("PT12H", 9));
        put(policies + "contract-none", Bodies.policy("Microsoft.Compute/disks", ""));
        get(policies + "contract-disk");
        delete(policies + "contract-spare");
        delete(policies + "contract-spare");
    }

    private void permissions() {
        Exchange refused =
                post(VAULT + "/validateForBackup", wrapped("backupInstance", Bodies.disk(DISK, "contract-disk")));
        talk.finish(refused, MINUTE);
        String principal =
                get(VAULT).response().path("identity").path("principalId").asText();
        grant(DISK, "3e5e47e6-65f7-47ef-90b5-e5dd4d455f24", principal);
        grant(Bodies.SNAPSHOTS, "7efff54f-a5b4-42b5-a1c5-5411624893ce", principal);
        grant(Bodies.DISKS, "b50d9833-a0cb-478e-945f-707fcc997c13", principal);
        for (String account : List.of(ACCOUNT, Bodies.VAULTED, Bodies.TARGET, Bodies.LAKE)) {
            grant(account, "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1", principal);
        }
        talk.pass(Duration.ofMinutes(10));
    }

    private void grant(String scope, String role, String principal) {
        String name = UUID.nameUUIDFromBytes((scope + role).getBytes(StandardCharsets.UTF_8))
                .toString();
        talk.send(
                "PUT",
                scope + "/providers/Microsoft.Authorization/roleAssignments/" + name + "?api-version=2022-04-01",
                """
                {"properties":{"roleDefinitionId":"%s/providers/Microsoft.Authorization/roleDefinitions/%s",
                "principalId":"%s","principalType":"ServicePrincipal"}}""".formatted(OPERATIONS, role, principal));
    }

    private void protection() {
        String disk = Bodies.disk(DISK, "contract-disk");
        talk.finish(post(VAULT + "/validateForBackup", wrapped("backupInstance", disk)), MINUTE);
        Exchange made = put(INSTANCES + "/disk-1", wrapped("properties", disk));
        get(INSTANCES + "/disk-1");
        talk.finish(made, MINUTE);
        result(made, INSTANCES + "/disk-1/operationResults/");
        talk.pass(HOUR);
        put(INSTANCES + "/disk-1", wrapped("properties", disk));
        put(INSTANCES + "/disk-1", "{\"properties\":{}}");
        put(INSTANCES + "/disk-2", wrapped("properties", disk));
        post(VAULT + "/validateForBackup", wrapped("backupInstance", disk));
        talk.finish(put(INSTANCES + "/disk-1", wrapped("properties", Bodies.disk(DISK, "contract-disk-2"))), MINUTE);
        talk.finish(put(INSTANCES + "/disk-1", wrapped("properties", disk)), MINUTE);
        talk.send(
                "POST",
                INSTANCES + "/disk-1/validateForModifyBackup?api-version=2025-07-01",
                wrapped("backupInstance", Bodies.disk(DISK, "contract-disk-2")));
        talk.finish(
                put(INSTANCES + "/blob-1", wrapped("properties", Bodies.blob(ACCOUNT, "contract-blob", ""))), MINUTE);
        talk.finish(put(INSTANCES + "/blob-2", wrapped("properties", Bodies.vaultedBlob())), MINUTE);
        talk.finish(put(INSTANCES + "/lake-1", wrapped("properties", Bodies.lake())), MINUTE);
        get(INSTANCES + "/lake-1");
        talk.pass(HOUR);
        get(INSTANCES);
        delete(VAULT + "/backupPolicies/contract-disk");
        talk.finish(
                put(
                        INSTANCES + "/disk-3",
                        wrapped(
                                "properties",
                                Bodies.disk(DISK.replace("msdiskbackup", "disk-prod-01"), "contract-disk"))),
                MINUTE);
        get(INSTANCES + "/disk-3");
        talk.finish(delete(INSTANCES + "/disk-3"), HOUR);
    }

    private void backups() {
        post(INSTANCES + "/disk-1/backup", Bodies.backup("NoSuchRule"));
        post(INSTANCES + "/nosuch/backup", Bodies.backup("BackupHourly"));
        Exchange begun = post(INSTANCES + "/disk-1/backup", Bodies.backup("BackupHourly"));
        String job = talk.finish(begun, Duration.ofSeconds(5))
                .response()
                .path("properties")
                .path("jobId")
                .asText();
        if (!job.isEmpty()) {
            get(job);
        }
        talk.finish(post(INSTANCES + "/blob-2/backup", Bodies.backup("BackupDaily")), MINUTE);
        talk.pass(Duration.ofHours(30));
        if (!job.isEmpty()) {
            get(job);
        }
        get(VAULT + "/backupJobs");
        Exchange export = post(VAULT + "/exportBackupJobs", "");
        talk.finish(export, HOUR);
        get(INSTANCES + "/disk-1/recoveryPoints");
        talk.send(
                "GET",
                INSTANCES + "/disk-1/recoveryPoints" + version
                        + "&$filter=startDate%20eq%20'2026-01-01T00:00:00.0000000Z'"
                        + "%20and%20endDate%20eq%20'2099-01-01T00:00:00.0000000Z'",
                null);
    }

    /** The newest recovery point of an instance, or one that is not there. */
    private String point(String instance) {
        String name = get(INSTANCES + "/" + instance + "/recoveryPoints")
                .response()
                .path("value")
                .path(0)
                .path("name")
                .asText();
        if (name.isEmpty()) {
            return NONE;
        }
        get(INSTANCES + "/" + instance + "/recoveryPoints/" + name);
        return name;
    }

    private void restores() {
        restore("disk-1", Bodies.diskRestore(point("disk-1"), "contract-restored"));
        restore("disk-1", Bodies.diskRestore(point("disk-1"), "contract-restored"));
        restore("disk-1", Bodies.diskRestore(NONE, "contract-other"));
        post(INSTANCES + "/disk-1/validateRestore", "{}");
        post(INSTANCES + "/disk-1/restore", "{}");
        post(INSTANCES + "/nosuch/restore", Bodies.diskRestore(NONE, "contract-other"));
        restore("blob-2", Bodies.vaultedRestore(point("blob-2")));
        Exchange ranges = post(INSTANCES + "/blob-1/findRestorableTimeRanges", """
                {"sourceDataStoreType":"OperationalStore","startTime":"","endTime":""}""");
        post(INSTANCES + "/disk-1/findRestorableTimeRanges", """
                {"sourceDataStoreType":"OperationalStore"}""");
        String end = ranges.response()
                .path("properties")
                .path("restorableTimeRanges")
                .path(0)
                .path("endTime")
                .asText("2026-11-21T00:00:00.0000000Z");
        restore("blob-1", Bodies.blobRestore(end));
        restore("blob-1", Bodies.blobRestore("2001-01-01T00:00:00.0000000Z"));
        get(VAULT + "/backupJobs");
    }

    private void restore(String instance, String body) {
        talk.finish(
                post(INSTANCES + "/" + instance + "/validateRestore", wrapped("restoreRequestObject", body)),
                Duration.ofMinutes(2));
        Exchange begun = post(INSTANCES + "/" + instance + "/restore", body);
        String job = talk.finish(begun, Duration.ofSeconds(10))
                .response()
                .path("properties")
                .path("jobId")
                .asText();
        if (!job.isEmpty()) {
            get(job);
            talk.pass(HOUR);
            get(job);
        }
    }

    private void states() {
        String disk = INSTANCES + "/disk-1/";
        for (String action : List.of(
                "suspendBackups",
                "resumeBackups",
                "suspendBackups",
                "resumeProtection",
                "stopProtection",
                "resumeProtection",
                "resumeProtection")) {
            talk.finish(post(disk + action, ""), Duration.ofMinutes(5));
            get(INSTANCES + "/disk-1");
        }
        talk.finish(post(disk + "sync", "{\"syncType\":\"Default\"}"), Duration.ofMinutes(5));
        talk.finish(post(disk + "rehydrate", """
                {"recoveryPointId":"%s","rehydrationRetentionDuration":"P10D"}""".formatted(NONE)), MINUTE);
        post(INSTANCES + "/blob-1/stopProtection", "");
        for (String action : List.of("stopProtection", "suspendBackups", "resumeBackups", "resumeProtection")) {
            post(INSTANCES + "/nosuch/" + action, "");
        }
    }

    private void end() {
        post(VAULT + "/deletedBackupInstances/nosuch/undelete", "");
        delete(VAULT);
        Exchange deleting = delete(INSTANCES + "/disk-1");
        delete(INSTANCES + "/disk-1");
        talk.finish(deleting, HOUR);
        get(VAULT + "/deletedBackupInstances");
        get(VAULT + "/deletedBackupInstances/disk-1");
        talk.finish(post(VAULT + "/deletedBackupInstances/disk-1/undelete", ""), MINUTE);
        get(INSTANCES + "/disk-1");
        talk.send("PATCH", VAULT + version, """
                {"properties":{"securitySettings":{"softDeleteSettings":{"state":"Off"}}}}""");
        for (String instance : List.of("disk-1", "blob-1", "blob-2", "lake-1")) {
            talk.finish(delete(INSTANCES + "/" + instance), HOUR);
            delete(INSTANCES + "/" + instance);
        }
        talk.pass(Duration.ofDays(15));
        talk.finish(delete(VAULT), HOUR);
        delete(VAULT);
    }
}
