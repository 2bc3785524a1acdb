package dpsh.shell;

import java.util.Locale;
import java.util.Map;
import org.jline.utils.ScreenTerminal;

/**
 * What a virtual screen shows, as an SVG that needs nothing else: its own background, so that it can be read on light and dark
 * pages, no fonts, scripts or pictures from elsewhere. The text stands in the description, too.
 */
final class ScreenPicture {
    private static final double CELL_WIDTH = 8.4;
    private static final int CELL_HEIGHT = 18;
    private static final int MARGIN = 16;
    private static final int TITLE_HEIGHT = 34;
    private static final int BASELINE = 14;
    private static final String BACKGROUND = "#1b1f27";
    private static final String FOREGROUND = "#d7dae0";
    private static final int[] NOWHERE = {-1, -1};

    /** The terminal's own colours, which are too dark here, by their nearest that can be read. */
    private static final Map<String, String> PALETTE = Map.ofEntries(
            Map.entry("#880000", "#e5706a"),
            Map.entry("#ff0000", "#e5706a"),
            Map.entry("#008800", "#7fc77a"),
            Map.entry("#00ff00", "#7fc77a"),
            Map.entry("#888800", "#dfb14b"),
            Map.entry("#ffff00", "#dfb14b"),
            Map.entry("#000088", "#6fb1f0"),
            Map.entry("#0000ff", "#6fb1f0"),
            Map.entry("#880088", "#c98be0"),
            Map.entry("#ff00ff", "#c98be0"),
            Map.entry("#008888", "#5cc0c8"),
            Map.entry("#00ffff", "#5cc0c8"),
            Map.entry("#888888", "#9aa1ad"));

    private final long[] cells;
    private final int columns;
    private final int rows;
    private final int[] cursor;
    private final StringBuilder svg = new StringBuilder();

    private ScreenPicture(long[] cells, int columns, int rows, int[] cursor) {
        this.cells = cells;
        this.columns = columns;
        this.rows = rows;
        this.cursor = cursor;
    }

    /**
     * The upper rows of a screen.
     *
     * @param text what it shows
     * @param typing whether the cursor is seen
     */
    static String of(ScreenTerminal screen, String text, String title, boolean typing) {
        int columns = screen.getColumns();
        long[] cells = new long[columns * screen.getRows()];
        int[] cursor = new int[2];
        screen.dump(cells, cursor);
        return new ScreenPicture(cells, columns, (int) text.lines().count(), typing ? cursor : NOWHERE)
                .draw(title, text);
    }

