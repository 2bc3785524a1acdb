package dpsh;

import dpsh.sandbox.Sandbox;
import dpsh.session.Preference;
import dpsh.shell.Batch;
import dpsh.shell.TerminalFacts;
import dpsh.shell.VirtualScreen;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole product behind a virtual screen: typed keys in, what the screen shows out. */
final class TypedShell extends VirtualScreen {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicInteger prompts = new AtomicInteger();

    private TypedShell(Path home, String type, int columns, List<String> arguments) {
        this(home, type, columns, arguments, Map.of());
    }

    private TypedShell(Path home, String type, int columns, List<String> arguments, Map<String, String> environment) {
        super(type, columns, 80);
        Batch.Streams streams = new Batch.Streams(InputStream.nullInputStream(), out, err);
        TerminalFacts facts = new TerminalFacts(true, true, true, columns, true);
        start(() -> Main.run(arguments, FixedHour.surroundings(home, streams, facts), (setup, with) -> {
            prompts.incrementAndGet();
            // What a test waits for is what was typed and answered.
            setup.preferences().set(Preference.HINTS, "off");
            setup.preferences().set(Preference.SUGGESTIONS, "off");
            return run(setup, with.styled(), environment);
        }));
    }

    /** At an embedded sandbox that is 600 times as fast; returns when the first prompt is there. */
    static TypedShell open(Path home) {
        return open(home, 120, "--sandbox", "--speed", "600");
    }

    static TypedShell open(Path home, int columns, String... arguments) {
        return new TypedShell(home, "xterm-256color", columns, List.of(arguments)).atPrompt();
    }

    /** With this editor. */
    static TypedShell editing(Path home, String editor) {
        List<String> arguments = List.of("--sandbox", "--speed", "600");
        return new TypedShell(home, "xterm-256color", 120, arguments, Map.of("EDITOR", editor)).atPrompt();
    }

    static TypedShell dumb(Path home) {
        return new TypedShell(home, "dumb", 120, List.of("--sandbox", "--speed", "600")).atPrompt();
    }

    /** At a sandbox of the test's own. */
    static TypedShell at(Sandbox sandbox, Path home, String... further) {
        List<String> arguments =
                new ArrayList<>(List.of("--endpoint", sandbox.endpoint().toString()));
        arguments.addAll(List.of(further));
        return new TypedShell(home, "xterm-256color", 120, arguments).atPrompt();
    }

    private TypedShell atPrompt() {
        await(text -> text.endsWith(">"));
        return this;
    }

    /** Types a line and returns the screen when the next prompt is there. */
    String line(String line) {
        await(text -> text.endsWith(">")); // a notice takes the prompt away for a moment
        int before = promptsShown();
        type(line + ENTER);
        return await(text -> promptsShown(text) > before && text.endsWith(">"));
    }

    /** What was printed between the line, on a screen line of its own, and the next prompt. */
    String answer(String line) {
        String text = line(line);
        int begin = text.lastIndexOf("> " + line + "\n");
        if (begin < 0) {
            throw new AssertionError("the line is not on the screen:\n" + text);
        }
        int from = begin + 2 + line.length();
        return text.substring(from, text.lastIndexOf('\n')).strip();
    }

    private int promptsShown() {
        return promptsShown(text());
    }

    private static int promptsShown(String text) {
        return (int) text.lines().filter(line -> line.matches("dpsh[^>]*>.*")).count();
    }

    /** What went to the process's own streams, past the terminal. */
    String past() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    /** Waits a little for the shell to leave, so that its home can be deleted. */
    @Override
    public void close() {
        super.close();
        awaitLeft();
    }
}
