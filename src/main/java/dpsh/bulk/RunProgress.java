package dpsh.bulk;

import dpsh.arm.SubscriptionId;
import dpsh.client.Pacing;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands at a moment. Durations are service time.
 *
 * @param done how many are protected by this run
 * @param waiting how many were not begun yet or wait for roles
 * @param validating how many are being validated or created
 * @param configuring how many the service is configuring
 * @param itemsPerMinute how many ended in the last minutes, in a minute
 * @param quota what is left of the buckets that the run draws from
 * @param left about how long it will take, or null while that cannot be told
 * @param oldest the name of the item that has been under way for longest, or null
 * @param oldestAge how long that is, or null
 * @param phase what all wait for, such as "assigning 12 roles", or null in the usual course
 */
public record RunProgress(
        int total,
        int done,
        int unchanged,
        int blocked,
        int failed,
        int unknown,
        int waiting,
        int validating,
        int configuring,
        double itemsPerMinute,
        List<QuotaLeft> quota,
        @Nullable Duration left,
        @Nullable String oldest,
        @Nullable Duration oldestAge,
        @Nullable String phase) {
    /** What is left of one bucket. */
    public record QuotaLeft(SubscriptionId subscription, Pacing.Call call, Pacing.Quota quota) {}

    public RunProgress {
        quota = List.copyOf(quota);
    }
}
