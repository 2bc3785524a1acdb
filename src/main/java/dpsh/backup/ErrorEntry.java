package dpsh.backup;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an error code of the service.
 *
 * @param code as the service spells it
 * @param phase when it appears: "validate", "configure", "backup", "restore", "any"
 * @param waiting whether the same request may succeed later, without anything else being done or right after the fix
 * @param command the dpsh command that helps, or null when none does
 * @param meaning why it happens, as a clause without a full stop
 * @param fix what to do, as a sentence without a full stop
 */
public record ErrorEntry(
        String code,
        String phase,
        Waiting waiting,
        @Nullable String command,
        String meaning,
        String fix) {
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
