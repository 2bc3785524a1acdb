package dpsh.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers with words for what a person watches: "2,000 waiting, 3 failed". */
record Counted(long number, String word, Tone tone) {
    /** With a comma at the thousands. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    String text() {
        return grouped(number) + " " + word;
    }

    /** Those that are not zero, with something between them. */
    static Cell joined(List<Counted> all, String between) {
        List<Span> spans = new ArrayList<>();
        for (Counted counted : all) {
            if (counted.number > 0) {
                if (!spans.isEmpty()) {
                    spans.add(new Span(between, Tone.PLAIN));
                }
                spans.add(new Span(counted.text(), counted.tone));
            }
        }
        return new Cell(spans);
    }
}
