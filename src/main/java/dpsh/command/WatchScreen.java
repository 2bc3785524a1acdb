package dpsh.command;

import dpsh.view.Cell;
import dpsh.view.DetailText;
import dpsh.view.Ink;
import dpsh.view.Tone;
import dpsh.view.WatchRow;
import dpsh.view.WatchSort;
import dpsh.view.WatchTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The whole-screen view of operations, jobs and runs: which rows, in which order, which one is marked, what the keys do. */
final class WatchScreen implements FullView {
    private static final List<String> HELP = List.of(
            "up, down, k, j     mark another row",
            "Enter, d           all of the marked row; Esc or q comes back",
            "s                  the next order: begun, state, name, elapsed",
            "r                  the other way round",
            "/                  only rows that hold a text; Enter keeps it, Esc clears it",
            "a                  also what has ended before, or not",
            "p                  hold still, or go on",
            "q, Esc, Ctrl-C     leave the view; what runs goes on at the service");

    private enum Mode {
        LIST,
        FILTER,
        DETAILS,
        HELP
    }

    private final Supplier<WatchSnapshot> source;
    private final Set<String> seenRunning = new HashSet<>();
    private WatchSnapshot newest;
    private Mode mode = Mode.LIST;
    private WatchSort sort = WatchSort.BEGUN;
    private boolean reversed;
    private boolean all;
    private boolean paused;
    private boolean done;
    private String filter = "";
    private @Nullable String selected;
    private int index;
    private int top;
    private int page = 1;
    private final Scroll details = new Scroll();

