package dpsh.rest;

import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Turns the last attempt at a request into what its sender gets, after the ledger has it.
 *
 * <p>A status of 500 and above, or 408, with an error body is {@link DpshException.Service} for changes too; the ledger
 * has the answer with its status. Callers treat such a change as ambiguous all the same and read back.
 */
final class Verdict {
    private static final String READ_BACK = "`operation list` shows it; the same command again is safe";

    private static final String LOGIN = "`whoami` tells whose it is; `login`";
    private static final String STRICT =
            "a sandbox that is served with --strict takes only tokens that it issued; serve one without it for dpsh";

    private final String what;
    private final ArmRequest request;
    private final Origin endpoint;
    private final ErrorReader errors;
    private final Entry entry;

    Verdict(ArmRequest request, Origin endpoint, ErrorReader errors, Entry entry) {
        this.what = Phrase.of(request);
        this.request = request;
        this.endpoint = endpoint;
        this.errors = errors;
        this.entry = entry;
    }

    /** @throws DpshException for everything that is no successful answer of an ARM endpoint */
    ArmResponse of(Attempt.Answered answer) {
        int status = answer.status();
        if (status >= 400) {
            throw refusal(answer);
        }
        if (status >= 300) {
            throw noAnswer("answered with a redirect to " + redirect(answer) + "; not followed", false);
        }
        String unfit = status < 200 ? "answered " + status : Content.unfit(status, answer.headers(), answer.body());
        if (unfit != null) {
            throw noAnswer(unfit, changes());
        }
        entry.answered(answer, null);
        return new ArmResponse(status, answer.headers(), answer.body(), entry.number());
    }

    private DpshException refusal(Attempt.Answered answer) {
        int status = answer.status();
        if (status != 401 && Content.isPage(answer.headers(), answer.body())) {
            return noAnswer(Content.pageWords(status), changes() && (status >= 500 || status == 408));
        }
        ErrorBody error = errors.read(status, answer.headers(), answer.body());
        entry.answered(answer, error);
        if (status == 401) {
            String why = "the service refused the token twice (" + error.code() + ": " + error.message() + ")";
            boolean strict = endpoint.loopback() && "InvalidAuthenticationToken".equals(error.code());
            return new DpshException.NotAllowed(what, Plain.text(why, 600), strict ? STRICT : LOGIN, null);
        }
        String correlation = answer.headers().get("x-ms-correlation-request-id");
        return new DpshException.Service(what, status, error, correlation, null);
    }

    private static String redirect(Attempt.Answered answer) {
        try {
            return OriginGuard.named(new URI(answer.headers().getOrDefault("location", "")));
        } catch (URISyntaxException e) {
            return "somewhere that cannot be read";
        }
    }

    private DpshException.Transport noAnswer(String words, boolean mayHaveArrived) {
        entry.unanswered(mayHaveArrived, "the endpoint " + words);
        String next = mayHaveArrived ? READ_BACK : "check --endpoint and the proxy settings";
        return new DpshException.Transport(what, endpoint + " " + words, next, mayHaveArrived, null);
    }

    /** The service throttled for longer than there is patience, or says that it will. */
    DpshException throttledOut(Attempt.@Nullable Answered last, Duration waited, Duration more) {
        String code = "throttled";
        if (last != null) {
            ErrorBody error = errors.read(last.status(), last.headers(), last.body());
            code = error.code();
            entry.answered(last, error);
        } else {
            entry.unanswered(false, "the service throttles; it was not sent");
        }
        String why = "the service throttles (" + Plain.text(code, 80) + "); waited " + waited.toSeconds()
                + " s and it asks for " + Math.max(1, more.toSeconds()) + " s more";
        return new DpshException.TimedOut(what, why, "run the same command again later", waited, more);
    }

    /** The service throttles one of many requests: it had no effect, and its sender comes again. */
    DpshException.TimedOut putOff(Attempt.Answered last, Duration wait) {
        ErrorBody error = errors.read(last.status(), last.headers(), last.body());
        String code = Plain.text(error.code(), 80);
        entry.unanswered(false, "the service throttled it (" + code + "); it had no effect");
        return putOff(what, code, wait);
    }

    static DpshException.TimedOut putOff(String what, String code, Duration wait) {
        String why = "the service throttles (" + code + ") and asks for " + Math.max(1, wait.toSeconds()) + " s more";
        return new DpshException.TimedOut(what, why, "run the same command again later", Duration.ZERO, wait);
    }

    /** No attempt brought a whole answer. */
    DpshException lost(Attempt.Failed failed, boolean mayHaveArrived, Duration timeout) {
        String words = failed.fault().words() + reason(failed);
        entry.unanswered(mayHaveArrived, "the endpoint " + words);
        if (failed.fault() == Attempt.Fault.SILENT && !changes()) {
            String why = endpoint + " " + words + " (" + seconds(timeout) + ")";
            return new DpshException.TimedOut(what, why, "check the network, or --endpoint", timeout);
        }
        boolean ambiguous = changes() && mayHaveArrived;
        String next = ambiguous ? READ_BACK : "check the network, the proxy settings and --endpoint";
        return new DpshException.Transport(what, endpoint + " " + words, next, ambiguous, failed.cause());
    }

    private static String reason(Attempt.Failed failed) {
        return switch (failed.fault()) {
            case NOT_CONNECTED -> " (" + Failures.words(failed.cause()) + ")";
            case NOT_ACCEPTED, NOT_SENDABLE -> {
                Throwable deepest = failed.cause();
                while (deepest.getCause() != null) {
                    deepest = deepest.getCause();
                }
                String message = deepest.getMessage();
                yield " (" + (message == null ? deepest.getClass().getSimpleName() : Plain.text(message, 200)) + ")";
            }
            case BROKEN, SILENT, ENDLESS, INTERRUPTED, INTERRUPTED_BEFORE -> "";
        };
    }

    private static String seconds(Duration wallTime) {
        return wallTime.toMillis() % 1000 == 0 ? wallTime.toSeconds() + " s" : wallTime.toMillis() + " ms";
    }

    DpshException.Interrupted interrupted(boolean mayHaveArrived) {
        entry.unanswered(mayHaveArrived, "interrupted");
        String next = null;
        if (changes()) {
            next = mayHaveArrived ? "it may have reached the service; " + READ_BACK : "nothing was sent";
        }
        return new DpshException.Interrupted(what + " was interrupted", next);
    }

    private boolean changes() {
        return request.effect() == Effect.CHANGES;
    }
}
