package dpsh.arm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the service said went wrong, pulled up from wherever its envelope buried it. A token or a signature that it quotes is
 * taken out (law 1).
 *
 * @param code the service's code, such as {@code UserErrorMissingRequiredPermissions}; never empty
 * @param message the service's own sentence; may be empty
 * @param cause the deepest explanation (for permissions the buried {@code DetailedNonLocalisedMessage}), or null
 * @param recommendedActions what the service advises; may be empty
 * @param activityId the ID that support asks for, or null
 * @param target what the error is about, as the service names it, or null
 */
public record ErrorBody(
        String code,
        String message,
        @Nullable String cause,
        List<String> recommendedActions,
        @Nullable String activityId,
        @Nullable String target) {
    public ErrorBody {
        message = Secrets.hidden(message);
        cause = cause == null ? null : Secrets.hidden(cause);
        recommendedActions = recommendedActions.stream().map(Secrets::hidden).toList();
    }

    /** An error that carries a code and a sentence only. */
    public static ErrorBody of(String code, String message) {
        return new ErrorBody(code, message, null, List.of(), null, null);
    }

    /** Whether the service used this code; codes are compared without case. */
    public boolean is(String otherCode) {
        return code.equalsIgnoreCase(otherCode);
    }
}
