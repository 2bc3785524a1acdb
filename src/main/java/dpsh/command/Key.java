package dpsh.command;

/** The keys that have a name on every terminal. */
public enum Key {
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    HOME,
    END,
    ENTER,
    ESCAPE,
    BACKSPACE,
    /** Ctrl-C, or Ctrl-D. */
    BREAK
}
