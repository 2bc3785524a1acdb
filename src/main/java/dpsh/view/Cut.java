package dpsh.view;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes a cell fit into a number of terminal columns, with an ellipsis in place of what is lost. */
record Cut(Ink ink, int width) {
    private static final String ELLIPSIS = "…";

    /** The cell itself when it fits; never wider than the width. */
    Cell of(Cell cell) {
        if (ink.width(cell.text()) <= width) {
            return cell;
        }
        int left = width - ink.width(ELLIPSIS);
        List<Span> kept = new ArrayList<>();
        Tone last = Tone.PLAIN;
        for (Span span : cell.spans()) {
            String beginning = beginning(span.text(), left);
            last = span.tone();
            kept.add(new Span(beginning, last));
            left -= ink.width(beginning);
            if (beginning.length() < span.text().length()) {
                break;
            }
        }
        kept.add(new Span(left < 0 ? "" : ELLIPSIS, last));
        return new Cell(kept);
    }

    /** As many whole characters, with their combining marks, as fit. */
    private String beginning(String text, int columns) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = 0;
        int used = 0;
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            used += ink.width(text.substring(end, next));
            if (used > columns) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }
}
