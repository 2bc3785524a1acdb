package dpsh.shell;

import dpsh.command.Expressions;
import dpsh.session.Known;
import dpsh.view.PlainText;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** Hands JLine what {@link ModelCompletion} offers, in its order. */
final class TabCompleter implements Completer {
    /** No name in Azure comes near it (an ID's limit is below 2,048); what does is not meant for a line. */
    private static final int LONGEST = 2_048;

    private static final int NAME_COLUMNS = 64;
    private static final int DESCRIPTION_COLUMNS = 100;

    private final Supplier<ModelCompletion> source;
    private final Supplier<Expressions> expressions;
    private @Nullable ModelCompletion completion;

    TabCompleter(Supplier<ModelCompletion> source, Supplier<Expressions> expressions) {
        this.source = source;
        this.expressions = expressions;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<Known> offers = offers(line);
        int front = front(line, offers);
        for (Known offer : offers) {
            if (offer.value().length() <= LONGEST && PlainText.of(offer.value()).equals(offer.value())) {
                String description = cut(PlainText.of(offer.description()), DESCRIPTION_COLUMNS);
                candidates.add(new Candidate(
                        offer.value(),
                        cut(shown(offer.value().substring(front)), NAME_COLUMNS),
                        PlainText.of(offer.group()),
                        description.isEmpty() ? null : description,
                        null,
                        null,
                        offer.complete(),
                        candidates.size() + 1));
            }
        }
    }

    /** How much of each offer is the elements in front of the one that is typed, in a list with commas. */
    private static int front(ParsedLine line, List<Known> offers) {
        String typed = line.word().substring(0, line.wordCursor());
        int front = typed.lastIndexOf(',') + 1;
        boolean all = offers.stream().allMatch(one -> one.value().startsWith(typed.substring(0, front)));
        return all ? front : 0;
    }

    /** Cut in the list only; what is put into the line is whole. */
    private static String cut(String text, int columns) {
        AttributedString whole = new AttributedString(text);
        return whole.columnLength() <= columns ? text : whole.columnSubSequence(0, columns - 1) + "…";
    }

    private List<Known> offers(ParsedLine line) {
        if (line instanceof ExpressionWord expression) {
            return expressions.get().members(expression.expression());
        }
        String current = line.word().substring(0, line.wordCursor());
        if (line instanceof CompletingParsedLine typed && isRedirected(typed)) {
            return LocalFiles.candidates(current, LocalFiles.Wanted.ANY);
        }
        ModelCompletion known = completion;
        if (known == null) {
            known = source.get();
            completion = known;
        }
        return known.at(line.words().subList(0, line.wordIndex()), current);
    }

    /** Whether the word is the file behind a {@code >} or {@code <}. */
    private static boolean isRedirected(CompletingParsedLine line) {
        int begin = line.cursor() - line.rawWordCursor();
        boolean file = false;
        for (LineTokens.Token token : LineTokens.of(line.line())) {
            if (token.start() >= begin) {
                break;
            }
            file = token.operator() && token.redirects();
        }
        return file;
    }

    /** Of an ID or a path only its last segment, of {@code --option=value} only the value. */
    private static String shown(String value) {
        if (value.startsWith("--")) {
            return value.substring(value.indexOf('=') + 1);
        }
        int slash = value.lastIndexOf('/', value.length() - 2);
        return value.startsWith("/") && slash > 0 ? value.substring(slash + 1) : value;
    }
}
