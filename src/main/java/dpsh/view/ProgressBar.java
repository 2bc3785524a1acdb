package dpsh.view;

import java.util.ArrayList;
import java.util.List;

/** A bar of one line: what went well, what did not, what nobody can tell, and the rest. Readable without colours too. */
record ProgressBar(int good, int bad, int unknown, int total) {
    private static final String DONE = "━";
    private static final String FAILED = "╳";
    private static final String OPEN = "╌";

    /** As wide as told. One bad item among thousands has its mark already, and only the whole is full. */
    List<Span> spans(int width) {
        int ended = good + bad + unknown;
        int filled = total == 0 ? 0 : (int) ((long) width * ended / total);
        int marks = Math.min(filled, share(bad, ended, filled));
        int doubts = Math.min(filled - marks, share(unknown, ended, filled));
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(DONE.repeat(filled - marks - doubts), Tone.GOOD));
        spans.add(new Span(FAILED.repeat(marks), Tone.BAD));
        spans.add(new Span(FAILED.repeat(doubts), Tone.WARNING));
        spans.add(new Span(OPEN.repeat(width - filled), Tone.DIM));
        return spans;
    }

    /** Full only when everything has ended. */
    int percent() {
        return total == 0 ? 100 : (int) (100L * (good + bad + unknown) / total);
    }

    private static int share(int part, int ended, int filled) {
        return part == 0 ? 0 : Math.max(1, (int) ((long) filled * part / ended));
    }
}
