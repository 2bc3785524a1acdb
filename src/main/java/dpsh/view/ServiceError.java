package dpsh.view;

import dpsh.arm.ErrorBody;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.ErrorEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An error of the service as we tell it: the deepest cause, our own advice before the service's, and the exit code.
 *
 * @param status the HTTP status, or 200 when an operation reported it
 * @param entry what the catalogue knows of the code, or null
 */
record ServiceError(
        ErrorBody body,
        int status,
        @Nullable String correlationId,
        @Nullable ErrorEntry entry) {
    private static final Set<String> NOT_ALLOWED = Set.of(
            "authorizationfailed",
            "linkedauthorizationfailed",
            "authenticationfailed",
            "invalidauthenticationtoken",
            "invalidauthenticationtokentenant",
            "expiredauthenticationtoken",
            "requestdisallowedbypolicy");

    static ServiceError of(ErrorBody body, int status, @Nullable String correlationId, ErrorCatalog catalog) {
        return new ServiceError(body, status, correlationId, catalog.find(body.code()));
    }

    String code() {
        String code = Clause.of(body.code());
        return code == null ? "HTTP " + status : code;
    }

    /** Why: the deepest text that the service gives, else what the catalogue knows, else null. */
    @Nullable
    String why() {
        String why = Clause.of(body.cause());
        if (why == null) {
            why = Clause.of(body.message());
        }
        return why == null && entry != null ? entry.meaning() : why;
    }

    /** What to do: ours, else the service's, else null. */
    @Nullable
    String advice() {
        if (entry != null) {
            return entry.advice();
        }
        List<String> advised = new ArrayList<>();
        for (String action : body.recommendedActions()) {
            String clause = Clause.of(action);
            if (clause != null) {
                advised.add(clause);
            }
        }
        return advised.isEmpty() ? null : String.join("; ", advised);
    }

    ExitCode exitCode() {
        if (status == 401 || status == 403 || NOT_ALLOWED.contains(body.code().toLowerCase(Locale.ROOT))) {
            return ExitCode.NOT_ALLOWED;
        }
        return status == 429 || body.is("TooManyRequests") ? ExitCode.TIMED_OUT : ExitCode.FAILED;
    }

    /** What support asks for, or null. */
    @Nullable
    String supportId() {
        String activity = Clause.of(body.activityId());
        return activity == null ? Clause.of(correlationId) : activity;
    }
}
