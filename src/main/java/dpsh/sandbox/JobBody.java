package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a job is shown: alone with its sub-tasks and an ISO 8601 duration, in a list without them and with .NET's form of a
 * duration (recorded: az job_list_and_show 2025-03, create_backup_delete_disk 2025-11, restore_disk 2023-07). In 2021 null
 * members were left out.
 */
final class JobBody {
    private static final String YEAR_ONE = "0001-01-01T00:00:00Z";

    private final Job job;
    private final Instant now;
    private final ApiVersion version;

    JobBody(Job job, Instant now, ApiVersion version) {
        this.job = job;
        this.now = now;
        this.version = version;
    }

    ObjectNode single() {
        return body(job.isRunning(now) ? "PT0S" : iso(taken()), true);
    }

    ObjectNode inList() {
        return body(dotNet(job.isRunning(now) ? Duration.ZERO : taken()), false);
    }

    /** A row of Resource Graph: .NET's form of a duration, but with sub-tasks (az job_list_and_show, 2025-03). */
    ObjectNode inGraph() {
        ObjectNode row = body(dotNet(job.isRunning(now) ? Duration.ZERO : taken()), true);
        if (row.path("properties").path("extendedInfo").path("targetRecoverPoint") instanceof ObjectNode made) {
            made.put("recoveryPointTime", "0001-01-01T00:00:00.0000000Z");
        }
        return row;
    }

    private Duration taken() {
        return Duration.between(job.start(), job.end());
    }

    private boolean isRunning() {
        return job.isRunning(now);
    }

