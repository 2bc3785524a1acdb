package dpsh.view;

import java.util.List;

/** How something stands that goes on, in words that are said again and again. */
public interface LiveText {
    /** A few lines for a terminal, none wider than the width; the same number of lines mostly, so that they stay in place. */
    List<Cell> lines(int width, Ink ink);

    /** The same on one line, for a stream that keeps everything. */
    Cell line();
}
