package dpsh.shell;

import dpsh.command.Background;
import dpsh.command.Commands;
import dpsh.session.KnownValues;
import dpsh.session.Preference;
import dpsh.session.Preferences;
import dpsh.view.Cell;
import dpsh.view.ExitCode;
import dpsh.view.Ink;
import dpsh.view.Tone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * The interactive shell: reads a line, carries it out, and does it again. Neither the prompt nor Tab waits for the network;
 * the commands are built in the background once there is a prompt, and the first line or the first Tab waits for them.
 */
public final class Shell {
    private final Setup setup;
    private final Terminal terminal;
    private final TerminalScreen screen;
    private final LineRunner runner;
    private final PromptReader reader;
    private final LineEditing editing;
    private final Prompt prompt;
    private final Endings endings;
    private final InitFile init;
    private final CtrlC ctrlC = new CtrlC(System::nanoTime);
    private final InterruptKey interrupts;

    /**
     * What the shell is made of.
     *
     * @param commands called once, on a thread of its own, when the first prompt comes; again if that failed
     * @param standing asked before each prompt; answers from memory
     * @param known the values that Tab offers
     * @param preferences asked each time: they may change while the shell runs
     * @param teller tells failures of the shell itself
     * @param notices is shown above the prompt while the shell runs
     * @param history the file that lines are kept in, or null to keep them in memory
     * @param greeting is said before the first prompt and on leaving
     * @param background what goes on while nobody waits for it
     * @param init the lines that a session begins with, or null
     */
    public record Setup(
            Supplier<Commands> commands,
            Supplier<Standing> standing,
            KnownValues known,
            Preferences preferences,
            Teller teller,
            NoticeBoard notices,
            @Nullable Path history,
            Greeting greeting,
            Background background,
            @Nullable Path init) {
        /** One behind whose prompt nothing goes on. */
        public Setup(
                Supplier<Commands> commands,
                Supplier<Standing> standing,
                KnownValues known,
                Preferences preferences,
                Teller teller,
                NoticeBoard notices,
                @Nullable Path history,
                Greeting greeting) {
            this(commands, standing, known, preferences, teller, notices, history, greeting, Background.NONE, null);
        }
    }

    Shell(Setup setup, Terminal terminal, boolean styled) {
        this(setup, terminal, styled, new OperatorsEditor(System.getenv(), Programs.unlent()));
    }

    Shell(Setup setup, Terminal terminal, boolean styled, OperatorsEditor editor) {
        this(setup, terminal, styled ? Theme.BASIC : null, editor);
    }

    /**
     * @param theme what colours can be read, or null for none
     * @param editor its programs are also those of pipes, with the terminal to be lent where it is the process's own
     */
    private Shell(Setup setup, Terminal terminal, @Nullable Theme theme, OperatorsEditor editor) {
        this.setup = setup;
        this.terminal = terminal;
        boolean redraws = !SystemTerminal.isDumb(terminal);
        Ink ink = theme != null && redraws
                ? new AnsiInk(() -> theme.chosen(setup.preferences().get(Preference.THEME)))
                : new PlainInk();
        this.screen = new TerminalScreen(
                terminal, ink, redraws, () -> setup.preferences().isOn(Preference.PAGER));
        Once<Commands> commands = new Once<>(setup.commands());
        this.prompt = new Prompt(screen.ink());
        this.endings = new Endings(this::isBusy, this::ended);
        PromptReader made = new Editor(setup, commands, redraws ? theme : null, this::awaitInit)
                .open(terminal, editor, text -> say(text, Tone.WARNING));
        this.reader = made;
        this.runner = new LineRunner(
                commands,
                screen,
                setup.teller(),
                editor.programs(),
                line -> new AliasExpansion(commands.get().aliases()).of(line),
                made.lines());
        this.editing = new LineEditing(editor, reader.getHistory());
        screen.prompts(editing);
        this.init = new InitFile(setup.init(), this::notice, this::repaint, runner::on);
        this.interrupts = new InterruptKey(terminal, screen, runner, init, ctrlC);
        // JLine calls this when a line begins: nothing is left to do then but to paint the prompt.
        reader.getWidgets().put(LineReader.CALLBACK_INIT, () -> {
            commands.begin("dpsh-commands");
            init.begin();
            if (interrupts.wasPressedBetween()) {
                // As JLine does it from now on.
                Thread.currentThread().interrupt();
            }
            return true;
        });
    }

