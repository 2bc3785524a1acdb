package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.arm.DurationText;
import groovy.lang.GString;
import java.time.Duration;

/** Times as a runbook may give them. */
final class Waits {
    private Waits() {}

    /**
     * A Duration, or a text such as {@code '90s'}, {@code '30 min'}, {@code '1h30m'} or {@code 'PT20M'}.
     *
     * @param what what it is for, as a clause
     */
    static Duration duration(Object given, String what) {
        Duration duration = given instanceof Duration one
                ? one
                : given instanceof CharSequence || given instanceof GString
                        ? DurationText.parse(given.toString())
                        : null;
        if (duration == null || duration.isNegative()) {
            throw new DpshException.Usage(
                    "'" + given + "' is no " + what.replaceFirst("^an? ", ""),
                    null,
                    "give a Duration, or a text such as '90s', '30 min' or '1h30m'");
        }
        return duration;
    }
}
