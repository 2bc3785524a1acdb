package dpsh.bulk;

import dpsh.arm.SubscriptionId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run will cost at the service's documented rates.
 *
 * <p>The model: a missing role is one write in the subscription of its scope; protecting is two writes in the vault's
 * subscription (validate, create) and about three reads (polls of both; progress of many is read by listing). A
 * subscription takes 200 writes at once and 10 a second, 250 reads and 25 a second (Understand how Azure Resource Manager
 * throttles requests, Microsoft Learn, 2025); the slowest counts. To that comes the time of one item alone, about 100 s as
 * recorded for disks and blobs, and, when roles are assigned, the ten minutes that they may take to act.
 *
 * @param writes requests that count as writes: grants, validations, creations
 * @param reads requests that count as reads, about
 * @param time service time from the first request to the last item, about
 * @param grantTime how much of it is waiting until granted roles act; zero when nothing is granted
 */
public record Forecast(int writes, int reads, Duration time, Duration grantTime) {
    private static final int WRITES_OF_AN_ITEM = 2;
    private static final int READS_OF_AN_ITEM = 3;
    private static final Duration ITEM_ALONE = Duration.ofSeconds(100);
    private static final Duration ROLES_ACT = Duration.ofMinutes(10);

    /** Of a plan with these items and grants. */
    static Forecast of(Collection<PlanItem> items, List<GrantNeed> grants) {
        Map<@Nullable SubscriptionId, Integer> granted = new HashMap<>();
        grants.forEach(grant -> granted.merge(grant.need().scope().subscription(), 1, Integer::sum));
        Map<@Nullable SubscriptionId, Integer> asked = new HashMap<>();
        int count = 0;
        boolean working = false;
        for (PlanItem item : items) {
            working |= item.verdict() == PlanItem.Verdict.PROTECT;
            if (item.verdict() == PlanItem.Verdict.PROTECT && item.standing() == null) {
                asked.merge(item.vault().subscription(), 1, Integer::sum);
                count++;
            }
        }
        Duration grantTime = grants.isEmpty() ? Duration.ZERO : ROLES_ACT.plus(longest(granted, 1, 200, 10));
        Duration paced = max(longest(asked, WRITES_OF_AN_ITEM, 200, 10), longest(asked, READS_OF_AN_ITEM, 250, 25));
        return new Forecast(
                grants.size() + WRITES_OF_AN_ITEM * count,
                READS_OF_AN_ITEM * count,
                working ? grantTime.plus(paced).plus(ITEM_ALONE) : Duration.ZERO,
                working ? grantTime : Duration.ZERO);
    }

    /** Of the subscription that takes longest. */
    private static Duration longest(
            Map<@Nullable SubscriptionId, Integer> counts, int requestsEach, int capacity, int perSecond) {
        int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
        long beyond = Math.max(0, (long) most * requestsEach - capacity);
        return Duration.ofMillis(beyond * 1000 / perSecond);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