    private ObjectNode body(String duration, boolean alone) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = own.putObject("properties");
        JsonNode source = job.protection().properties().path("dataSourceInfo");
        ArmId datasource = job.protection().datasource();
        properties.put("activityID", job.activityId());
        properties.put("subscriptionId", job.instance().subscription());
        properties.put("backupInstanceId", job.instance().text());
        properties.put("policyId", job.protection().policy().text());
        properties.put("dataSourceId", datasource.text());
        properties.put("vaultName", job.vault().name());
        properties.put(
                "backupInstanceFriendlyName",
                job.protection().properties().path("friendlyName").asText());
        properties.put("policyName", job.protection().policy().name());
        properties.put("sourceResourceGroup", datasource.group());
        properties.put("dataSourceSetName", isVaulted() ? datasource.name() : null);
        properties.put("dataSourceName", datasource.name());
        properties.putNull("sourceDataStoreName");
        properties.put("sourceDataStoreType", job.work() instanceof Job.Restore restore ? restore.store() : null);
        properties.put("destinationDataStoreName", destinationStore());
        properties.put("progressEnabled", false);
        properties.put("etag", etag());
        properties.put("sourceSubscriptionID", datasource.subscription());
        properties.put(
                "dataSourceLocation",
                source.path("resourceLocation").asText(job.protection().location()));
        properties.put("startTime", DotNetTime.precise(job.start()));
        properties.put("endTime", isRunning() ? null : DotNetTime.precise(job.end()));
        properties.put("dataSourceType", job.protection().kind().datasourceType());
        properties.put("operationCategory", job.isBackup() ? "Backup" : "Restore");
        properties.put("operation", job.isBackup() ? "Backup" : "Restore");
        properties.put("status", status());
        properties.putNull("restoreType");
        properties.put("isUserTriggered", job.userTriggered());
        properties.putNull("rehydrationPriority");
        if (alone && job.userTriggered()) {
            properties.putArray("supportedActions").add("");
        } else {
            properties.putArray("supportedActions");
        }
        properties.put("duration", duration);
        properties.putNull("progressUrl");
        properties.putNull("isCrossRegionRestore");
        DppError failure = job.failure();
        if (failure != null && !isRunning()) {
            properties.putArray("errorDetails").add(failure.info(job.activityId(), true));
        } else {
            properties.putNull("errorDetails");
        }
        properties.set("extendedInfo", alone ? extendedInfo() : JsonNodeFactory.instance.nullNode());
        if (!version.isSigned()) {
            dropNulls(properties);
        }
        return Resource.body(version, job.id().text(), job.name(), Job.TYPE, own);
    }

    /** Only jobs of vaulted data name a datasource set (az recordings of blob restores, 2025-11 and 2026-05). */
    private boolean isVaulted() {
        String store = job.work() instanceof Job.Backup backup
                ? backup.store()
                : job.work() instanceof Job.Restore restore ? restore.store() : "";
        return store.equalsIgnoreCase(BackupPlan.VAULTED);
    }

    private String status() {
        return isRunning() ? "InProgress" : job.outcome().name();
    }

    /** Known once a backup has ended; never set by a restore (recorded). */
    private @Nullable String destinationStore() {
        if (isRunning() || job.failure() != null || !(job.work() instanceof Job.Backup backup)) {
            return null;
        }
        return backup.store().equals(BackupPlan.OPERATIONAL) ? "OperationalTierStore" : backup.store();
    }

    private String etag() {
        Instant changed = (isRunning() ? job.start() : job.end()).plusMillis(isRunning() ? 217 : 332);
        return "W/\"datetime'" + DotNetTime.ticked(changed).replace(":", "%3A") + "'\"";
    }

    private ObjectNode extendedInfo() {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        boolean made = !isRunning() && job.failure() == null;
        info.putNull("backupInstanceState");
        info.putNull(version.isSigned() ? "dataTransferredInBytes" : "dataTransferedInBytes");
        if (made && job.work() instanceof Job.Backup backup) {
            info.putObject("targetRecoverPoint")
                    .put("recoveryPointID", backup.point())
                    .put("recoveryPointTime", YEAR_ONE);
        } else {
            info.putNull("targetRecoverPoint");
        }
        if (job.work() instanceof Job.Restore restore) {
            if (restore.point() == null && version.since("2025-07-01")) {
                // Seen for a point in time, 2026-05; not yet for a recovery point, 2025-11.
                info.putNull("isAutohealJob").putNull("autohealParentFailedJobId");
            }
            info.putObject("sourceRecoverPoint")
                    .put("recoveryPointID", restore.point())
                    .put("recoveryPointTime", DotNetTime.precise(restore.pointTime()));
            info.put("recoveryDestination", restore.destination().text());
        } else {
            info.putNull("sourceRecoverPoint");
            info.putNull("recoveryDestination");
        }
        addSubTask(info.putArray("subTasks").addObject());
        if (job.work() instanceof Job.Backup backup) {
            info.putObject("additionalDetails").put("RetentionTag", backup.tag());
        } else {
            info.putNull("additionalDetails");
        }
        if (version.since("2023-05-01")) {
            info.putNull("warningDetails");
        }
        return info;
    }

    private void addSubTask(ObjectNode task) {
        task.put("taskId", 1);
        task.put("taskName", job.isBackup() ? "Trigger Backup" : "Trigger Restore");
        task.put("taskStatus", status());
        task.putNull("taskProgress");
        if (isRunning()) {
            task.putNull("additionalDetails");
            return;
        }
        ObjectNode details = task.putObject("additionalDetails");
        if (job.work() instanceof Job.Backup backup) {
            details.put("OriginalDatasourceSizeInBytes", Long.toString(backup.bytes()));
        } else {
            details.put("DataTransferredInBytes", "0");
        }
        details.put("TaskId", job.activityId());
        details.put("DatasourceType", job.protection().kind().datasourceType());
    }

    private static void dropNulls(ObjectNode node) {
        List<String> empty = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (member.getValue().isNull()) {
                empty.add(member.getKey());
            } else if (member.getValue() instanceof ObjectNode below) {
                dropNulls(below);
            } else {
                member.getValue().forEach(item -> {
                    if (item instanceof ObjectNode below) {
                        dropNulls(below);
                    }
                });
            }
        }
        node.remove(empty);
    }

    /** {@code PT3M36.4945012S}. */
    static String iso(Duration duration) {
        return ticks(duration).toString();
    }

    /** {@code 00:03:39.7214322}, with days in front from 24 hours on. */
    static String dotNet(Duration given) {
        Duration duration = ticks(given);
        String days = duration.toDays() > 0 ? duration.toDays() + "." : "";
        String text = String.format(
                Locale.ROOT,
                "%s%02d:%02d:%02d",
                days,
                duration.toHoursPart(),
                duration.toMinutesPart(),
                duration.toSecondsPart());
        return duration.toNanosPart() == 0
                ? text
                : text + String.format(Locale.ROOT, ".%07d", duration.toNanosPart() / 100);
    }

    private static Duration ticks(Duration duration) {
        return duration.minusNanos(duration.toNanosPart() % 100);
    }
}
