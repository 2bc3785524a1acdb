package dpsh.shell;

import dpsh.arm.DpshException;
import dpsh.command.Commands;
import dpsh.command.Screen;
import dpsh.view.ExitCode;
import java.nio.file.FileSystemException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jline.shell.ExitShellException;
import org.jline.shell.Pipeline;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one line, whoever it came from. A simple line goes straight to the commands; one with operators goes through
 * JLine's pipeline. It never throws: what fails is told, and its code is the outcome.
 */
final class LineRunner {
    private final Supplier<Commands> commands;
    private final Screen screen;
    private final Teller teller;
    private final Supplier<Terminal> terminal;
    private final LineGrammar grammar = new LineGrammar();
    private final Set<Thread> running = new HashSet<>();
    private @Nullable LineDispatcher dispatcher;

    /** @param terminal asked for only when a line has operators; never read from or written to */
    LineRunner(Supplier<Commands> commands, Screen screen, Teller teller, Supplier<Terminal> terminal) {
        this.commands = commands;
        this.screen = screen;
        this.teller = teller;
        this.terminal = terminal;
    }

    /** Carries the line out. */
    LineOutcome run(String line) {
        String trimmed = line.strip();
        if (trimmed.isEmpty() || trimmed.startsWith("#")) {
            return LineOutcome.NOTHING;
        }
        try {
            GroovyLine groovy = GroovyLine.of(trimmed);
            if (groovy != null) {
                return run(groovy.words(), screen);
            }
            List<String> words = Words.split(trimmed);
            Pipeline pipeline = grammar.parse(Words.scan(trimmed).joined());
            return isSimple(pipeline) ? run(words, screen) : pipe(pipeline);
        } catch (DpshException e) {
            return LineOutcome.ran(tell(e));
        }
    }

    /** Carries out words that were split already, such as the arguments of the process. */
    LineOutcome run(List<String> words, Screen on) {
        synchronized (running) {
            running.add(Thread.currentThread());
        }
        try {
            Commands language = commands.get();
            int code = language.run(words, on);
            Integer leaving = language.leaving();
            return leaving == null ? LineOutcome.ran(code) : LineOutcome.leave(leaving);
        } catch (RuntimeException e) {
            // A defect in a command, or an interruption that it let through: the shell goes on either way.
            return LineOutcome.ran(teller.tell(e, on));
        } finally {
            synchronized (running) {
                running.remove(Thread.currentThread());
                clearInterrupt();
            }
            on.out().flush();
            on.err().flush();
        }
    }

    /** Whether a command runs. */
    boolean isBusy() {
        synchronized (running) {
            return !running.isEmpty();
        }
    }

    /**
     * Interrupts the command that runs.
     *
     * @return false when none does
     */
    boolean interrupt() {
        synchronized (running) {
            running.forEach(Thread::interrupt);
            return !running.isEmpty();
        }
    }

    private LineOutcome pipe(Pipeline pipeline) {
        if (pipeline.isBackground()) {
            throw new DpshException.Usage(
                    "nothing runs in the background", "the line ends with &", "leave the & out; Ctrl-C detaches");
        }
        if (pipeline.stages().stream().anyMatch(stage -> GroovyLine.of(stage.commandLine()) != null)) {
            throw new DpshException.Usage(
                    "an expression stands alone on its line",
                    null,
                    "put the = on a line of its own; `_` is what the line before it showed");
        }
        try {
            return LineOutcome.ran(dispatcher().carryOut(pipeline));
        } catch (ExitShellException e) {
            return LineOutcome.leave(e.getExitCode());
        } catch (FileSystemException e) {
            return LineOutcome.ran(tell(new DpshException.Refused(
                    "cannot redirect to or from " + e.getFile(),
                    e.getReason() == null ? e.getClass().getSimpleName() : e.getReason(),
                    "name a file that can be opened")));
        } catch (Exception e) {
            // The pipeline declares Exception; what remains here is a defect, or an interruption between two stages.
            return LineOutcome.ran(tell(e));
        } finally {
            clearInterrupt();
        }
    }

    private LineDispatcher dispatcher() {
        LineDispatcher known = dispatcher;
        if (known == null) {
            known = new LineDispatcher(terminal.get(), this, screen);
            dispatcher = known;
        }
        return known;
    }

    private int tell(Exception failure) {
        int code = teller.tell(failure, screen);
        screen.err().flush();
        return code == 0 ? ExitCode.FAILED.number() : code;
    }

    private static void clearInterrupt() {
        Thread.interrupted();
    }

    private static boolean isSimple(Pipeline pipeline) {
        return !pipeline.isBackground()
                && pipeline.stages().size() == 1
                && pipeline.stages().get(0).operator() == null
                && pipeline.stages().get(0).inputSource() == null;
    }
}
