package dpsh.shell;

import dpsh.command.Commands;
import dpsh.session.Known;
import dpsh.session.Preference;
import dpsh.session.Preferences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** How a line is typed: keys, completion, history. */
final class Editor {
    /** What a word is made of besides letters and digits: of an ID each segment is one. */
    private static final String IN_WORDS = "*?_-.~!#$%^+@:";

    /** A longer line is shown without colours, and its changes cannot be taken back one by one. */
    private static final int LONGEST = 16_384;

    private final Shell.Setup setup;
    private final Once<Commands> commands;
    private final @Nullable Theme theme;
    private volatile @Nullable ModelReading model;
    private final Runnable ready;

    /**
     * @param commands asked at the first Tab, not before
     * @param theme what colours can be read, or null for none
     * @param ready waits until Tab may ask
     */
    Editor(Shell.Setup setup, Once<Commands> commands, @Nullable Theme theme, Runnable ready) {
        this.ready = ready;
        this.setup = setup;
        this.theme = theme;
        this.commands = commands;
    }

    /**
     * The reader of lines on this terminal.
     *
     * @param editor opened on the line that is being typed
     * @param warning told when the history cannot be kept
     */
    PromptReader open(Terminal terminal, OperatorsEditor editor, Consumer<String> warning) {
        LineHistory history = history(warning);
        Map<String, Object> variables = new HashMap<>(Map.of(
                LineReader.SECONDARY_PROMPT_PATTERN,
                "> ",
                LineReader.WORDCHARS,
                IN_WORDS,
                LineReader.BLINK_MATCHING_PAREN,
                0L,
                LineReader.FEATURES_MAX_BUFFER_SIZE,
                LONGEST));
        PromptReader reader = new PromptReader(terminal, history, variables, additions(history));
        reader.setParser(new WordsParser());
        TabCompleter completer = new TabCompleter(
                () -> new ModelCompletion(
                        commands.get().model(),
                        setup.known(),
                        () -> own(commands.get().aliases())),
                () -> commands.get().expressions());
        reader.setCompleter((typing, line, candidates) -> {
            ready.run();
            completer.complete(typing, line, candidates);
        });
        reader.setCompletionMatcher(new OfferMatcher());
        reader.option(LineReader.Option.COMPLETE_MATCHER_TYPO, false)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.HISTORY_BEEP, false)
                .option(LineReader.Option.AUTO_FRESH_LINE, false)
                .option(LineReader.Option.ERASE_LINE_ON_FINISH, SystemTerminal.isDumb(terminal));
        reader.use(editor);
        Keys.bind(reader);
        if (!SystemTerminal.isDumb(terminal)) {
            colour(reader);
        }
        return reader;
    }

    private void colour(PromptReader reader) {
        Preferences preferences = setup.preferences();
        KnownWords known = new KnownWords(setup.known(), () -> reader.repaint(null));
        reader.setHighlighter(new LineHighlighter(
                this::model,
                known,
                () -> theme != null && preferences.isOn(Preference.HIGHLIGHTING),
                () -> new LineColours(theme != null
                        && theme.chosen(preferences.get(Preference.THEME)).isLight())));
        reader.beforeEachLine(known::begin);
    }

    /** Null while the commands are not built: nothing that is typed waits for them. */
    private @Nullable ModelReading model() {
        ModelReading made = model;
        Commands built = made == null ? commands.peek() : null;
        if (built != null) {
            made = new ModelReading(built.model(), () -> own(built.aliases()));
            model = made;
        }
        return made;
    }

    /** The operator's own words. */
    private static List<Known> own(Map<String, String> aliases) {
        return aliases.entrySet().stream()
                .map(alias -> new Known(alias.getKey(), alias.getValue(), "aliases", true))
                .toList();
    }

    private LineHistory history(Consumer<String> warning) {
        HistoryFile file = setup.history() == null ? null : new HistoryFile(setup.history());
        String unusable = file == null ? null : file.prepare();
        if (unusable != null) {
            warning.accept("History is not kept: " + unusable + ".");
        }
        return new LineHistory(unusable == null ? file : null, warning);
    }

    private PromptReader.Additions additions(LineHistory history) {
        Suggestions suggestions = new Suggestions(history);
        Preferences preferences = setup.preferences();
        return new PromptReader.Additions() {
            @Override
            public boolean isVi() {
                return preferences.get(Preference.KEYS).equals("vi");
            }

            @Override
            public boolean isStyled() {
                return theme != null;
            }

            @Override
            public String suggestion(String line) {
                return theme != null && preferences.isOn(Preference.SUGGESTIONS) ? suggestions.after(line) : "";
            }

            @Override
            public @Nullable String hint(String line, int cursor) {
                ModelReading known = preferences.isOn(Preference.HINTS) ? model() : null;
                return known == null ? null : LineHints.at(known, line, cursor);
            }
        };
    }
}
