package dpsh.shell;

import java.io.PrintWriter;
import java.io.Writer;

/** A stream of a terminal that has a block of lines at its lower edge: what is written appears above it, each line at once. */
final class AboveWriter extends Writer {
    private final LiveArea area;
    private final PrintWriter stream;

    AboveWriter(LiveArea area, PrintWriter stream) {
        this.area = area;
        this.stream = stream;
    }

    @Override
    public void write(char[] text, int from, int length) {
        if (length > 0) {
            synchronized (area) {
                area.makeRoom();
                stream.write(text, from, length);
                area.wrote(text[from + length - 1]);
                if (area.isOpen() && text[from + length - 1] == '\n') {
                    flush();
                }
            }
        }
    }

    @Override
    public void flush() {
        synchronized (area) {
            stream.flush();
            area.comeBack();
        }
    }

    @Override
    public void close() {
        flush();
    }
}
