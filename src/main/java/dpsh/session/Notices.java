package dpsh.session;

/** Words to the operator that come by themselves, at any moment and from any thread. */
public interface Notices {
    /**
     * Shows the text without disturbing the line being edited.
     *
     * @param text one line, without a line break at its end
     */
    void show(String text);
}