    /** @param source asked each time the screen is drawn */
    WatchScreen(Supplier<WatchSnapshot> source) {
        this.source = source;
        this.newest = new WatchSnapshot(List.of(), "reading");
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public List<Cell> lines(int width, int height, Ink ink) {
        if (!paused) {
            newest = source.get();
            newest.rows().stream().filter(WatchRow::running).forEach(row -> seenRunning.add(row.ref()));
        }
        WatchTable table = new WatchTable(ink, width);
        List<Cell> head = List.of(title());
        List<Cell> foot = height < 6 ? List.of(keys()) : List.of(Cell.of(newest.sources(), Tone.DIM), keys());
        page = Math.max(1, height - head.size() - foot.size() - 1);
        List<Cell> body =
                switch (mode) {
                    case HELP -> HELP.stream().map(Cell::of).toList();
                    case DETAILS -> details(width, ink);
                    case LIST, FILTER -> list(table);
                };
        int room = Math.max(0, height - head.size() - foot.size());
        List<Cell> lines = new ArrayList<>(height == 1 ? List.of() : head);
        lines.addAll(body.subList(0, Math.min(room, body.size())));
        while (lines.size() < height - foot.size()) {
            lines.add(Cell.of(" "));
        }
        lines.addAll(foot);
        return lines.subList(0, Math.min(height, lines.size())).stream()
                .map(table::cut)
                .toList();
    }

    private Cell title() {
        List<WatchRow> shown = shown();
        long running = newest.running();
        Cell title = Cell.of("watch", Tone.HEADING)
                .and("  " + running + " running", running > 0 ? Tone.WARNING : Tone.DIM)
                .and(", " + shown.size() + " of " + newest.rows().size() + " shown, by " + sort.word(), Tone.PLAIN)
                .and(reversed ? " reversed" : "", Tone.PLAIN);
        if (mode == Mode.FILTER || !filter.isEmpty()) {
            title = title.and("  /" + filter + (mode == Mode.FILTER ? "_" : ""), Tone.HEADING);
        }
        return paused ? title.and("  held still", Tone.WARNING) : title;
    }

    private Cell keys() {
        String keys =
                switch (mode) {
                    case FILTER -> "type a text  Enter keep  Esc clear";
                    case DETAILS -> "Esc back  up/down scroll  Ctrl-C leave";
                    case HELP -> "any key comes back";
                    case LIST -> "q leave  ? keys  Enter details  s sort  r reverse  / filter  a ended  p hold";
                };
        return Cell.of(keys, Tone.DIM);
    }

    private List<WatchRow> shown() {
        return newest.rows().stream()
                .filter(row -> all || row.running() || seenRunning.contains(row.ref()))
                .filter(row -> filter.isEmpty() || row.matches(filter))
                .sorted(sort.order(reversed))
                .toList();
    }

    private List<Cell> list(WatchTable table) {
        List<WatchRow> rows = shown();
        if (rows.isEmpty()) {
            return List.of(Cell.of(
                    filter.isEmpty() ? "Nothing runs; a shows what has ended." : "Nothing holds this text.", Tone.DIM));
        }
        mark(rows);
        top = Math.max(Math.min(top, index), index - page + 1);
        top = Math.max(0, Math.min(top, rows.size() - page));
        List<Cell> lines = table.lines(rows, index, sort);
        List<Cell> part = new ArrayList<>();
        part.add(lines.get(0));
        part.addAll(lines.subList(1 + top, Math.min(lines.size(), 1 + top + page)));
        return part;
    }

    /** Keeps the mark on the row that had it, wherever that is now. */
    private void mark(List<WatchRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).ref().equals(selected)) {
                index = i;
                return;
            }
        }
        index = Math.max(0, Math.min(index, rows.size() - 1));
        selected = rows.isEmpty() ? null : rows.get(index).ref();
    }

    private List<Cell> details(int width, Ink ink) {
        WatchRow row = newest.rows().stream()
                .filter(one -> one.ref().equals(selected))
                .findFirst()
                .orElse(null);
        if (row == null) {
            return List.of(Cell.of("It is not listed any more.", Tone.DIM));
        }
        List<Cell> lines = new DetailText(ink, width).lines(row.detail());
        return details.part(lines, page + 1);
    }

    @Override
    public void press(Key key) {
        if (key == Key.BREAK) {
            done = true;
            return;
        }
        switch (mode) {
            case HELP -> mode = Mode.LIST;
            case FILTER -> pressInFilter(key);
            case DETAILS -> pressInDetails(key);
            case LIST -> pressInList(key);
        }
    }

    private void pressInFilter(Key key) {
        switch (key) {
            case ENTER -> mode = Mode.LIST;
            case ESCAPE -> {
                filter = "";
                mode = Mode.LIST;
            }
            case BACKSPACE ->
                filter = filter.isEmpty() ? "" : filter.substring(0, filter.offsetByCodePoints(filter.length(), -1));
            default -> pressInList(key);
        }
    }

    private void pressInDetails(Key key) {
        if (!details.press(key)) {
            mode = Mode.LIST;
        }
    }

    private void pressInList(Key key) {
        switch (key) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case PAGE_UP -> move(-page);
            case PAGE_DOWN -> move(page);
            case HOME -> move(-Integer.MAX_VALUE / 2);
            case END -> move(Integer.MAX_VALUE / 2);
            case ENTER -> open();
            case ESCAPE -> {
                done = filter.isEmpty();
                filter = "";
            }
            default -> {
                // No other key means anything here.
            }
        }
    }

    private void move(int by) {
        List<WatchRow> rows = shown();
        mark(rows);
        if (!rows.isEmpty()) {
            index = Math.max(0, Math.min(rows.size() - 1, index + by));
            selected = rows.get(index).ref();
        }
    }

    private void open() {
        List<WatchRow> rows = shown();
        mark(rows);
        if (!rows.isEmpty()) {
            mode = Mode.DETAILS;
            details.toTop();
        }
    }

    @Override
    public void type(String text) {
        switch (mode) {
            case HELP -> mode = Mode.LIST;
            case FILTER -> filter += text;
            case DETAILS -> typeInDetails(text);
            case LIST -> typeInList(text);
        }
    }

    private void typeInDetails(String text) {
        if (!details.type(text.equals(" ") ? "j" : text)) {
            mode = Mode.LIST;
        }
    }

    private void typeInList(String text) {
        switch (text) {
            case "k" -> move(-1);
            case "j" -> move(1);
            case "g" -> press(Key.HOME);
            case "G" -> press(Key.END);
            case "d" -> open();
            case "s" -> sort = sort.next();
            case "r" -> reversed = !reversed;
            case "/" -> mode = Mode.FILTER;
            case "a" -> all = !all;
            case "p" -> paused = !paused;
            case "?", "h" -> mode = Mode.HELP;
            case "q" -> done = true;
            default -> {
                // No other letter means anything here.
            }
        }
    }
}
