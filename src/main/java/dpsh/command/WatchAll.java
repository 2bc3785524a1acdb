package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.ErrorCatalog;
import dpsh.client.Service;
import dpsh.view.ExitCode;
import dpsh.view.Format;
import dpsh.view.LiveBlock;
import dpsh.view.Tone;
import dpsh.view.WatchRow;
import dpsh.view.WatchRows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Watches operations, jobs and runs: on the whole screen, in a block of lines, or as lines that say what has changed. */
final class WatchAll {
    private static final long PULSE_MILLIS = 500;

    private final Desk desk;
    private final ErrorCatalog catalog;
    private final Background background;
    private final Map<String, WatchRow> watched = new LinkedHashMap<>();

    WatchAll(Desk desk, ErrorCatalog catalog, Background background) {
        this.desk = desk;
        this.catalog = catalog;
        this.background = background;
    }

    /**
     * @param everywhere whether jobs of all vaults that can be read are shown
     * @param inline whether the whole screen is not to be used
     */
    ExitCode watch(boolean everywhere, boolean inline) {
        Service service = desk.service();
        ResourceId here = everywhere ? null : desk.vault();
        List<ResourceId> vaults = here == null ? List.of() : List.of(here);
        if (background.isFollowing()) {
            background.commandBegins();
            return watch(service, background, vaults, everywhere, inline);
        }
        // Without a prompt nobody follows what is open: this does.
        try (Follower follower = new Follower(() -> service, () -> false)) {
            follower.begin(ended -> {});
            return watch(service, follower, vaults, everywhere, inline);
        }
    }

    private ExitCode watch(
            Service service, Background follower, List<ResourceId> vaults, boolean everywhere, boolean inline) {
        try (WatchedJobs jobs =
                new WatchedJobs(service, vaults, everywhere, e -> desk.said(e).text())) {
            WatchFeed feed = new WatchFeed(service, jobs, follower::nextLook, catalog);
            FullScreen whole = inline || !forEyes() ? null : desk.screen().fullScreen();
            if (whole != null && !WatchRepeated.isNarrow(desk.screen())) {
                jobs.begin();
                if (follower != background) {
                    follower.commandEnds();
                }
                whole.show(new WatchScreen(feed::now));
                tellWhatGoesOn(feed.now());
                return ExitCode.DONE;
            }
            // What is open now is seen before anybody asks how it stands.
            take(feed.now(), !inBlock());
            if (follower != background) {
                follower.commandEnds();
            }
            jobs.look();
            jobs.begin();
            return untilNothingRuns(feed);
        }
    }

    private boolean forEyes() {
        return desk.format() == Format.TABLE || desk.format() == Format.RECORD;
    }

    private boolean inBlock() {
        return forEyes() && desk.screen().redraws();
    }

    private void tellWhatGoesOn(WatchSnapshot left) {
        if (left.running() > 0) {
            desk.note(goesOn(left) + " at the service; `watch` comes back.", Tone.DIM);
        }
    }

    private static String goesOn(WatchSnapshot left) {
        return left.running() == 1 ? "1 goes on" : left.running() + " go on";
    }

    private ExitCode untilNothingRuns(WatchFeed feed) {
        Instant end = desk.serviceTime().plus(desk.operationDeadline());
        boolean block = inBlock();
        try (LiveBlock live = desk.screen().live()) {
            while (true) {
                WatchSnapshot now = feed.now();
                take(now, !block);
                if (block && !watched.isEmpty()) {
                    live.show(new WatchBlock(List.copyOf(watched.values()), now.sources()));
                }
                if (now.running() == 0) {
                    break;
                }
                if (!desk.serviceTime().isBefore(end)) {
                    throw new DpshException.TimedOut(
                            goesOn(now),
                            "not all ended within " + desk.operationDeadline().toSeconds() + " s",
                            "at the service it goes on; `watch` comes back",
                            desk.operationDeadline());
                }
                pause(now);
            }
        }
        return ended();
    }

    /** Keeps what runs, and what of it has ended; says what has changed where nothing is redrawn. */
    private void take(WatchSnapshot now, boolean saying) {
        for (WatchRow row : now.rows()) {
            WatchRow before = watched.get(row.ref());
            if (before != null || row.running()) {
                watched.put(row.ref(), row);
                if (saying && (before == null || !before.standing().equals(row.standing()))) {
                    say(row);
                }
            }
        }
    }

    private void say(WatchRow row) {
        Screen screen = desk.screen();
        if (desk.format() == Format.JSONL) {
            screen.out().println(row.json());
        } else if (forEyes()) {
            screen.out().println(row.line().painted(screen.ink()));
        }
        screen.out().flush();
    }

    private void pause(WatchSnapshot now) {
        try {
            if (new CountDownLatch(1).await(PULSE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            throw new DpshException.Interrupted("left the watch", goesOn(now) + " at the service; `watch` comes back");
        }
    }

    private ExitCode ended() {
        if (watched.isEmpty()) {
            desk.note("nothing runs; `operation list`, `job list` and `runs list` show what has ended", Tone.DIM);
        }
        if (!forEyes() && desk.format() != Format.JSONL) {
            desk.show(WatchRows.listing(List.copyOf(watched.values())));
        }
        return ExitCode.of(watched.values().stream()
                .map(row -> row.well() ? ExitCode.DONE : ExitCode.FAILED)
                .toList());
    }
}
