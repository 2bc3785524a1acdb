package dpsh.shell;

import dpsh.session.Known;
import java.util.List;
import java.util.Locale;

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
        String folded = typed.toLowerCase(Locale.ROOT);
        return !beginning.isEmpty()
                ? beginning
                : all.stream()
                        .filter(known -> known.value().toLowerCase(Locale.ROOT).contains(folded))
                        .toList();
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
