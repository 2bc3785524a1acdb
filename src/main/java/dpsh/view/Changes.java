package dpsh.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines that are shown again and again: which of them were not there the time before. */
public final class Changes {
    /** Time that only goes on is no change. */
    private static final String TIMES = "\\bnow\\b|\\b(in )?\\d+ (s|min|h|days?)( \\d+ (s|min|h))?( ago)?\\b| +";

    private final List<Cell> lines;
    private final List<Boolean> changed;

    private Changes(List<Cell> lines, List<Boolean> changed) {
        this.lines = List.copyOf(lines);
        this.changed = List.copyOf(changed);
    }

    /** The first time, when nothing can have changed. */
    public static Changes none(List<Cell> lines) {
        return new Changes(lines, lines.stream().map(line -> false).toList());
    }

    /** The next time. */
    public Changes next(List<Cell> now) {
        Map<String, Integer> before = new HashMap<>();
        lines.forEach(line -> before.merge(essence(line), 1, Integer::sum));
        List<Boolean> marks = new ArrayList<>();
        for (Cell line : now) {
            Integer left = before.computeIfPresent(essence(line), (text, count) -> count - 1);
            marks.add(left == null || left < 0);
        }
        return new Changes(now, marks);
    }

    private static String essence(Cell line) {
        return line.text().replaceAll(TIMES, " ").strip();
    }

    public List<Cell> lines() {
        return lines;
    }

    /** Each line with a star in front where it changed, two blanks otherwise. */
    public List<Cell> marked() {
        List<Cell> marked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<Span> spans = new ArrayList<>();
            spans.add(changed.get(i) ? new Span("* ", Tone.WARNING) : new Span("  ", Tone.PLAIN));
            spans.addAll(lines.get(i).spans());
            marked.add(new Cell(spans));
        }
        return marked;
    }
}
