package dpsh.view;

import java.time.Duration;
import java.util.Locale;

/** A length of time for programs: seconds with three decimals and a point. */
final class Seconds {
    private Seconds() {}

    static String of(Duration length) {
        return String.format(Locale.ROOT, "%.3f", Math.max(0, length.toMillis()) / 1000.0);
    }
}
