package dpsh.store;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.InstanceDraft;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One datasource of a run. Times are service time, to the millisecond: with a sandbox they run at its speed.
 *
 * @param number its place in the run, from 1
 * @param instance the name of the backup instance
 * @param code the service's code when it is blocked, failed or unknown, or null
 * @param message why, as a clause, or null
 * @param fix what to do, best a command, or null
 * @param activity what support asks for, or null
 * @param operation the ledger's number of the request that it stands at, or null
 * @param attempts how often the backup instance was asked for
 * @param startedAt when the run first did something about it, or null
 * @param submittedAt when the service accepted the backup instance, or null
 */
public record RunItem(
        int number,
        DatasourceKind kind,
        ResourceId datasource,
        Location location,
        ResourceId vault,
        ResourceId policy,
        @Nullable ResourceId snapshotGroup,
        String instance,
        ItemState state,
        @Nullable String code,
        @Nullable String message,
        @Nullable String fix,
        @Nullable String activity,
        @Nullable Long operation,
        int attempts,
        @Nullable Instant startedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant endedAt) {
    /** An item of a new run. */
    public static RunItem of(int number, InstanceDraft draft, ResourceId vault) {
        return new RunItem(
                number,
                draft.kind(),
                draft.datasource(),
                draft.location(),
                vault,
                draft.policy(),
                draft.snapshotGroup(),
                draft.name(),
                ItemState.PLANNED,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null);
    }

    /** The request that protects it. */
    public InstanceDraft draft() {
        return new InstanceDraft(instance, kind, datasource, location, policy, snapshotGroup, null);
    }

    /** The ID that its backup instance has. */
    public ResourceId instanceId() {
        return vault.child("backupInstances", instance);
    }

    /** The same in another state, with nothing to say about it. */
    public RunItem in(ItemState next) {
        return in(next, null, null, null, null);
    }

    /** The same in another state, and why. */
    public RunItem in(
            ItemState next,
            @Nullable String newCode,
            @Nullable String newMessage,
            @Nullable String newFix,
            @Nullable String newActivity) {
        return with(
                next, newCode, newMessage, newFix, newActivity, operation, attempts, startedAt, submittedAt, endedAt);
    }

    /** The same, standing at another operation. */
    public RunItem at(@Nullable Long otherOperation) {
        return with(state, code, message, fix, activity, otherOperation, attempts, startedAt, submittedAt, endedAt);
    }

    /** The same with other times and attempts. */
    public RunItem timed(
            int newAttempts,
            @Nullable Instant newStartedAt,
            @Nullable Instant newSubmittedAt,
            @Nullable Instant newEndedAt) {
        return with(
                state, code, message, fix, activity, operation, newAttempts, newStartedAt, newSubmittedAt, newEndedAt);
    }

    /** What it is about stays; how it stands is all new. */
    private RunItem with(
            ItemState newState,
            @Nullable String newCode,
            @Nullable String newMessage,
            @Nullable String newFix,
            @Nullable String newActivity,
            @Nullable Long newOperation,
            int newAttempts,
            @Nullable Instant newStartedAt,
            @Nullable Instant newSubmittedAt,
            @Nullable Instant newEndedAt) {
        return new RunItem(
                number,
                kind,
                datasource,
                location,
                vault,
                policy,
                snapshotGroup,
                instance,
                newState,
                newCode,
                newMessage,
                newFix,
                newActivity,
                newOperation,
                newAttempts,
                newStartedAt,
                newSubmittedAt,
                newEndedAt);
    }
}
