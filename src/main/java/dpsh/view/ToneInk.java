package dpsh.view;

import java.util.ArrayList;
import java.util.List;

/** Paints so that the tones can be read back: for text that is laid out now and shown on a screen later. */
public final class ToneInk implements Ink {
    /** Private use: {@link PlainText} leaves these alone, and in text from outside they change a colour at most. */
    private static final char BEGIN = '\ue700';

    private static final char END = '\ue710';

    private final Ink measure;

    /** @param measure knows how wide text is */
    public ToneInk(Ink measure) {
        this.measure = measure;
    }

    @Override
    public String paint(String text, Tone tone) {
        return text.isEmpty() || tone == Tone.PLAIN ? text : (char) (BEGIN + tone.ordinal()) + text + END;
    }

    @Override
    public int width(String text) {
        return measure.width(text);
    }

    /** The painted lines as cells. */
    public static List<Cell> lines(String painted) {
        return painted.lines().map(ToneInk::cell).toList();
    }

    private static Cell cell(String line) {
        List<Span> spans = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Tone tone = Tone.PLAIN;
        for (char c : line.toCharArray()) {
            boolean begins = c >= BEGIN && c < BEGIN + Tone.values().length;
            if (!begins && c != END) {
                text.append(c);
                continue;
            }
            if (!text.isEmpty()) {
                spans.add(new Span(text.toString(), tone));
                text.setLength(0);
            }
            tone = begins ? Tone.values()[c - BEGIN] : Tone.PLAIN;
        }
        spans.add(new Span(text.toString(), tone));
        return new Cell(spans);
    }
}
