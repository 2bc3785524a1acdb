package dpsh.rest;

import java.time.Duration;
import java.time.Instant;

/**
 * What we believe one of the service's token buckets to hold, for ourselves: it fills with service time, and each answer's
 * header says better. Not thread safe; the {@link Governor} guards it.
 *
 * <p>A header tells what was left when the service counted that request, some time between departure and answer. Meanwhile
 * others are on their way, and nobody knows which of them it counted already. So the header gives two bounds, and only a belief
 * beyond them is corrected: not more than the header plus what filled in since, not less than the header minus all that
 * was not answered when the request departed.
 */
final class Meter {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private double capacity;
    private double level;
    /** When that level was; during a hold its end, because nothing fills in before. */
    private Instant at;

    private Instant notBefore = Instant.EPOCH;
    private int rounds;
    /** Tokens of requests that left or will leave, over all time. */
    private long taken;
    /** How many of them are not on their way any more. */
    private long heard;
    /** Tokens taken ahead, whose requests have not left yet. */
    private int ahead;

    Meter(double capacity, double perSecond, Instant now) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.level = capacity;
        this.at = now;
    }

    double capacity() {
        return capacity;
    }

    double perSecond() {
        return perSecond;
    }

    long heard() {
        return heard;
    }

    /** How many requests are on their way, tokens taken ahead included. */
    long open() {
        return taken - heard;
    }

    double level(Instant now) {
        if (now.isAfter(at)) {
            level = Math.min(capacity, level + seconds(Duration.between(at, now)) * perSecond);
            at = now;
        }
        return level;
    }

    /** How much longer the service wants nothing. */
    Duration heldFor(Instant now) {
        return now.isBefore(notBefore) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    /** Service time until a token can be taken and so much is left; zero when now. Whole milliseconds, or the hold exactly. */
    Duration until(double left, Instant now) {
        double missing = left + 1 - level(now);
        Duration wait = now.isBefore(at) ? Duration.between(now, at) : Duration.ZERO;
        if (missing > 1e-9) {
            wait = wait.plusMillis((long) Math.ceil(missing / perSecond * 1000));
        }
        return wait;
    }

    void take() {
        level--;
        taken++;
    }

    void takeAhead() {
        take();
        ahead++;
    }

    /** Uses a token that was taken ahead; false when there is none. */
    boolean useAhead() {
        if (ahead == 0) {
            return false;
        }
        ahead--;
        return true;
    }

    /** A request whose token was taken did not leave. */
    void untake() {
        taken--;
        level = Math.min(capacity, level + 1);
    }

    /** A request is not on its way any more, answered or not. */
    void landed() {
        heard++;
    }

    /**
     * The service says what was left.
     *
     * @param heardBefore how many had been heard when the request departed
     */
    void told(long left, long heardBefore, Instant departed, Instant now) {
        capacity = Math.max(capacity, left + 1);
        double filled = perSecond * seconds(Duration.between(departed, now));
        double most = Math.min(capacity, left + filled) - ahead;
        double least = left - Math.max(0, taken - heardBefore - 1);
        level = Math.min(most, Math.max(least, level(now)));
    }

    /** The service says that there is not more; it may be told about more requests than ours. */
    void toldAtMost(long left, Instant now) {
        level = Math.min(level(now), left - ahead);
    }

    /** The first word about a bucket that was not known: it is as large as what it shows. */
    void bound(double size) {
        capacity = size;
        level = Math.min(level, size);
    }

    /** An answer that was no throttling ends the growth of waits, when it was asked for after the last hold. */
    void flows(Instant departed) {
        if (!departed.isBefore(notBefore)) {
            rounds = 0;
        }
    }

    /** How often in a row the service has throttled, this time included; what departed before the last hold is part of it. */
    int round(Instant departed) {
        if (rounds == 0 || !departed.isBefore(notBefore)) {
            rounds++;
        }
        return rounds;
    }

    /** Nothing leaves before this has passed; then there is one token. What was taken ahead is void. */
    void hold(Duration wait, Instant now) {
        Instant until = now.plus(wait);
        if (until.isAfter(notBefore)) {
            notBefore = until;
        }
        level = 1;
        at = notBefore;
        taken -= ahead;
        ahead = 0;
    }

    private static double seconds(Duration time) {
        return time.getSeconds() + time.getNano() / NANOS;
    }
}
