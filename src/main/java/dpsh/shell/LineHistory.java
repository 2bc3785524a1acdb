package dpsh.shell;

import dpsh.shell.HistoryFile.Typed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jspecify.annotations.Nullable;

/**
 * The lines that were typed, each once, at the place where it was typed last. A line that begins with a blank or carries a
 * secret is never kept, neither here nor in the file. The file is read when the history is first needed, not before the prompt.
 */
final class LineHistory implements History {
    private static final int MOST = 10_000;

    private final @Nullable HistoryFile file;
    private final Consumer<String> warning;
    private final List<Typed> unsaved = new ArrayList<>();
    private @Nullable List<Typed> lines;
    private int index;
    private boolean atEnd = true;
    private boolean warned;
    private BooleanSupplier longer = () -> false;

    /**
     * @param file null to keep the lines in memory only
     * @param warning told once when lines cannot be written
     */
    LineHistory(@Nullable HistoryFile file, Consumer<String> warning) {
        this.file = file;
        this.warning = warning;
    }

    @Override
    public void add(Instant time, String line) {
        String kept = Words.trimmed(line);
        boolean hidden = line.startsWith(" ") || line.startsWith("\t");
        if (kept.isEmpty() || hidden || Secrets.in(kept)) {
            return;
        }
        List<Typed> known = lines();
        boolean repeated =
                !known.isEmpty() && known.get(known.size() - 1).line().equals(kept);
        if (!repeated) {
            known.removeIf(typed -> typed.line().equals(kept));
            known.add(new Typed(time, kept));
            if (known.size() > MOST) {
                known.remove(0);
            }
            unsaved.add(new Typed(time, kept));
        }
        resetIndex();
    }

    /** Writes the lines that were added since; to be called while no line is being edited, because it may warn. */
    @Override
    public void save() {
        // A Ctrl-C that came as the line ended is for what comes next; a file is not written under it.
        boolean interrupted = Thread.interrupted();
        String trouble = file == null ? null : file.append(unsaved);
        unsaved.clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (trouble != null && !warned) {
            warned = true;
            warning.accept("History is not kept: " + trouble + ".");
        }
    }

    private List<Typed> lines() {
        List<Typed> known = lines;
        if (known == null) {
            List<Typed> read = file == null ? List.of() : file.read();
            known = new ArrayList<>(tidy(read));
            lines = known;
            boolean unclean = read.stream().anyMatch(typed -> Secrets.in(typed.line()));
            if (file != null && (unclean || read.size() > known.size() + MOST / 4)) {
                file.rewrite(LineHistory::tidy);
            }
        }
        return known;
    }

    /** Each once, where it was typed last, and the newest only. */
    private static List<Typed> tidy(List<Typed> read) {
        Map<String, Typed> once = new LinkedHashMap<>();
        for (Typed typed : read) {
            if (!Secrets.in(typed.line())) {
                once.remove(typed.line());
                once.put(typed.line(), typed);
            }
        }
        List<Typed> all = List.copyOf(once.values());
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    @Override
    public int size() {
        return lines().size();
    }

    @Override
    public int index() {
        return atEnd ? size() : index;
    }

    @Override
    public int first() {
        return 0;
    }

    @Override
    public int last() {
        return size() - 1;
    }

    @Override
    public String get(int at) {
        return lines().get(at).line();
    }

    /** @param longer whether a search that is under way got a further character: the line that it is at may have that, too */
    void searched(BooleanSupplier longer) {
        this.longer = longer;
    }

    @Override
    public Iterator<Entry> reverseIterator(int at) {
        return History.super.reverseIterator(longer.getAsBoolean() ? Math.min(at + 1, last()) : at);
    }

    @Override
    public ListIterator<Entry> iterator(int at) {
        List<Typed> known = lines();
        return new AbstractList<Entry>() {
            @Override
            public Entry get(int place) {
                return new Numbered(
                        place, known.get(place).time(), known.get(place).line());
            }

            @Override
            public int size() {
                return known.size();
            }
        }.listIterator(Math.max(0, Math.min(at, known.size())));
    }

    private record Numbered(int index, Instant time, String line) implements Entry {
        @Override
        public String toString() {
            return line;
        }
    }

    @Override
    public String current() {
        return index() >= size() ? "" : get(index());
    }

    @Override
    public boolean previous() {
        return index() > 0 && at(index() - 1);
    }

    /** True also for the step behind the newest line, to the one that is being typed. */
    @Override
    public boolean next() {
        return index() < size() && at(index() + 1);
    }

    @Override
    public boolean moveToFirst() {
        return size() > 0 && index() != 0 && at(0);
    }

    @Override
    public boolean moveToLast() {
        return size() > 0 && index() != last() && at(last());
    }

    @Override
    public boolean moveTo(int place) {
        return place >= 0 && place < size() && at(place);
    }

    @Override
    public void moveToEnd() {
        atEnd = true;
    }

    @Override
    public void resetIndex() {
        atEnd = true;
    }

    private boolean at(int place) {
        index = place;
        atEnd = place >= size();
        return true;
    }

    @Override
    public void attach(LineReader reader) {
        // It needs nothing of the reader.
    }

    @Override
    public void load() {
        lines();
    }

    @Override
    public void purge() {
        lines = new ArrayList<>();
        unsaved.clear();
        if (file != null) {
            file.rewrite(before -> List.of());
        }
    }

    @Override
    public void write(Path other, boolean incremental) {
        throw new UnsupportedOperationException("the history has one file");
    }

    @Override
    public void append(Path other, boolean incremental) {
        throw new UnsupportedOperationException("the history has one file");
    }

    @Override
    public void read(Path other, boolean checkDuplicates) {
        throw new UnsupportedOperationException("the history has one file");
    }
}
