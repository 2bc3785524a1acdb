package dpsh.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in one place of a table or record: a few spans on one line. */
public record Cell(List<Span> spans) {
    /** Stands for something that is not there. */
    public static final Cell NONE = of("-", Tone.DIM);

    public Cell {
        spans = List.copyOf(spans);
    }

    /** Plain text; {@link #NONE} for null and for the empty text. */
    public static Cell of(@Nullable String text) {
        return of(text, Tone.PLAIN);
    }

    /** Text in a tone; {@link #NONE} for null and for the empty text. */
    public static Cell of(@Nullable String text, Tone tone) {
        return text == null || text.isEmpty() ? NONE : new Cell(List.of(new Span(text, tone)));
    }

    /** This cell with one more span. */
    public Cell and(String text, Tone tone) {
        List<Span> more = new ArrayList<>(spans);
        more.add(new Span(text, tone));
        return new Cell(more);
    }

    /** The text of all spans. */
    public String text() {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        return text.toString();
    }

    /** The cell as it goes to a stream. */
    public String painted(Ink ink) {
        StringBuilder painted = new StringBuilder();
        for (Span span : spans) {
            if (!span.text().isEmpty()) {
                painted.append(ink.paint(span.text(), span.tone()));
            }
        }
        return painted.toString();
    }
}