    private String draw(String title, String text) {
        int width = (int) Math.ceil(columns * CELL_WIDTH) + 2 * MARGIN;
        int height = rows * CELL_HEIGHT + TITLE_HEIGHT + MARGIN;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\""
                + width + "\" height=\"" + height + "\" role=\"img\" aria-label=\"" + escaped(title) + "\">\n");
        svg.append("<title>" + escaped(title) + "</title>\n<desc>\n" + escaped(text) + "\n</desc>\n");
        svg.append("<style>text{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;"
                + "font-size:14px;white-space:pre}</style>\n");
        svg.append("<rect width=\"" + width + "\" height=\"" + height + "\" rx=\"8\" fill=\"" + BACKGROUND + "\"/>\n");
        String[] lights = {"#e0605a", "#dfb14b", "#66b865"};
        for (int i = 0; i < lights.length; i++) {
            svg.append("<circle cx=\"" + (MARGIN + 5 + i * 18) + "\" cy=\"16\" r=\"5\" fill=\"" + lights[i] + "\"/>\n");
        }
        for (int row = 0; row < rows; row++) {
            row(row);
        }
        return svg.append("</svg>\n").toString();
    }

    private void row(int row) {
        for (int column = 0; column < columns; ) {
            int end = runEnd(row, column);
            backdrop(row, column, end);
            text(row, column, end);
            column = end;
        }
        if (cursor[1] == row && cursor[0] < columns) {
            svg.append(box(row, cursor[0], cursor[0] + 1, FOREGROUND, " fill-opacity=\"0.7\""));
        }
    }

    /** Cells of one look; two blanks end a run, so that fonts of any width keep the columns. */
    private int runEnd(int row, int from) {
        long look = ScreenTerminal.cellAttr(cell(row, from));
        int end = from + 1;
        while (end < columns
                && ScreenTerminal.cellAttr(cell(row, end)) == look
                && isBlank(row, end) == isBlank(row, from)) {
            end++;
        }
        if (isBlank(row, from)) {
            return end;
        }
        // One blank between two words of a look belongs to the run.
        while (end + 1 < columns
                && isBlank(row, end)
                && !isBlank(row, end + 1)
                && ScreenTerminal.cellAttr(cell(row, end)) == look
                && ScreenTerminal.cellAttr(cell(row, end + 1)) == look) {
            end++;
            while (end < columns && !isBlank(row, end) && ScreenTerminal.cellAttr(cell(row, end)) == look) {
                end++;
            }
        }
        return end;
    }

    private long cell(int row, int column) {
        return cells[row * columns + column];
    }

    private boolean isBlank(int row, int column) {
        int point = ScreenTerminal.cellCodePoint(cell(row, column));
        return point == 0 || point == ' ';
    }

    private void backdrop(int row, int from, int to) {
        long cell = cell(row, from);
        boolean inverse = ScreenTerminal.cellInverse(cell);
        if (inverse) {
            svg.append(box(row, from, to, foreground(cell), ""));
        } else if (ScreenTerminal.cellHasBackground(cell)) {
            svg.append(box(row, from, to, colour(ScreenTerminal.cellBackground(cell)), ""));
        }
    }

    private String box(int row, int from, int to, String fill, String more) {
        return "<rect x=\"" + x(from) + "\" y=\"" + (TITLE_HEIGHT + row * CELL_HEIGHT) + "\" width=\""
                + number((to - from) * CELL_WIDTH) + "\" height=\"" + CELL_HEIGHT + "\" fill=\"" + fill + "\"" + more
                + "/>\n";
    }

    private void text(int row, int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int column = from; column < to; column++) {
            int point = ScreenTerminal.cellCodePoint(cell(row, column));
            words.appendCodePoint(point == 0 ? ' ' : point);
        }
        if (words.toString().isBlank()) {
            return;
        }
        long cell = cell(row, from);
        svg.append("<text x=\"" + x(from) + "\" y=\"" + (TITLE_HEIGHT + row * CELL_HEIGHT + BASELINE)
                + "\" textLength=\"" + number((to - from) * CELL_WIDTH) + "\" lengthAdjust=\"spacingAndGlyphs\" fill=\""
                + (ScreenTerminal.cellInverse(cell) ? BACKGROUND : foreground(cell)) + "\"");
        if (ScreenTerminal.cellBold(cell)) {
            svg.append(" font-weight=\"bold\"");
        }
        if (ScreenTerminal.cellItalic(cell)) {
            svg.append(" font-style=\"italic\"");
        }
        if (ScreenTerminal.cellUnderline(cell)) {
            svg.append(" text-decoration=\"underline\"");
        }
        if (ScreenTerminal.cellDim(cell)) {
            svg.append(" fill-opacity=\"0.6\"");
        }
        svg.append(">" + escaped(words.toString()) + "</text>\n");
    }

    private static String foreground(long cell) {
        return ScreenTerminal.cellHasForeground(cell) ? colour(ScreenTerminal.cellForeground(cell)) : FOREGROUND;
    }

    private static String colour(int colour) {
        String own = String.format(Locale.ROOT, "#%06x", ScreenTerminal.cellColorRgb(colour) & 0xffffff);
        return PALETTE.getOrDefault(own, own);
    }

    private static String x(int column) {
        return number(MARGIN + column * CELL_WIDTH);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
