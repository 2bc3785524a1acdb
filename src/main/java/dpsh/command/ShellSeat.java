package dpsh.command;

import dpsh.arm.DpshException;
import org.jspecify.annotations.Nullable;

/** Where whoever carries out lines sits, once there is one. */
final class ShellSeat {
    private @Nullable ShellLines shell;
    private int depth;

    void take(ShellLines by) {
        shell = by;
    }

    /** @throws DpshException.Usage when lines come from nobody, as in a program that only asks for help */
    ShellLines shell() {
        if (shell == null) {
            throw new DpshException.Usage("no lines are carried out here", null, null);
        }
        return shell;
    }

    /** Whether somebody types the lines. */
    boolean isPrompt() {
        return shell != null && shell.history() != null;
    }

    /** One script goes into another. @return how many there are now */
    int enter() {
        return ++depth;
    }

    void leave() {
        depth--;
    }
}
