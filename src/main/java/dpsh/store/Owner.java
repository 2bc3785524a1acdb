package dpsh.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The process that recorded an operation.
 *
 * @param pid its ID, which the system uses again for others
 * @param started when it started, which tells it from those others; null where the system does not say
 */
public record Owner(long pid, @Nullable Instant started) {
    /** Linux derives start times from a boot time that clock corrections move by a second or two. */
    private static final Duration SAME_START = Duration.ofSeconds(5);

    /** This process. */
    static Owner current() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(self.pid(), self.info().startInstant().orElse(null));
    }

    /**
     * Whether it still runs. Only for processes of this machine: seen from another one (a home on a network disk, another
     * container) it counts as ended.
     */
    public boolean alive() {
        ProcessHandle process = ProcessHandle.of(pid).orElse(null);
        if (process == null || !process.isAlive()) {
            return false;
        }
        Instant then = started;
        Instant now = process.info().startInstant().orElse(null);
        return then == null || now == null || Duration.between(then, now).abs().compareTo(SAME_START) <= 0;
    }
}
