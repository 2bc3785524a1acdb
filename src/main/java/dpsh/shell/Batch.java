package dpsh.shell;

import dpsh.command.Commands;
import dpsh.command.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jline.utils.Signals;

/**
 * Carries out lines without a prompt: those of {@code -c}, those of standard input, or one command. Stops at the first
 * failure, whose code is the result. Asked to keep going, it runs every line: 0 when all went well, their code when every
 * line failed with the same one, and 3 otherwise. Ctrl-C ends it with 130 in either case; a second one ends the process.
 */
public final class Batch {
    private final Screen screen;
    private final LineRunner runner;

    /**
     * The process's streams.
     *
     * @param in where answers are typed when it is a terminal; lines come from elsewhere or from the same reader
     * @param own whether they are the process's standard streams, which programs can write to themselves
     */
    public record Streams(InputStream in, OutputStream out, OutputStream err, boolean own) {
        /** Streams of a caller's own. */
        public Streams(InputStream in, OutputStream out, OutputStream err) {
            this(in, out, err, false);
        }
    }

    public Batch(Supplier<Commands> commands, Teller teller, Streams streams, TerminalFacts facts) {
        this(
                commands,
                teller,
                screen(streams, facts),
                Programs.lending(streams.own() && facts.out() ? () -> () -> {} : null));
    }

    private Batch(Supplier<Commands> commands, Teller teller, Screen screen, Programs programs) {
        this.screen = screen;
        this.runner = new LineRunner(new Once<>(commands), screen, teller, programs, LineRunner.AS_TYPED, null);
    }

    /** One command, its words already split by the calling shell. */
    public int run(List<String> words) {
        Tally result = new Tally(false);
        result.take(interruptibly(() -> runner.run(words, screen)));
        return result.code();
    }

    /** The lines of {@code -c}, in order. */
    public int run(List<String> lines, boolean keepGoing) {
        ScriptRun script = script(keepGoing);
        int before = 0;
        for (String line : lines) {
            script.run(new Lines(line.lines().iterator()), before, lines.size() > 1);
            before += (int) line.lines().count();
        }
        return script.result().code();
    }

    /** The lines of a stream; each is carried out before the next is read. */
    public int run(InputStream input, boolean keepGoing) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            return script(keepGoing)
                    .run(new Lines(reader.lines().iterator()), 0, true)
                    .result()
                    .code();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }

    private ScriptRun script(boolean keepGoing) {
        return new ScriptRun(screen, line -> interruptibly(() -> runner.run(line)), keepGoing, null);
    }

    /** The process's streams as a screen; also for a caller that has something to say itself. */
    public static Screen screen(Streams streams, TerminalFacts facts) {
        return PlainScreen.on(
                writer(streams.out()),
                writer(streams.err()),
                facts,
                new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8)));
    }

    boolean interrupt() {
        return runner.interrupt();
    }

    private LineOutcome interruptibly(Supplier<LineOutcome> work) {
        Object before = Signals.register("INT", () -> {
            Signals.registerDefault("INT");
            interrupt();
        });
        try {
            return work.get();
        } finally {
            if (before != null) {
                Signals.unregister("INT", before);
            }
        }
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
