package dpsh.shell;

import dpsh.arm.DpshException;
import dpsh.command.Commands;
import dpsh.command.FollowUp;
import dpsh.command.ReaderGone;
import dpsh.command.Screen;
import dpsh.command.ShellLines;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one line, whoever it came from. A simple line goes straight to the commands; one with operators goes stage by
 * stage. It never throws: what fails is told, and its code is the outcome.
 */
final class LineRunner {
    private final Once<Commands> commands;
    private final Screen screen;
    private final Teller teller;
    private final Set<Thread> running = new HashSet<>();
    private final CourseRun courses;
    private final Programs programs;
    private final UnaryOperator<String> expansion;
    private final @Nullable LineHistory history;

    /** No word stands for a line. */
    static final UnaryOperator<String> AS_TYPED = line -> line;

    /**
     * @param expansion puts lines in the place of the operator's own words
     * @param history what was typed, or null where nobody types
     */
    LineRunner(
            Once<Commands> commands,
            Screen screen,
            Teller teller,
            Programs programs,
            UnaryOperator<String> expansion,
            @Nullable LineHistory history) {
        this.commands = commands;
        this.programs = programs;
        this.expansion = expansion;
        this.history = history;
        this.screen = screen;
        this.teller = teller;
        this.courses = new CourseRun(commands, screen, programs, this::run);
    }

    /** Carries the line out, and tells what it cost where somebody wants to know that. */
    LineOutcome run(String line) {
        long begun = System.nanoTime();
        LineOutcome outcome = carryOut(line);
        if (outcome.kind() == LineOutcome.Kind.RAN) {
            took(Duration.ofNanos(System.nanoTime() - begun));
        }
        return outcome;
    }

    private void took(Duration length) {
        Commands language = commands.peek();
        try {
            String words = language == null ? null : language.took(length);
            if (words != null) {
                screen.err().println(screen.errInk().paint(words, Tone.DIM));
                screen.err().flush();
            }
        } catch (DpshException untold) {
            // There is no session, and that has been told by the line itself.
            return;
        }
    }

    private LineOutcome carryOut(String line) {
        String typed = Words.trimmed(line.stripLeading());
        if (typed.isEmpty() || typed.startsWith("#")) {
            return LineOutcome.NOTHING;
        }
        try {
            String trimmed = Words.trimmed(expansion.apply(typed).stripLeading());
            GroovyLine groovy = GroovyLine.of(trimmed);
            if (groovy != null) {
                return run(groovy.words(), screen);
            }
            List<String> words = Words.split(trimmed);
            if (words.get(words.size() - 1).equals("&")) {
                throw new DpshException.Usage(
                        "nothing runs in the background", "the line ends with &", "leave the & out; Ctrl-C detaches");
            }
            Course course = LineGrammar.parse(Words.scan(trimmed).joined());
            return course.isSimple() ? run(course.stages().get(0).words(), screen) : pipe(course);
        } catch (RuntimeException e) {
            // The line cannot be read, or the commands behind its words cannot be built: the shell goes on.
            return LineOutcome.ran(tell(e));
        }
    }

    /** Carries out words that were split already, such as the arguments of the process. */
    LineOutcome run(List<String> words, Screen on) {
        LineOutcome outcome = one(words, on);
        Commands language = commands.peek();
        FollowUp lines = outcome.kind() == LineOutcome.Kind.RAN && language != null ? language.following() : null;
        return lines == null ? outcome : follow(lines);
    }

    /** Carries out the lines that a command leaves behind, until they end or one of them leaves. */
    private LineOutcome follow(FollowUp lines) {
        try {
            for (String line = lines.next(null); line != null; ) {
                LineOutcome outcome = run(line);
                if (outcome.kind() == LineOutcome.Kind.LEAVE) {
                    return outcome;
                }
                line = lines.next(outcome.code());
            }
            return LineOutcome.ran(lines.code());
        } catch (DpshException e) {
            return LineOutcome.ran(tell(e));
        } finally {
            // A Ctrl-C at a question between two lines is not meant for the prompt behind them.
            clearInterrupt();
        }
    }

    private LineOutcome one(List<String> words, Screen on) {
        boolean added;
        synchronized (running) {
            added = running.add(Thread.currentThread());
        }
        try {
            Commands language = commands.get();
            language.attach(lines());
            int code = language.run(words, on);
            Integer leaving = language.leaving();
            return leaving == null ? LineOutcome.ran(code) : LineOutcome.leave(leaving);
        } catch (ReaderGone e) {
            return LineOutcome.ran(0);
        } catch (RuntimeException e) {
            // A defect in a command, or an interruption that it let through: the shell goes on either way.
            return LineOutcome.ran(teller.tell(e, on));
        } finally {
            end(added);
            on.out().flush();
            on.err().flush();
        }
    }

    /** The same on another screen. */
    LineRunner on(Screen other) {
        return new LineRunner(commands, other, teller, programs, expansion, history);
    }

    private ShellLines lines() {
        return new RunnerLines(this, history);
    }

    /** Whether a command runs. */
    boolean isBusy() {
        synchronized (running) {
            return !running.isEmpty();
        }
    }

    /** Whether a program has the terminal. */
    boolean isLent() {
        return courses.lent() != null;
    }

    /**
     * Interrupts the command that runs.
     *
     * @return false when none does
     */
    boolean interrupt() {
        ProgramRun lent = courses.lent();
        if (lent != null && lent.livesOn()) {
            // Such as less, which stays for a Ctrl-C.
            return true;
        }
        synchronized (running) {
            running.forEach(Thread::interrupt);
            return !running.isEmpty();
        }
    }

    private LineOutcome pipe(Course course) {
        boolean added;
        synchronized (running) {
            added = running.add(Thread.currentThread());
        }
        try {
            return courses.carryOut(course);
        } catch (InterruptedException e) {
            return LineOutcome.ran(ExitCode.INTERRUPTED.number());
        } finally {
            end(added);
        }
    }

    /** @param outermost whether nothing goes on around what ends here, which an interruption could still be for */
    private void end(boolean outermost) {
        synchronized (running) {
            if (outermost) {
                running.remove(Thread.currentThread());
                clearInterrupt();
            }
        }
    }

    private int tell(Exception failure) {
        int code = teller.tell(failure, screen);
        screen.err().flush();
        return code == 0 ? ExitCode.FAILED.number() : code;
    }

    private static void clearInterrupt() {
        Thread.interrupted();
    }
}
