package dpsh.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as the journal knows it. Times are of the wall clock, to the millisecond.
 *
 * @param number the operator's handle, counted up and never used twice
 * @param world the service that it works at
 * @param title what it protects, in a few words
 * @param plan the ID of the plan that it carries out
 * @param grant whether missing roles may be assigned
 * @param scope the word for where roles are assigned, such as "resource"
 * @param itemDeadline how long one item may be configured, in service time
 * @param owner the process that works on it, or worked on it last
 */
public record RunRow(
        long number,
        String world,
        String title,
        String plan,
        boolean grant,
        String scope,
        Duration itemDeadline,
        RunState state,
        Instant createdAt,
        @Nullable Instant endedAt,
        Owner owner) {
    /** Whether the process that works on it still lives. */
    public boolean isWorkedOn() {
        return state == RunState.RUNNING && owner.alive();
    }

    /** {@link #state}, but interrupted when the process that worked on it is gone. */
    public RunState seenState() {
        return state == RunState.RUNNING && !owner.alive() ? RunState.INTERRUPTED : state;
    }
}
