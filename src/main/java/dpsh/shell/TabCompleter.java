package dpsh.shell;

import dpsh.command.Expressions;
import dpsh.session.Known;
import dpsh.view.PlainText;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** Hands JLine what {@link ModelCompletion} offers. The command model is built at the first Tab. */
final class TabCompleter implements Completer {
    private final Supplier<ModelCompletion> source;
    private final Supplier<Expressions> expressions;
    private @Nullable ModelCompletion completion;

    TabCompleter(Supplier<ModelCompletion> source, Supplier<Expressions> expressions) {
        this.source = source;
        this.expressions = expressions;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        for (Known offer : offers(line)) {
            if (PlainText.of(offer.value()).equals(offer.value())) {
                String description = PlainText.of(offer.description());
                candidates.add(new Candidate(
                        offer.value(),
                        shown(offer.value()),
                        offer.group(),
                        description.isEmpty() ? null : description,
                        null,
                        null,
                        offer.complete()));
            }
        }
    }

    private List<Known> offers(ParsedLine line) {
        if (line instanceof ExpressionWord expression) {
            return expressions.get().members(expression.expression());
        }
        ModelCompletion known = completion;
        if (known == null) {
            known = source.get();
            completion = known;
        }
        String current = line.word().substring(0, line.wordCursor());
        return known.at(line.words().subList(0, line.wordIndex()), current);
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
