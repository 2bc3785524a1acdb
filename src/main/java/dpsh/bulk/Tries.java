package dpsh.bulk;

import java.time.Duration;

/** How often something was tried again, and how long to wait before the next time: 5 s, doubling, a minute at most. */
final class Tries {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final int most;
    private int count;

    /** @param most so often it is tried again */
    Tries(int most) {
        this.most = most;
    }

    /** It worked: what goes wrong later begins anew. */
    void succeeded() {
        count = 0;
    }

    boolean areLeft() {
        return count < most;
    }

    /** Service time until the next try, which is counted. */
    Duration next() {
        Duration pause = FIRST.multipliedBy(1L << Math.min(count, 10));
        count++;
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
