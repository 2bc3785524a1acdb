package dpsh.backup;

import dpsh.arm.ErrorBody;
import dpsh.arm.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backup or a restore under way or done. What started it, an operation, ends long before (wire notes, sections 3.5 and 7).
 *
 * @param operation the service's word: {@code Backup}, {@code Restore}
 * @param instance the backup instance's ID, or null when the service's text is no ID
 * @param datasource what is backed up or restored, or null when the service's text is no ID
 * @param datasourceName as the service shows it
 * @param start null when the service does not say
 * @param end null while it runs
 * @param duration zero while it runs; null when the service does not say
 * @param activityId of the call that asked for it (recorded: the call's client request ID), or null
 * @param recoveryPoint the name of the recovery point that a backup made, or null
 * @param retentionTag how long its data is kept, by the policy's tag, or null
 * @param tasks its parts with the state of each, such as "Trigger Backup: Completed"; a list of jobs has none
 * @param warnings what it says besides having ended well
 * @param error why it failed, or null
 * @param raw the service's own JSON, for output only
 */
public record Job(
        ResourceId id,
        String operation,
        JobState state,
        @Nullable ResourceId instance,
        @Nullable ResourceId policy,
        @Nullable ResourceId datasource,
        String datasourceName,
        String datasourceType,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Duration duration,
        boolean userTriggered,
        @Nullable String activityId,
        @Nullable String recoveryPoint,
        @Nullable String retentionTag,
        List<String> tasks,
        List<String> warnings,
        @Nullable ErrorBody error,
        String raw) {
    public static final String TYPE = "Microsoft.DataProtection/backupVaults/backupJobs";

    public Job {
        tasks = List.copyOf(tasks);
        warnings = List.copyOf(warnings);
    }

    /** A GUID. */
    public String name() {
        return id.name();
    }

    /** Whether it still runs: by its word, and for a word that is not known, by its end. */
    public boolean isRunning() {
        boolean known = state.isDone() || state.isFailed() || state.isCanceled();
        return state.isRunning() || !known && end == null;
    }
}
