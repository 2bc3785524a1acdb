package dpsh.shell;

import java.util.List;
import org.jline.reader.Buffer;
import org.jspecify.annotations.Nullable;

/** Alt-. inserts the last word of the line before; again, that of the line before it in its place. */
final class LastWord {
    private final LineHistory lines;
    private @Nullable Inserted inserted;

    LastWord(LineHistory lines) {
        this.lines = lines;
    }

    /**
     * What was inserted last.
     *
     * @param entry the line that it is of
     * @param from where it begins in the line that is being typed, in whole characters
     * @param after that line with it
     */
    private record Inserted(int entry, int from, String after) {}

    /** Another line begins. */
    void forget() {
        inserted = null;
    }

    /** @return false when no earlier line has a word */
    boolean insert(Buffer line) {
        Inserted before = inserted;
        if (before != null && !(line.toString().equals(before.after()) && line.cursor() >= before.from())) {
            before = null;
        }
        for (int entry = before == null ? lines.last() : before.entry() - 1; entry >= 0; entry--) {
            List<Words.Word> words = Words.scan(lines.get(entry)).words();
            if (!words.isEmpty()) {
                Words.Word last = words.get(words.size() - 1);
                if (before != null) {
                    line.backspace(line.cursor() - before.from());
                }
                int from = line.cursor();
                line.write(lines.get(entry).substring(last.start(), last.end()));
                inserted = new Inserted(entry, from, line.toString());
                return true;
            }
        }
        return false;
    }
}
