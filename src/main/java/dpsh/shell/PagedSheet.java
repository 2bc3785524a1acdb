package dpsh.shell;

import dpsh.command.ReaderGone;
import dpsh.command.Sheet;
import dpsh.view.Page;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * A result at the prompt. Its lines go to the terminal as they come, as long as they fit; with the first that does not, a
 * pager takes over and has all of them. What is said beside the result waits until the pager is left.
 */
final class PagedSheet implements Sheet {
    /** The line with the total, and the prompt. */
    private static final int ROOM_BELOW = 2;

    private final Terminal terminal;
    private final TerminalScreen screen;
    private final List<String> shown = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final Page page;
    private int rows;
    private @Nullable Paging paging;

    PagedSheet(Terminal terminal, TerminalScreen screen) {
        this.terminal = terminal;
        this.screen = screen;
        this.page = new Page(new PrintWriter(new Lines()), screen.err(), screen.ink(), screen.errInk(), screen.width());
    }

    @Override
    public Page page() {
        return page;
    }

    @Override
    public void finish() {
        if (!line.isEmpty()) {
            take("\n".toCharArray(), 0, 1);
        }
        screen.out().flush();
        Paging now = paging;
        if (now != null) {
            now.finish();
        }
    }

    @Override
    public void close() {
        Paging now = paging;
        if (now != null) {
            now.close();
            screen.release();
        }
    }

    private final class Lines extends Writer {
        @Override
        public void write(char[] text, int from, int length) {
            take(text, from, length);
        }

        @Override
        public void flush() {
            screen.out().flush();
        }

        @Override
        public void close() {
            flush();
        }
    }

    private void take(char[] text, int from, int length) {
        for (int at = from; at < from + length; at++) {
            if (text[at] != '\n') {
                line.append(text[at]);
                continue;
            }
            String whole = line.toString();
            line.setLength(0);
            line(whole);
        }
    }

    private void line(String text) {
        Paging now = paging;
        if (now != null) {
            if (!now.add(text)) {
                throw new ReaderGone();
            }
            return;
        }
        rows += height(text);
        if (rows > terminal.getRows() - ROOM_BELOW) {
            screen.hold();
            shown.add(text);
            paging = Paging.begin(terminal, shown);
            shown.clear();
        } else {
            shown.add(text);
            screen.out().print(text + "\n");
        }
    }

    private int height(String text) {
        int columns = Math.max(1, terminal.getColumns());
        int width = AttributedString.fromAnsi(text).columnLength();
        return Math.max(1, (width + columns - 1) / columns);
    }
}
