package dpsh.shell;

import dpsh.command.Screen;

/** Turns a failure of the shell itself (a quote that is not closed, a file that cannot be written) into words. */
public interface Teller {
    /**
     * Says it on the screen's standard error.
     *
     * @return the exit code
     */
    int tell(Exception failure, Screen screen);
}
