package dpsh.shell;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.command.Commands;
import dpsh.command.Screen;
import dpsh.shell.Course.Joint;
import dpsh.shell.Course.Pipe;
import dpsh.shell.Course.Stage;
import dpsh.view.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a line with operators. A stage is a command of dpsh, or a program of the operator's machine when there is no such
 * command and it is not the first. Commands run one after the other, each with the whole of what the one before it wrote as
 * its standard input; programs run beside the command that feeds them. A pipe ends with the code of its last stage that failed
 * (bash's pipefail), and nothing is fed from a stage that failed into a command: half a list is not acted on.
 */
final class CourseRun {
    private final Supplier<Commands> commands;
    private final Screen screen;
    private final Programs programs;
    private final BiFunction<List<String>, Screen, LineOutcome> command;
    private final AtomicReference<@Nullable ProgramRun> running = new AtomicReference<>();

    /** @param command carries out the words of one command on a screen */
    CourseRun(
            Supplier<Commands> commands,
            Screen screen,
            Programs programs,
            BiFunction<List<String>, Screen, LineOutcome> command) {
        this.commands = commands;
        this.screen = screen;
        this.programs = programs;
        this.command = command;
    }

    /** The programs that have the terminal now, or null. */
    @Nullable
    ProgramRun lent() {
        ProgramRun now = running.get();
        return now != null && now.isLent() ? now : null;
    }

    /**
     * Carries it out.
     *
     * @throws DpshException when a stage is nothing that can be run, before anything of the line is; or a file cannot be opened
     * @throws InterruptedException when the operator interrupts a program
     */
    LineOutcome carryOut(Course course) throws InterruptedException {
        course.pipes().forEach(this::check);
        LineOutcome outcome = LineOutcome.ran(0);
        for (Pipe pipe : course.pipes()) {
            boolean wanted = pipe.joint() == Joint.ALWAYS || pipe.joint() == Joint.WHEN_WELL == (outcome.code() == 0);
            outcome = wanted ? carryOut(pipe) : outcome;
            if (outcome.kind() == LineOutcome.Kind.LEAVE || outcome.code() == ExitCode.INTERRUPTED.number()) {
                return outcome;
            }
        }
        return outcome;
    }

    private void check(Pipe pipe) {
        List<Stage> stages = pipe.stages();
        for (Stage stage : stages) {
            if (GroovyLine.of(stage.text()) != null) {
                throw new DpshException.Usage(
                        "an expression stands alone on its line",
                        null,
                        "put the = on a line of its own; `_` is what the line before it showed");
            }
            boolean first = stage == stages.get(0);
            boolean last = stage == stages.get(stages.size() - 1);
            if (stage.from() != null && !first || stage.to() != null && !last) {
                throw new DpshException.Usage(
                        "'" + stage.text() + "' has two " + (last ? "inputs" : "outputs"),
                        "a file and a pipe",
                        "leave one of them out; `tee` writes to both");
            }
            if (!first && !isCommand(stage) && programs.find(stage.name()) == null) {
                List<String> near = Nearest.to(stage.name(), commands.get().beginnings());
                throw new DpshException.Usage(
                        "'" + stage.name() + "' is neither a command nor a program on the PATH",
                        null,
                        near.isEmpty() ? "`help` lists the commands" : "did you mean `" + near.get(0) + "`?");
            }
        }
    }

    /** Options of dpsh may stand before its command. */
    private boolean isCommand(Stage stage) {
        return stage.name().startsWith("-") || names().contains(stage.name());
    }

    private Set<String> names() {
        return commands.get().model().getSubcommands().keySet();
    }

    private LineOutcome carryOut(Pipe pipe) throws InterruptedException {
        List<Stage> stages = pipe.stages();
        Stage last = stages.get(stages.size() - 1);
        try (InputStream from = opened(stages.get(0).from());
                OutputStream to = opened(last)) {
            InputStream input = from;
            LineOutcome outcome = LineOutcome.ran(0);
            for (int at = 0; at < stages.size(); ) {
                int end = at + 1;
                while (end < stages.size() && !isCommand(stages.get(end))) {
                    end++;
                }
                ByteArrayOutputStream whole = end < stages.size() ? new ByteArrayOutputStream() : null;
                outcome = part(stages.subList(at, end), input, whole == null ? to : whole);
                if (whole == null || outcome.kind() == LineOutcome.Kind.LEAVE || outcome.code() != 0) {
                    return outcome;
                }
                input = new ByteArrayInputStream(whole.toByteArray());
                at = end;
            }
            return outcome;
        } catch (IOException e) {
            throw refused(e.getMessage() == null ? "the file" : last.to() + "", "it cannot be written to the end");
        }
    }

    /** A command and the programs behind it. @param to where the data goes; null for the screen */
    private LineOutcome part(List<Stage> stages, @Nullable InputStream input, @Nullable OutputStream to)
            throws InterruptedException {
        List<String> words = stages.get(0).words();
        List<Stage> behind = stages.subList(1, stages.size());
        if (behind.isEmpty()) {
            return to == null
                    ? command.apply(words, input == null ? screen : new RedirectedScreen(screen, null, input))
                    : redirected(words, input, to);
        }
        try (ProgramRun run = to == null
                ? ProgramRun.shown(programs, behind, screen)
                : ProgramRun.into(programs, behind, to, screen)) {
            running.set(run);
            LineOutcome outcome;
            try (OutputStream feed = run.input()) {
                outcome = redirected(words, input, feed);
            } catch (IOException e) {
                throw new IllegalStateException("closing a program's input does not fail", e);
            }
            if (outcome.code() == ExitCode.INTERRUPTED.number() && !run.isLent()) {
                return outcome;
            }
            int code = run.await();
            return code == 0 || outcome.kind() == LineOutcome.Kind.LEAVE ? outcome : LineOutcome.ran(code);
        } finally {
            running.set(null);
        }
    }

    private LineOutcome redirected(List<String> words, @Nullable InputStream input, OutputStream to) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        LineOutcome outcome = command.apply(words, new RedirectedScreen(screen, out, input));
        out.flush();
        return outcome;
    }

    private static @Nullable InputStream opened(@Nullable String file) {
        if (file == null) {
            return null;
        }
        try {
            return Files.newInputStream(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw refused(file, e);
        }
    }

    private static @Nullable OutputStream opened(Stage stage) {
        String file = stage.to();
        if (file == null) {
            return null;
        }
        try {
            return stage.append()
                    ? Files.newOutputStream(Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    : Files.newOutputStream(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw refused(file, e);
        }
    }

    private static DpshException.Refused refused(String file, Exception e) {
        String why = e instanceof java.nio.file.NoSuchFileException
                ? "there is no such file or directory"
                : e instanceof java.nio.file.AccessDeniedException
                        ? "it may not be opened"
                        : String.valueOf(e.getMessage())
                                .replaceFirst("^" + java.util.regex.Pattern.quote(file) + ": ", "");
        return refused(file, why);
    }

    private static DpshException.Refused refused(String file, String why) {
        return new DpshException.Refused("cannot redirect to or from " + file, why, "name a file that can be opened");
    }
}
