package dpsh.shell;

import dpsh.session.KnownValues;
import dpsh.session.Preferences;
import java.nio.file.Path;
import org.jline.reader.LineReader;
import org.jspecify.annotations.Nullable;

/** A shell with sample commands on a virtual screen. */
final class VirtualShell extends VirtualScreen {
    static final String PROMPT = "dpsh sandbox testBkpVault>";

    final SampleCommands commands = new SampleCommands();
    final NoticeBoard notices = new NoticeBoard(text -> {
        throw new IllegalStateException("no prompt for " + text);
    });
    private final Shell shell;

    private VirtualShell(String type, int columns, KnownValues known, @Nullable Path history, Greeting greeting) {
        super(type, columns, 24);
        Shell.Setup setup = new Shell.Setup(
                () -> commands,
                () -> new Standing("sandbox", null, null, "testBkpVault"),
                known,
                new Preferences(),
                Captured.TELLER,
                notices,
                history,
                greeting);
        shell = new Shell(setup, terminal(), true);
        start(shell::run);
    }

    static VirtualShell open() {
        return open("xterm-256color", 100, KnownValues.NONE, null);
    }

    /** Returns when the first prompt is on the screen. */
    static VirtualShell open(String type, int columns, KnownValues known, @Nullable Path history) {
        return new VirtualShell(type, columns, known, history, Greeting.NONE).atPrompt();
    }

    /** One that says something first and last. */
    static VirtualShell greeting(Greeting greeting) {
        return new VirtualShell("xterm-256color", 100, KnownValues.NONE, null, greeting).atPrompt();
    }

    private VirtualShell atPrompt() {
        await(text -> text.contains("> ") || text.stripTrailing().endsWith(">"));
        return this;
    }

    @Override
    public VirtualShell type(String keys) {
        super.type(keys);
        return this;
    }

    boolean isSet(LineReader.Option option) {
        return shell.reader().isSet(option);
    }
}
