package dpsh.shell;

import dpsh.session.Known;
import java.util.List;

/** Which of the known values go on from what was typed, without regard to case. */
final class Matching {
    private Matching() {}

    /** Those that begin so, and the IDs of those whose name does. */
    static List<Known> beginning(List<Known> all, String typed) {
        return all.stream()
                .filter(known -> begins(known.value(), typed) || isNamed(known, typed))
                .toList();
    }

    /** Those that begin so; where none does, those that have it in them. */
    static List<Known> either(List<Known> all, String typed) {
        List<Known> beginning = beginning(all, typed);
        return !beginning.isEmpty()
                ? beginning
                : all.stream()
                        .filter(known -> holds(known.value(), typed) || isBelow(known.value(), typed))
                        .toList();
    }

    /** Whether it has this in it. */
    static boolean holds(String text, String part) {
        int last = text.length() - part.length();
        for (int at = 0; at <= last; at++) {
            if (text.regionMatches(true, at, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a path, a list or an option with its value begins as typed, and has the last part of that in the rest. */
    static boolean isBelow(String path, String typed) {
        int parent = Math.max(typed.lastIndexOf('/'), Math.max(typed.lastIndexOf(','), typed.lastIndexOf('='))) + 1;
        return path.regionMatches(true, 0, typed, 0, parent)
                && holds(path.substring(Math.min(parent, path.length())), typed.substring(parent));
    }

    /** Whether it is the ID of something that is called so: of one of several, where a name is not enough. */
    private static boolean isNamed(Known known, String typed) {
        String value = known.value();
        return value.startsWith("/")
                && (begins(value.substring(value.lastIndexOf('/') + 1), typed) || begins(known.description(), typed));
    }

    private static boolean begins(String value, String typed) {
        return value.regionMatches(true, 0, typed, 0, typed.length());
    }
}
