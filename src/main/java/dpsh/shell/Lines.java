package dpsh.shell;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Lines as they are carried out: the lines of one expression are one. A line is taken when it is needed, not before. */
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
            return groovy != null && groovy.open() != null;
        }
    }

    /** Whether the text ends in the middle of an expression. */
    static boolean isOpen(String text) {
        Line last = new Line(1, "");
        for (Lines lines = new Lines(text.lines().iterator()); lines.hasNext(); ) {
            last = lines.next();
        }
        return last.isOpen();
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
