package dpsh.command;

import java.util.List;

/** Which part of a text that may be taller than its place is seen, and the keys that move it. */
final class Scroll {
    private static final int FAR = Integer.MAX_VALUE / 2;

    private int top;
    private int page = 1;

    /** The part of these lines that has room. */
    <T> List<T> part(List<T> lines, int room) {
        page = Math.max(1, room);
        top = Math.max(0, Math.min(top, lines.size() - page));
        return lines.subList(top, Math.min(lines.size(), top + page));
    }

    void toTop() {
        top = 0;
    }

    /** The letters that some take for the keys. @return whether it is one */
    boolean type(String text) {
        return switch (text) {
            case "k" -> press(Key.UP);
            case "j" -> press(Key.DOWN);
            case "g" -> press(Key.HOME);
            case "G" -> press(Key.END);
            default -> false;
        };
    }

    /** @return whether the key moves anything */
    boolean press(Key key) {
        int by =
                switch (key) {
                    case UP -> -1;
                    case DOWN -> 1;
                    case PAGE_UP -> -page;
                    case PAGE_DOWN -> page;
                    case HOME -> -FAR;
                    case END -> FAR;
                    default -> 0;
                };
        top = Math.max(0, Math.min(FAR, top + by));
        return by != 0;
    }
}