    /**
     * Runs the shell on the process's terminal until the operator leaves.
     *
     * @return 0, or the code given to {@code exit}
     * @throws UncheckedIOException when there is no terminal to be had
     */
    public static int run(Setup setup, TerminalFacts facts) {
        try (Terminal terminal = SystemTerminal.open(facts, System.getenv("TERM"))) {
            return new Shell(
                            setup,
                            terminal,
                            facts.styled() ? facts.theme() : null,
                            new OperatorsEditor(System.getenv(), Programs.lending(lending(terminal))))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("no terminal", e);
        }
    }

    /** Between two lines the terminal is as a program expects it; one that breaks off may leave it otherwise. */
    private static Lending lending(Terminal terminal) {
        return () -> {
            Attributes before = terminal.getAttributes();
            return () -> terminal.setAttributes(before);
        };
    }

    LineReader reader() {
        return reader;
    }

    int run() {
        Terminal.SignalHandler before = interrupts.listen();
        setup.notices().attach(this::notice);
        setup.background().begin(endings::add);
        try {
            setup.greeting().lines().forEach(line -> say(line, Tone.PLAIN));
            while (true) {
                LineOutcome outcome = turn();
                if (outcome.kind() == LineOutcome.Kind.LEAVE) {
                    if (setup.greeting().farewell() != null) {
                        say(setup.greeting().farewell(), Tone.PLAIN);
                    }
                    return outcome.code();
                }
            }
        } finally {
            setup.notices().detach();
            terminal.handle(Terminal.Signal.INT, before);
        }
    }

    /** Above the line being edited, or above the block of a command that runs. */
    private void notice(String text) {
        if (screen.isFull()) {
            endings.add(Cell.of(text));
        } else if (screen.isLive() || screen.isHeld()) {
            screen.err().println(text);
        } else {
            above(text);
        }
    }

    private void above(String text) {
        reader.printAbove(text);
    }

    /** What ended is one less in the prompt that stands. */
    private void ended(Cell line) {
        above(line.painted(screen.errInk()));
        repaint();
    }

    private boolean isBusy() {
        return runner.isBusy();
    }

    private void awaitInit() {
        init.awaitEnd(() -> {});
    }

    /** The prompt of the line that is being typed says what holds now. */
    private void repaint() {
        reader.repaint(promptText());
    }

    private String promptText() {
        return prompt.text(setup.standing().get(), terminal.getColumns());
    }

    private LineOutcome carryOut(String line) {
        setup.background().commandBegins();
        try {
            return runner.run(line);
        } finally {
            interrupts.listen();
            setup.background().commandEnds();
        }
    }

    /** With a question where something still runs; the key that asked for it, pressed once more at the question, leaves too. */
    private LineOutcome leave(boolean byCtrlC) {
        if (setup.background().left().isEmpty()) {
            return LineOutcome.leave(0);
        }
        LineOutcome outcome = runner.run(List.of("exit"), screen);
        boolean insists = byCtrlC && outcome.code() == ExitCode.INTERRUPTED.number();
        return insists ? LineOutcome.leave(0) : outcome;
    }

    private LineOutcome turn() {
        String typed;
        endings.show();
        try {
            typed = reader.readLine(promptText(), null, (MaskingCallback) null, editing.proposed());
        } catch (UserInterruptException e) {
            if (init.interrupt()) {
                init.awaitEnd(() -> {});
                return LineOutcome.NOTHING;
            }
            boolean empty = !reader.heldText();
            if (ctrlC.atPrompt(empty)) {
                return leave(true);
            }
            if (empty) {
                say("Ctrl-C once more leaves; so do exit and Ctrl-D.", Tone.DIM);
            }
            return LineOutcome.NOTHING;
        } catch (EndOfFileException e) {
            return leave(false);
        }
        ctrlC.typed();
        if (!init.awaitEnd(() -> say("Waiting for the init file; Ctrl-C ends it.", Tone.DIM))) {
            // Ctrl-C while it waited: the line is not wanted any more.
            return LineOutcome.NOTHING;
        }
        for (Lines lines = new Lines(typed.lines().iterator()); lines.hasNext(); ) {
            String line = lines.next().text();
            if (interrupts.wasPressedBetween()) {
                return LineOutcome.NOTHING;
            }
            LineOutcome outcome = carryOut(line);
            if (outcome.kind() == LineOutcome.Kind.LEAVE || outcome.code() != 0) {
                return outcome;
            }
        }
        return LineOutcome.NOTHING;
    }

    private void say(String text, Tone tone) {
        screen.err().println(screen.errInk().paint(text, tone));
        screen.err().flush();
    }
}
