package dpsh.session;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, roughly. */
final class Age {
    /** What is younger needs no word about its age, and nothing is asked again before. */
    static final Duration FRESH = Duration.ofMinutes(10);

    private Age() {}

    static boolean isFresh(Instant then, Instant now) {
        return then.plus(FRESH).isAfter(now);
    }

    /** "40 s ago", "3 min ago", "2 h ago", "5 days ago". */
    static String words(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toSeconds() < 1) {
            return "now";
        }
        String words = age.toDays() > 0
                ? age.toDays() + (age.toDays() == 1 ? " day" : " days")
                : age.toHours() > 0
                        ? age.toHours() + " h"
                        : age.toMinutes() > 0 ? age.toMinutes() + " min" : age.toSeconds() + " s";
        return words + " ago";
    }
}
