package dpsh.shell;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Lines as they are carried out: the lines of one expression are one, and so are those of a command that goes on behind a
 * backslash, an open quote or a pipe. A line is taken when it is needed, not before.
 */
final class Lines implements Iterator<Lines.Line> {
    private final Iterator<String> typed;
    private int taken;

    Lines(Iterator<String> typed) {
        this.typed = typed;
    }

    /** @param number of its first line, from 1 */
    record Line(int number, String text) {
        boolean isOpen() {
            GroovyLine groovy = GroovyLine.of(text);
            if (groovy != null) {
                return groovy.open() != null;
            }
            return !text.stripLeading().startsWith("#") && Words.scan(text).open();
        }
    }

    /** Whether the text ends in the middle of an expression or a command. */
    static boolean isOpen(String text) {
        Line last = new Line(1, "");
        for (Lines lines = new Lines(text.lines().iterator()); lines.hasNext(); ) {
            last = lines.next();
        }
        return last.isOpen();
    }

    /** Where the expression or command begins that the cursor is in. */
    static int start(String text, int cursor) {
        int start = 0;
        Lines lines = new Lines(List.of(text.split("\n", -1)).iterator());
        for (int next = 0; lines.hasNext() && next <= cursor; ) {
            start = next;
            next += lines.next().text().length() + 1;
        }
        return start;
    }

    @Override
    public boolean hasNext() {
        return typed.hasNext();
    }

    @Override
    public Line next() {
        if (!typed.hasNext()) {
            throw new NoSuchElementException();
        }
        int number = taken + 1;
        Line line = new Line(number, take());
        while (line.isOpen() && typed.hasNext()) {
            line = new Line(number, line.text() + "\n" + take());
        }
        return line;
    }

    private String take() {
        taken++;
        String line = typed.next();
        return taken == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}
