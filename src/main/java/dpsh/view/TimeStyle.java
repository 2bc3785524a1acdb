package dpsh.view;

import java.util.Locale;

/** How points in time are told. */
public enum TimeStyle {
    /** "3 min ago". */
    RELATIVE,
    /** ISO 8601 in UTC. */
    ABSOLUTE,
    /** "3 min ago (2026-11-20T13:00:00Z)". */
    BOTH;

    /** @param word of the preference, lower case */
    public static TimeStyle of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
