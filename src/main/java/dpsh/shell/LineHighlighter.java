package dpsh.shell;

import dpsh.view.PlainText;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** Colours the line that is being typed. It waits for nothing: what is not known yet has no colour yet. */
final class LineHighlighter implements Highlighter {
    private final Supplier<@Nullable ModelReading> model;
    private final KnownWords known;
    private final BooleanSupplier wanted;
    private final Supplier<LineColours> colours;

    /**
     * @param model null while the commands are not built
     * @param wanted asked each time
     * @param colours asked each time
     */
    LineHighlighter(
            Supplier<@Nullable ModelReading> model,
            KnownWords known,
            BooleanSupplier wanted,
            Supplier<LineColours> colours) {
        this.model = model;
        this.known = known;
        this.wanted = wanted;
        this.colours = colours;
    }

    @Override
    public AttributedString highlight(LineReader reader, String line) {
        return highlight(line, reader.getBuffer().upToCursor().length());
    }

    AttributedString highlight(String line, int cursor) {
        AttributedStringBuilder painted = new AttributedStringBuilder(line.length());
        int at = 0;
        for (Shaded part : wanted.getAsBoolean() ? shades(line, cursor) : List.<Shaded>of()) {
            append(painted, line.substring(at, part.start()), AttributedStyle.DEFAULT);
            append(
                    painted,
                    line.substring(part.start(), part.end()),
                    colours.get().style(part.shade()));
            at = part.end();
        }
        append(painted, line.substring(at), AttributedStyle.DEFAULT);
        return painted.toAttributedString();
    }

    private List<Shaded> shades(String line, int cursor) {
        List<Shaded> parts = LineShades.of(model.get(), known, line, cursor);
        known.ask();
        return parts;
    }

    /** Nothing that a terminal would act on gets into a line; should it, it is not shown. */
    private static void append(AttributedStringBuilder painted, String text, AttributedStyle style) {
        List<String> lines = PlainText.lines(text);
        for (int i = 0; i < lines.size(); i++) {
            painted.append(i == 0 ? "" : "\n").styled(style, lines.get(i));
        }
    }
}
