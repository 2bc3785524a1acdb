package dpsh.shell;

import dpsh.command.Commands;
import dpsh.session.Known;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.terminal.Terminal;

/** How a line is typed: keys, completion, history. */
final class Editor {
    private static final List<Known> BUILT_INS =
            List.of(new Known("history", "Show the lines typed so far", "shell", true));

    /** The arrow keys as terminals send them that do not heed the application mode; JLine binds the other form only. */
    private static final Map<String, String> ARROWS = Map.of(
            "\u001b[A", LineReader.UP_LINE_OR_HISTORY,
            "\u001b[B", LineReader.DOWN_LINE_OR_HISTORY,
            "\u001b[C", LineReader.FORWARD_CHAR,
            "\u001b[D", LineReader.BACKWARD_CHAR);

    private final Shell.Setup setup;
    private final Supplier<Commands> commands;

    /** @param commands asked at the first Tab, not before */
    Editor(Shell.Setup setup, Supplier<Commands> commands) {
        this.setup = setup;
        this.commands = commands;
    }

    /**
     * The reader of lines on this terminal.
     *
     * @param warning told when the history cannot be kept
     */
    LineReader open(Terminal terminal, Consumer<String> warning) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .appName("dpsh")
                .terminal(terminal)
                .parser(new WordsParser())
                .history(new FilteredHistory())
                .completer(new TabCompleter(
                        () -> new ModelCompletion(commands.get().model(), setup.known(), BUILT_INS),
                        () -> commands.get().expressions()))
                .option(LineReader.Option.COMPLETE_MATCHER_TYPO, false)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                .option(LineReader.Option.HISTORY_IGNORE_DUPS, true)
                .option(LineReader.Option.HISTORY_REDUCE_BLANKS, false)
                .option(LineReader.Option.HISTORY_BEEP, false)
                .option(LineReader.Option.AUTO_FRESH_LINE, false)
                .option(LineReader.Option.ERASE_LINE_ON_FINISH, Shell.isDumb(terminal))
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "> ");
        if (setup.history() != null) {
            String unusable = HistoryFile.prepare(setup.history());
            if (unusable == null) {
                builder.variable(LineReader.HISTORY_FILE, setup.history());
            } else {
                warning.accept("History is not kept: " + unusable + ".");
            }
        }
        LineReader made = builder.build();
        KeyMap<Binding> keys = made.getKeyMaps().get(LineReader.EMACS);
        ARROWS.forEach((sequence, action) -> keys.bind(new Reference(action), sequence));
        return made;
    }
}
