package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.view.Cell;
import dpsh.view.ExitCode;
import dpsh.view.LiveBlock;
import dpsh.view.Times;
import dpsh.view.Tone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code watch COMMAND}: on the whole screen, in a block of lines, or as one result after the other. */
final class WatchRepeated {
    private static final int NARROWEST = 20;
    private static final long PATIENCE_SECONDS = 2;

    private final Desk desk;
    private final InnerLines inner;

    WatchRepeated(Desk desk, InnerLines inner) {
        this.desk = desk;
        this.inner = inner;
    }

    /**
     * @param inline whether the whole screen is not to be used
     * @throws DpshException.Usage when the line is none that only reads, or nothing would end it where nobody can
     */
    ExitCode watch(WatchLine line, boolean inline) {
        Screen screen = desk.screen();
        boolean terminal = screen.redraws();
        WatchLoop loop = new WatchLoop(desk, inner, line, terminal);
        if (!terminal && screen.width() == 0 && line.until() == null && line.times() == null) {
            throw new DpshException.Usage(
                    "this would never end",
                    "without a terminal nobody sees it change",
                    "add until JMESPATH, or --times N in front of the command");
        }
        FullScreen whole = inline || !terminal || isNarrow(screen) ? null : screen.fullScreen();
        if (whole != null) {
            return onWhole(whole, loop, line);
        }
        return terminal ? inBlock(loop, line) : plainly(loop, line);
    }

    /** A width that nobody knows is taken for enough. */
    static boolean isNarrow(Screen screen) {
        return screen.width() > 0 && screen.width() < NARROWEST;
    }

    private static String title(WatchLine line) {
        return "watch " + String.join(" ", line.command()) + "  every " + Times.length(line.every());
    }

    /** The looks are taken on a thread of their own, so that keys are answered meanwhile. */
    private ExitCode onWhole(FullScreen whole, WatchLoop loop, WatchLine line) {
        WatchResult view = new WatchResult(title(line), loop::wake);
        Thread[] looking = new Thread[1];
        CompletableFuture<ExitCode> end = CompletableFuture.supplyAsync(() -> loop.run(view::show), task -> {
            Thread thread = new Thread(task, "dpsh-watch");
            thread.setDaemon(true);
            looking[0] = thread;
            thread.start();
        });
        CompletableFuture<Void> told = end.handle((code, failure) -> {
            view.over();
            return null;
        });
        try {
            whole.show(view);
        } finally {
            looking[0].interrupt();
            awaitEnd(told);
        }
        view.result().forEach(this::print);
        if (end.isDone() && !view.isBroken()) {
            try {
                return end.join();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof DpshException.Interrupted)
                        && e.getCause() instanceof RuntimeException why) {
                    throw why;
                }
            }
        }
        if (view.isBroken() || line.until() != null) {
            throw WatchLoop.interrupted();
        }
        return ExitCode.DONE;
    }

    private static void awaitEnd(CompletableFuture<Void> told) {
        try {
            told.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // It is left behind; what it still reads is shown nowhere.
        }
    }

    private ExitCode inBlock(WatchLoop loop, WatchLine line) {
        WatchResult view = new WatchResult(title(line), loop::wake);
        ExitCode code;
        try (LiveBlock live = desk.screen().live()) {
            code = loop.run(look -> {
                view.show(look);
                live.show(view.block());
            });
            live.erase();
        }
        view.result().forEach(this::print);
        return code;
    }

    /** Each result, or the one that it waited for. */
    private ExitCode plainly(WatchLoop loop, WatchLine line) {
        if (line.until() == null) {
            return loop.run(this::tell);
        }
        WatchLook[] last = new WatchLook[1];
        try {
            ExitCode code = loop.run(look -> last[0] = look);
            if (code == ExitCode.FAILED) {
                desk.note("it did not become true in " + line.times() + " looks", Tone.WARNING);
            }
            return code;
        } finally {
            if (last[0] != null) {
                tell(last[0]);
            }
        }
    }

    private void tell(WatchLook look) {
        desk.screen().out().print(look.data());
        desk.screen().out().flush();
        desk.screen().err().print(look.words());
        desk.screen().err().flush();
    }

    private void print(Cell line) {
        desk.screen().out().println(line.painted(desk.screen().ink()));
    }
}
