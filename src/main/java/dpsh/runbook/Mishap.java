package dpsh.runbook;

import dpsh.arm.DpshException;
import org.codehaus.groovy.control.CompilationFailedException;

/** What went wrong with an expression, as one of our errors. Of an expression of one line no line is told. */
record Mishap(String text, Sources sources, PadNames names) {
    DpshException of(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return new DpshException.Runbook("the expression calls itself without an end", null, null, thrown);
        }
        if (thrown instanceof CompilationFailedException unread) {
            return Troubles.unread(unread, text.contains("\n"));
        }
        DpshException told = Troubles.thrown(thrown, text.contains("\n") ? sources : new Sources(), names);
        String place = told.place();
        if (place != null && place.startsWith(Scratchpad.NAME)) {
            told.aroseAt("line " + place.substring(place.indexOf(':') + 1));
        }
        return told;
    }
}
