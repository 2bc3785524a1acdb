package dpsh.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one place of a table or record: a few spans on one line.
 *
 * @param value what the text says, where it says a number, a {@link Moment} or a Duration in words: it is sorted by; null
 *     where the text is all there is
 */
public record Cell(List<Span> spans, @Nullable Object value) {
    /** Stands for something that is not there. */
    public static final Cell NONE = of("-", Tone.DIM);

    public Cell {
        spans = List.copyOf(spans);
    }

    public Cell(List<Span> spans) {
        this(spans, null);
    }

    /** Plain text; {@link #NONE} for null and for the empty text. */
    public static Cell of(@Nullable String text) {
        return of(text, Tone.PLAIN);
    }

    /** Text in a tone; {@link #NONE} for null and for the empty text. */
    public static Cell of(@Nullable String text, Tone tone) {
        return text == null || text.isEmpty() ? NONE : new Cell(List.of(new Span(text, tone)));
    }

    /** A number; {@link #NONE} for null. */
    public static Cell number(@Nullable Number number) {
        return number == null ? NONE : new Cell(List.of(new Span(number.toString(), Tone.PLAIN)), number);
    }

    /** A length of time in words; {@link #NONE} for null. */
    public static Cell length(@Nullable Duration length) {
        return length == null ? NONE : new Cell(List.of(new Span(Times.length(length), Tone.PLAIN)), length);
    }

    /** The same told as the style wants it, where it tells a point in time. */
    Cell told(TimeStyle style) {
        return value instanceof Moment moment
                ? new Cell(List.of(new Span(moment.in(style), spans.get(0).tone())), moment)
                : this;
    }

    /** This cell with one more span. */
    public Cell and(String text, Tone tone) {
        List<Span> more = new ArrayList<>(spans);
        more.add(new Span(text, tone));
        return new Cell(more, value);
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
