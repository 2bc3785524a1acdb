package dpsh.shell;

import dpsh.command.Screen;
import dpsh.view.ExitCode;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.shell.Command;
import org.jline.shell.CommandSession;
import org.jline.shell.ExitShellException;
import org.jline.shell.Pipeline;
import org.jline.shell.impl.DefaultCommandDispatcher;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Carries out lines with operators: every stage goes through the same door as a simple line, the command's name in front,
 * its data to the stage's own stream.
 */
final class LineDispatcher extends DefaultCommandDispatcher {
    private final LineRunner runner;
    private final Screen screen;
    private final PrintStream direct = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private volatile int lastCode;

    LineDispatcher(Terminal terminal, LineRunner runner, Screen screen) {
        super(terminal, null, new LineGrammar(), null, null, null, new WordsParser());
        this.runner = runner;
        this.screen = screen;
        session().setOut(direct);
        session().setWorkingDirectory(Path.of("").toAbsolutePath());
    }

    /** A stage's command ended with another code than 0; it has been told already. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        private final int code;

        Failed(int code) {
            super("exit code " + code, null, false, false);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** The operator interrupted a stage: what stands behind it is not run, whatever the operator between them. */
    private static final class Stopped extends EndOfFileException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Runs the stages.
     *
     * @return the exit code of the command that ran last
     * @throws ExitShellException when a stage asked to leave
     * @throws Exception when something else than a command failed, such as a redirection
     */
    int carryOut(Pipeline pipeline) throws Exception {
        lastCode = 0;
        session().setLastExitCode(0);
        try {
            execute(pipeline);
        } catch (Failed e) {
            return e.code();
        } catch (Stopped e) {
            return ExitCode.INTERRUPTED.number();
        }
        return session().lastExitCode() == 0 ? 0 : lastCode;
    }

    /** Every word is a command: an unknown one is told by the command language itself, with what comes near. */
    @Override
    public Command findCommand(String name) {
        return new Stage(name);
    }

    private final class Stage implements Command {
        private final String name;

        Stage(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public @Nullable Object execute(CommandSession session, String[] arguments) throws Failed {
            List<String> words = new ArrayList<>(Words.split(name));
            words.addAll(List.of(arguments));
            int code;
            if (session.out() == direct) {
                code = run(words, screen);
            } else {
                PrintWriter out = new PrintWriter(new OutputStreamWriter(session.out(), StandardCharsets.UTF_8));
                code = run(words, new RedirectedScreen(screen, out));
                out.flush();
            }
            lastCode = code;
            if (code == ExitCode.INTERRUPTED.number()) {
                throw new Stopped();
            }
            if (code != 0) {
                throw new Failed(code);
            }
            return null;
        }

        private int run(List<String> words, Screen stageScreen) {
            LineOutcome outcome = runner.run(words, stageScreen);
            if (outcome.kind() == LineOutcome.Kind.LEAVE) {
                throw new ExitShellException(outcome.code());
            }
            return outcome.code();
        }
    }
}
