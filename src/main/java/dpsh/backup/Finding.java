package dpsh.backup;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a check before the call found.
 *
 * @param serviceCode the code that the service would answer with, or null where it has none of its own
 * @param message what is wrong, as a clause
 * @param fix what to do, best a command, or null
 */
public record Finding(
        Severity severity,
        @Nullable String serviceCode,
        String message,
        @Nullable String fix) {
    /** How bad it is. */
    public enum Severity {
        /** The service would refuse it: nothing is sent. */
        ERROR,
        /** It works, but probably not as meant. */
        WARNING,
        /** A word of explanation, such as a mistake of the articles that was put right. */
        NOTE
    }

    public static Finding error(@Nullable String serviceCode, String message, @Nullable String fix) {
        return new Finding(Severity.ERROR, serviceCode, message, fix);
    }

    public static Finding warning(String message, @Nullable String fix) {
        return new Finding(Severity.WARNING, null, message, fix);
    }

    public static Finding note(String message) {
        return new Finding(Severity.NOTE, null, message, null);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
