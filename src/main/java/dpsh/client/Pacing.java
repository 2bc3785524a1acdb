package dpsh.client;

import dpsh.arm.SubscriptionId;
import dpsh.rest.Bucket;
import dpsh.rest.Governor;
import dpsh.rest.Lane;
import java.time.Duration;

/**
 * When one of many requests may be sent: whoever sends in bulk takes a token here first, and the next request of that kind
 * through a {@link BulkService} uses it. One that has none (the second page of a list, a repeated read) waits for its own.
 * Shared with all else that this process sends; never waits; thread safe.
 */
public final class Pacing {
    private final Governor governor;

    public Pacing(Governor governor) {
        this.governor = governor;
    }

    /** What a request counts as: by its HTTP method, so that a POST that only reads or validates is a write. */
    public enum Call {
        READ(Bucket.Kind.READ),
        WRITE(Bucket.Kind.WRITE),
        DELETE(Bucket.Kind.DELETE);

        private final Bucket.Kind kind;

        Call(Bucket.Kind kind) {
            this.kind = kind;
        }
    }

    /**
     * How a bucket is believed to stand.
     *
     * @param left requests that are left, those kept for the prompt included
     * @param capacity requests that are left at most
     * @param perSecond requests that come back in a second of service time
     * @param heldFor service time for which the service wants nothing; zero when it takes requests
     */
    public record Quota(double left, double capacity, double perSecond, Duration heldFor) {}

    /**
     * Takes a token.
     *
     * @return zero when it is taken; else nothing was, and this is the service time until it is worth asking again
     */
    public Duration take(SubscriptionId subscription, Call call) {
        return governor.take(Bucket.of(subscription, call.kind), Lane.BULK);
    }

    /** Returns a token that is not needed; a request that was given to the service and did not leave has returned its own. */
    public void giveBack(SubscriptionId subscription, Call call) {
        governor.giveBack(Bucket.of(subscription, call.kind));
    }

    /** How the bucket stands. */
    public Quota quota(SubscriptionId subscription, Call call) {
        Governor.Level level = governor.level(Bucket.of(subscription, call.kind));
        return new Quota(level.left(), level.capacity(), level.perSecond(), level.heldFor());
    }
}
