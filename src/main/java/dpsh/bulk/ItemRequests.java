package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.client.Pacing;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The requests of one item: what has no answer is tried again a little later, and what no item can go on after ends the run. */
final class ItemRequests {
    /** So often the same request is tried again because the line or the service broke. */
    private static final int TRIES = 8;

    private final Floor floor;
    private final SubscriptionId subscription;
    private final ItemCourse course;
    private final Tries tries = new Tries(TRIES);

    /** @param vault whose subscription pays for the requests */
    ItemRequests(Floor floor, ResourceId vault, ItemCourse course) {
        this.floor = floor;
        this.subscription = Floor.subscription(vault);
        this.course = course;
    }

    /** Whether a status of the service says nothing about the request, and time may mend it. */
    static boolean passing(int status) {
        return status >= 500 || status == 408 || status == 429;
    }

    /** What goes wrong from now on begins anew. */
    void succeeded() {
        tries.succeeded();
    }

    /**
     * Asks the service.
     *
     * @param again what to do when it is tried again
     */
    <T> void read(Supplier<T> request, Consumer<T> then, Runnable again) {
        send(Pacing.Call.READ, Dispatcher.Rank.FIRST, request, then, again);
    }

    /** Asks something of the service that counts as a write. */
    <T> void write(Dispatcher.Rank rank, Supplier<T> request, Consumer<T> then, Runnable again) {
        send(Pacing.Call.WRITE, rank, request, then, again);
    }

    private <T> void send(
            Pacing.Call call, Dispatcher.Rank rank, Supplier<T> request, Consumer<T> then, Runnable again) {
        floor.dispatcher().send(subscription, call, rank, request, then, e -> trouble(e, again));
    }

    /** No answer, or none that says anything about the item. */
    private void trouble(RuntimeException e, Runnable again) {
        if (course.ended()) {
            return;
        }
        if (e instanceof DpshException.NotAllowed
                || e instanceof DpshException.LedgerUnavailable
                || e instanceof DpshException.Interrupted) {
            floor.stopped().accept((DpshException) e);
        } else if (e instanceof DpshException.TimedOut out && out.throttled()) {
            again.run();
        } else if (e instanceof DpshException.Service service && !passing(service.status())) {
            course.end(Endings.failed(course.item(), service));
        } else if (e instanceof DpshException.Transport
                || e instanceof DpshException.TimedOut
                || e instanceof DpshException.Service) {
            pause(() -> course.end(Endings.unanswered(course.item(), e)), again);
        } else {
            course.end(Endings.defect(course.item(), e));
        }
    }

    /** Tries again a little later, or gives up. */
    void pause(Runnable givingUp, Runnable again) {
        if (!tries.areLeft() || course.tooLate()) {
            givingUp.run();
        } else {
            floor.dispatcher().later(tries.next(), again);
        }
    }
}
