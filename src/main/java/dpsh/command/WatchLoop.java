package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.view.ExitCode;
import dpsh.view.ToneInk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries a line out again and again, until what was asked for is true of its result or it was done often or long enough. */
final class WatchLoop {
    /** At a service whose time is real. */
    private static final long LEAST_MILLIS = 1000;

    /** At a sandbox that runs faster. */
    private static final long LEAST_IN_A_SANDBOX_MILLIS = 100;

    private final Desk desk;
    private final InnerLines inner;
    private final WatchLine line;
    private final List<String> words;
    private final @Nullable Duration limit;
    private final boolean together;
    private boolean woken;

    /**
     * @param together whether data and words appear on one terminal
     * @throws DpshException.Usage when the line is none that only reads
     */
    WatchLoop(Desk desk, InnerLines inner, WatchLine line, boolean together) {
        this.desk = desk;
        this.inner = inner;
        this.line = line;
        this.together = together;
        Duration asked = desk.settings().timeout();
        this.limit = asked == null && line.until() != null ? desk.operationDeadline() : asked;
        this.words = inner.prepared(line.command());
    }

    /**
     * Looks until the end, on this thread.
     *
     * @param show given each result
     * @throws DpshException.TimedOut when the time is over
     * @throws DpshException.Interrupted when the thread is interrupted
     */
    ExitCode run(Consumer<WatchLook> show) {
        Instant end = limit == null ? null : desk.serviceTime().plus(limit);
        for (int number = 1; ; number++) {
            WatchLook look = look(number);
            if (look.code() == ExitCode.INTERRUPTED.number()) {
                throw interrupted();
            }
            show.accept(look);
            ExitCode ended = ended(look);
            if (ended != null) {
                return ended;
            }
            Duration left = end == null ? line.every() : Duration.between(desk.serviceTime(), end);
            if (left.isNegative() || left.isZero()) {
                throw new DpshException.TimedOut(
                        line.until() == null ? "the watch is over" : "it did not become true",
                        "it was watched for " + limit.toSeconds() + " s, in " + number + " looks",
                        null,
                        limit);
            }
            pause(left.compareTo(line.every()) < 0 ? left : line.every());
        }
    }

    private WatchLook look(int number) {
        Screen screen = desk.screen();
        CapturedScreen captured = together
                ? CapturedScreen.together(new ToneInk(screen.ink()), Math.max(0, screen.width() - 3))
                : CapturedScreen.apart(screen.ink(), screen.width());
        InnerLines.Ended ended = inner.run(words, captured);
        return new WatchLook(number, Instant.now(), ended.code(), captured.data(), captured.words(), ended.json());
    }

    /** Null when it goes on. What the service refused or did not answer may be otherwise the next time. */
    private @Nullable ExitCode ended(WatchLook look) {
        if (look.code() == ExitCode.USAGE.number() || look.code() == ExitCode.NOT_ALLOWED.number()) {
            return code(look);
        }
        if (line.until() != null
                && look.code() == ExitCode.DONE.number()
                && look.json() != null
                && line.until().isTrue(look.json())) {
            return ExitCode.DONE;
        }
        if (line.times() == null || look.number() < line.times()) {
            return null;
        }
        return line.until() == null ? code(look) : ExitCode.FAILED;
    }

    private static ExitCode code(WatchLook look) {
        for (ExitCode code : ExitCode.values()) {
            if (code.number() == look.code()) {
                return code;
            }
        }
        return ExitCode.FAILED;
    }

    static DpshException.Interrupted interrupted() {
        return new DpshException.Interrupted("left the watch", null);
    }

    /** Looks at once, whatever the interval says. */
    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    private synchronized void pause(Duration serviceTime) {
        long real = desk.service().clock().toWallTime(serviceTime).toMillis();
        boolean fast = desk.service().clock().toWallTime(Duration.ofSeconds(1)).toMillis() < LEAST_MILLIS;
        long millis = Math.max(fast ? LEAST_IN_A_SANDBOX_MILLIS : LEAST_MILLIS, real);
        long until = System.nanoTime() + millis * 1_000_000;
        try {
            for (long left = millis; !woken && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        woken = false;
    }
}
