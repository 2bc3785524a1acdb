package dpsh.view;

/**
 * A few lines on standard error that say how something stands while it goes on. A terminal has them below everything else
 * and redraws them in place, at most four times a second; what is printed meanwhile appears above them. Elsewhere, and on a
 * terminal that cannot redraw, a line is said every 30 seconds of real time. All of it happens inside of {@link #show} and of
 * printing: nothing runs on its own. For any thread.
 */
public interface LiveBlock extends AutoCloseable {
    /** Takes the place of what was shown before. As often as one likes: what comes too soon is shown with the next call. */
    void show(LiveText text);

    /** Takes the lines away from a terminal. */
    void erase();

    /** Leaves what was shown last on a terminal, the newest included, and ends. */
    @Override
    void close();
}
