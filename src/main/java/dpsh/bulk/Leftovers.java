package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.client.Operation;
import dpsh.client.Pacing;
import dpsh.store.RunItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What earlier processes of a run left open in the ledger: role assignments and validations whose end nobody was there to
 * hear. Looked at once the last item has ended, so that the ledger tells the same as the journal. Reads only.
 */
final class Leftovers {
    private static final int MOST = 10_000;

    /** Longer than a request without effect is looked for, which is a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** So often it is asked at least, however long that takes; then it stays open. */
    private static final int TRIES = 6;

    private static final Duration AT_LEAST = Duration.ofSeconds(5);

    private final Floor floor;
    private final Instant end;
    private int open;

    Leftovers(Floor floor) {
        this.floor = floor;
        this.end = floor.service().clock().now().plus(PATIENCE);
    }

    /** Items whose end is not known are left out: what is open about them goes on at the service. */
    void begin() {
        Set<ResourceId> instances =
                floor.journal().settled().stream().map(RunItem::instanceId).collect(Collectors.toSet());
        List<Operation> left = floor.service().operations().leftBehind(instances, MOST);
        open = left.size();
        left.forEach(operation -> look(operation, 1));
    }

    boolean done() {
        return open == 0;
    }

    private void look(Operation operation, int tries) {
        floor.dispatcher()
                .send(
                        Floor.subscription(operation.target()),
                        Pacing.Call.READ,
                        Dispatcher.Rank.USUAL,
                        () -> Look.again(operation),
                        look -> {
                            if (look.running()) {
                                again(operation, look.next(), tries);
                            } else {
                                open--;
                            }
                        },
                        e -> trouble(operation, e, tries));
    }

    /** The items have ended as they have ended: what cannot be asked any more stays open for `operation watch`. */
    private void trouble(Operation operation, RuntimeException e, int tries) {
        if (e instanceof DpshException.Transport
                || e instanceof DpshException.TimedOut
                || e instanceof DpshException.Service) {
            again(operation, AT_LEAST, tries);
        } else {
            open--;
        }
    }

    private void again(Operation operation, Duration wait, int tries) {
        if (tries < TRIES || floor.service().clock().now().isBefore(end)) {
            floor.dispatcher().later(wait.compareTo(AT_LEAST) < 0 ? AT_LEAST : wait, () -> look(operation, tries + 1));
        } else {
            open--;
        }
    }
}
