package dpsh.sandbox.fault;

import java.time.Instant;
import java.util.Random;

/** Counts the requests that a selector matches and says which of them suffer. Not thread-safe. */
public final class Trigger {
    private final Selector selector;
    private final Instant from;
    private final Random dice;
    private int seen;
    private int fired;

    /** @param ordered service time */
    public Trigger(Selector selector, Instant ordered) {
        this.selector = selector;
        this.from = ordered.plus(selector.after());
        this.dice = new Random(selector.seed());
    }

    /** Whether this request suffers; each request is shown once. */
    public boolean fires(Target target) {
        if (isOver(target.at()) || target.at().isBefore(from) || !selector.matches(target)) {
            return false;
        }
        seen++;
        boolean turn = seen > selector.skip() && (seen - selector.skip()) % selector.every() == 0;
        if (!turn || (selector.probability() < 1 && dice.nextDouble() >= selector.probability())) {
            return false;
        }
        fired++;
        return true;
    }

    /** Whether it is in force at this service time. */
    public boolean isInForce(Instant now) {
        return !now.isBefore(from) && !isOver(now);
    }

    /** Whether it will never fire again. */
    public boolean isOver(Instant now) {
        boolean late = selector.lasts() != null && !now.isBefore(from.plus(selector.lasts()));
        return late || fired >= selector.times();
    }

    /** How many requests suffered. */
    public int fired() {
        return fired;
    }
}
