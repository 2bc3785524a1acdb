package dpsh.session;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What changes meet in a vault, a subscription or a whole profile; the later ones are stricter. */
public enum Mode {
    /** They are carried out. */
    OPEN,
    /** They are carried out once the operator typed the name. */
    PROTECTED,
    /** They are refused. */
    READ_ONLY;

    /** The word of the command line: {@code read-only}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mode of this word, without regard to case; null when it is none. */
    public static @Nullable Mode of(String word) {
        for (Mode mode : values()) {
            if (mode.word().equalsIgnoreCase(word.strip())) {
                return mode;
            }
        }
        return null;
    }
}
