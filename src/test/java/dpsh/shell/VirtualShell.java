package dpsh.shell;

import dpsh.command.Background;
import dpsh.session.KnownValues;
import dpsh.session.Preference;
import dpsh.session.Preferences;
import dpsh.store.OperationRow;
import dpsh.view.Cell;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jline.reader.LineReader;
import org.jline.terminal.Attributes;
import org.jspecify.annotations.Nullable;

/** A shell with sample commands on a virtual screen. */
final class VirtualShell extends VirtualScreen {
    static final String PROMPT = "dpsh sandbox testBkpVault>";

    final SampleCommands commands = new SampleCommands();
    final NoticeBoard notices = new NoticeBoard(text -> {
        throw new IllegalStateException("no prompt for " + text);
    });
    private final Shell shell;

    final Preferences preferences;

    /** Done once, on whatever thread asks what the prompt says. */
    final AtomicReference<@Nullable Runnable> whenPromptIsMade = new AtomicReference<>();

    /** Told what ended in the background. */
    volatile @Nullable Consumer<Cell> teller;

    /** Done once, on the shell's own thread, when the next line has been carried out and before anything else is. */
    final AtomicReference<@Nullable Runnable> behindNextLine = new AtomicReference<>();

    private VirtualShell(
            String type,
            int columns,
            KnownValues known,
            @Nullable Path history,
            Greeting greeting,
            Preferences preferences,
            boolean styled) {
        super(type, columns, 24);
        this.preferences = preferences;
        Shell.Setup setup = new Shell.Setup(
                () -> commands,
                this::standing,
                known,
                preferences,
                Captured.TELLER,
                notices,
                history,
                greeting,
                new Listening(this),
                null);
        shell = new Shell(setup, terminal(), styled);
        start(shell::run);
    }

    static VirtualShell open() {
        return open("xterm-256color", 100, KnownValues.NONE, null);
    }

    /** Nothing stands on the screen but what was typed and answered. */
    private static Preferences bare() {
        Preferences chosen = new Preferences();
        chosen.set(Preference.HINTS, "off");
        chosen.set(Preference.SUGGESTIONS, "off");
        return chosen;
    }

    /** Returns when the first prompt is on the screen; no hints and no suggestions come. */
    static VirtualShell open(String type, int columns, KnownValues known, @Nullable Path history) {
        return new VirtualShell(type, columns, known, history, Greeting.NONE, bare(), true).atPrompt();
    }

    /** One with hints and suggestions, as everybody has it. */
    static VirtualShell helping(String type, int columns, KnownValues known, @Nullable Path history) {
        return new VirtualShell(type, columns, known, history, Greeting.NONE, new Preferences(), true).atPrompt();
    }

    /** The same where colours are not welcome. */
    static VirtualShell withoutColour() {
        Preferences all = new Preferences();
        return new VirtualShell("xterm-256color", 100, KnownValues.NONE, null, Greeting.NONE, all, false).atPrompt();
    }

    /** One that says something first and last. */
    static VirtualShell greeting(Greeting greeting) {
        return new VirtualShell("xterm-256color", 100, KnownValues.NONE, null, greeting, bare(), true).atPrompt();
    }

    private Standing standing() {
        Runnable work = whenPromptIsMade.getAndSet(null);
        if (work != null) {
            work.run();
        }
        return new Standing("sandbox", null, null, "testBkpVault");
    }

    private VirtualShell atPrompt() {
        await(text -> text.contains("> ") || text.stripTrailing().endsWith(">"));
        return this;
    }

    /** Waits until Ctrl-C is a signal on this terminal, not a key. */
    VirtualShell awaitSignals() {
        await(text -> terminal().getAttributes().getLocalFlag(Attributes.LocalFlag.ISIG));
        return this;
    }

    @Override
    public VirtualShell type(String keys) {
        super.type(keys);
        return this;
    }

    /** Waits until the line that is being edited ends so, whatever the screen can show of it. */
    void awaitTyped(String end) {
        await(screen -> shell.reader().getBuffer().toString().endsWith(end));
    }

    boolean isSet(LineReader.Option option) {
        return shell.reader().isSet(option);
    }

    private record Listening(VirtualShell shell) implements Background {
        @Override
        public void begin(Consumer<Cell> teller) {
            shell.teller = teller;
        }

        @Override
        public void commandBegins() {
            NONE.commandBegins();
        }

        @Override
        public void commandEnds() {
            Runnable work = shell.behindNextLine.getAndSet(null);
            if (work != null) {
                work.run();
            }
        }

        @Override
        public boolean isFollowing() {
            return NONE.isFollowing();
        }

        @Override
        public @Nullable Instant nextLook(long number) {
            return NONE.nextLook(number);
        }

        @Override
        public int running() {
            return NONE.running();
        }

        @Override
        public List<OperationRow> left() {
            return NONE.left();
        }
    }
}
