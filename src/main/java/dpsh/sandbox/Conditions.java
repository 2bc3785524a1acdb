package dpsh.sandbox;

import dpsh.sandbox.SandboxFaults.Condition;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is out of order in the world at the moment: lag of lists, of roles, the life of tokens. Thread-safe. */
final class Conditions {
    private volatile @Nullable SandboxFaults faults;

    /** From now on these say what is out of order. */
    void follow(SandboxFaults orders) {
        faults = orders;
    }

    /** For how long the condition makes things wait at this service time, or null when it is not in force. */
    @Nullable
    Duration length(Condition condition, Instant now) {
        SandboxFaults orders = faults;
        return orders == null ? null : orders.condition(condition, now);
    }
}
