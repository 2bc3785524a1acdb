package dpsh.command;

import dpsh.view.Ink;
import dpsh.view.LiveBlock;
import dpsh.view.Page;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a command writes to and whom it may ask: a terminal, a pipe, a file, a test. One per execution, because a line's
 * output may be redirected.
 */
public interface Screen {
    /** What it is written on. */
    Page page();

    /** Data only. */
    default PrintWriter out() {
        return page().out();
    }

    /** Progress, notices, errors. */
    default PrintWriter err() {
        return page().err();
    }

    /** For what goes to {@link #out()}. */
    default Ink ink() {
        return page().ink();
    }

    /** For what goes to {@link #err()}. */
    default Ink errInk() {
        return page().errInk();
    }

    /** Columns of the terminal that {@link #out()} shows on; 0 when it is none, and then nothing is cut or styled. */
    default int width() {
        return page().width();
    }

    /** Begins one result; the caller closes it. */
    default Sheet sheet() {
        return Sheet.on(page());
    }

    /** Writes one result. */
    default void result(Consumer<Page> writes) {
        try (Sheet sheet = sheet()) {
            writes.accept(sheet.page());
            sheet.finish();
        }
    }

    /** What a line reads in place of the process's standard input; null where it is that. */
    default @Nullable InputStream input() {
        return null;
    }

    /** Begins a block of lines on {@link #err()} that says how something stands; the caller closes it. One at a time. */
    LiveBlock live();

    /** Whether such a block is redrawn in place, on the same terminal that {@link #out()} shows on. */
    default boolean redraws() {
        return false;
    }

    /** The whole terminal, where it can be drawn on and answers keys; null elsewhere. */
    default @Nullable FullScreen fullScreen() {
        return null;
    }

    /** What the person can do with a text at the prompt; null where there is none. */
    default @Nullable Editing editing() {
        return null;
    }

    /**
     * Asks the person.
     *
     * @return the answer without blanks around it, or null when there is nobody to ask
     * @throws dpsh.arm.DpshException.Interrupted when they interrupt
     */
    @Nullable
    String ask(String question);
}
