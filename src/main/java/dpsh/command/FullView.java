package dpsh.command;

import dpsh.view.Cell;
import dpsh.view.Ink;
import java.util.List;

/** What stands on a whole screen. All methods are called on one thread. */
public interface FullView {
    /** At most so many lines, none wider than the width: how things stand at this moment. */
    List<Cell> lines(int width, int height, Ink ink);

    /** A key that has a name was pressed. */
    void press(Key key);

    /** Text was typed, one character mostly. */
    void type(String text);

    /** Whether the screen is to be given back. */
    boolean isDone();
}
