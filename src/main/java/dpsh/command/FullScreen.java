package dpsh.command;

/** A terminal's whole screen, for a view that is drawn again and again and answers keys. */
public interface FullScreen {
    /**
     * Shows the view until it is done; then the screen is again what it was.
     *
     * @throws dpsh.arm.DpshException.Interrupted when the thread is interrupted
     */
    void show(FullView view);
}
