package dpsh.backup;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an error code of the service, an HTTP status, a state, or an error of dpsh itself.
 *
 * @param code as the service spells it
 * @param phase when it appears: "validate", "configure", "backup", "restore", "any"; {@link #STATUS}, {@link #STATE}, {@link #OWN}
 * @param waiting whether the same request may succeed later, without anything else being done or right after the fix
 * @param command the line of dpsh that mends it or shows what is wrong, words in capitals standing for names; null when none
 *     does
 * @param outside what mends it beyond dpsh, a line of the Azure CLI, or null
 * @param meaning why it happens, as a clause without a full stop
 * @param fix what to do, as a sentence without a full stop
 */
public record ErrorEntry(
        String code,
        String phase,
        Waiting waiting,
        @Nullable String command,
        @Nullable String outside,
        String meaning,
        String fix) {
    /** The phase of HTTP statuses, whose code is such as {@code HTTP 429}. */
    public static final String STATUS = "status";

    /** The phase of states of instances and jobs. */
    public static final String STATE = "state";

    /** The phase of dpsh's own errors. */
    public static final String OWN = "dpsh";

    /** Whether time alone, or time after the fix, makes it go away. */
    public enum Waiting {
        YES,
        NO,
        UNKNOWN;

        static Waiting of(String word) {
            return Arrays.stream(values())
                    .filter(waiting -> waiting.word().equals(word))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("errors.tsv: '" + word + "' is not yes, no or unknown"));
        }

        /** In lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The fix with the command that helps, without a full stop: "Assign both (`permission grant`)". */
    public String advice() {
        return command == null ? fix : fix + " (`" + command + "`)";
    }
}
