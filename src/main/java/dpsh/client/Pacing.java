package dpsh.client;

import dpsh.arm.SubscriptionId;
import java.time.Duration;

/** x */
public final class Pacing {
    /** x */
    public enum Call {
        READ,
        WRITE,
        DELETE
    }
    /** x */
    public record Quota(double left, double capacity, double perSecond, Duration heldFor) {}

    public Duration take(SubscriptionId s, Call c) {
        return Duration.ZERO;
    }

    public void giveBack(SubscriptionId s, Call c) {}

    public Quota quota(SubscriptionId s, Call c) {
        return new Quota(200, 200, 10, Duration.ZERO);
    }
}
