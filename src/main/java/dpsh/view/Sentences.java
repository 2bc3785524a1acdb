package dpsh.view;

import dpsh.arm.DpshException;
import dpsh.backup.ErrorCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one place that turns an error into a sentence and an exit code. Never a stack trace, never a secret. */
public final class Sentences {
    private final ErrorCatalog catalog;

    public Sentences(ErrorCatalog catalog) {
        this.catalog = catalog;
    }

    /** What is said of it. An expected error wrapped in others is told as itself. */
    public Said say(Throwable error) {
        List<Throwable> chain = chain(error);
        for (Throwable link : chain) {
            if (link instanceof DpshException expected) {
                Said said = expected(expected);
                Said about = expected.operation() == null ? said : said.about("operation " + expected.operation());
                return expected.place() == null ? about : about.at(expected.place());
            }
        }
        for (Throwable link : chain) {
            if (link instanceof InterruptedException) {
                return ours("interrupted", "interrupted", null, null, ExitCode.INTERRUPTED);
            }
        }
        return unexpected(chain.get(chain.size() - 1));
    }

    private Said expected(DpshException e) {
        if (e instanceof DpshException.Service service) {
            return service(service);
        }
        if (e instanceof DpshException.TimedOut timedOut) {
            return timedOut(timedOut);
        }
        if (e instanceof DpshException.Transport transport) {
            return transport(transport);
        }
        if (e instanceof DpshException.Usage) {
            return ours("usage", e.what(), e.why(), e.next(), ExitCode.USAGE);
        }
        if (e instanceof DpshException.NotAllowed) {
            return ours("not-allowed", e.what(), e.why(), e.next(), ExitCode.NOT_ALLOWED);
        }
        if (e instanceof DpshException.Runbook) {
            return ours("runbook", e.what(), e.why(), e.next(), ExitCode.FAILED);
        }
        if (e instanceof DpshException.Interrupted) {
            return ours("interrupted", e.what(), e.why(), e.next(), ExitCode.INTERRUPTED);
        }
        if (e instanceof DpshException.LedgerUnavailable) {
            return ours("ledger-unavailable", e.what(), e.why(), e.next(), ExitCode.FAILED);
        }
        return refused(e);
    }

    /** Refused before it was sent: with the code that the service would have answered. */
    private static Said refused(DpshException e) {
        String code = e instanceof DpshException.Refused refused ? refused.code() : null;
        return new Said(
                code == null ? "refused" : code,
                what(e.what()),
                why(e.what(), e.why()),
                Clause.of(e.next()),
                null,
                code == null ? List.of() : List.of(code),
                ExitCode.FAILED);
    }

    private Said service(DpshException.Service e) {
        ServiceError error = ServiceError.of(e.error(), e.status(), e.correlationId(), catalog);
        String next = Clause.of(e.next());
        List<String> brackets = new ArrayList<>(List.of(error.code()));
        String supportId = error.supportId();
        if (supportId != null) {
            brackets.add("correlation " + supportId);
        }
        return new Said(
                error.code(),
                what(e.what()),
                why(e.what(), error.why()),
                next == null ? error.advice() : next,
                supportId,
                brackets,
                error.exitCode());
    }

    private static Said timedOut(DpshException.TimedOut e) {
        Said said = ours("timed-out", e.what(), e.why(), e.next(), ExitCode.TIMED_OUT);
        if (e.waited().compareTo(Duration.ZERO) <= 0) {
            return said;
        }
        List<String> brackets = List.of("waited " + Times.length(e.waited()));
        return new Said(
                said.code(),
                said.message(),
                said.cause(),
                said.next(),
                said.correlationId(),
                brackets,
                said.exitCode());
    }

    private static Said transport(DpshException.Transport e) {
        String why = Clause.of(e.why());
        String arrived = "the request may have arrived all the same";
        String cause = !e.mayHaveArrived() ? why : why == null ? arrived : why + "; " + arrived;
        return ours("transport", e.what(), cause, e.next(), ExitCode.FAILED);
    }

    private static Said unexpected(Throwable root) {
        String type = root.getClass().getSimpleName();
        String message = Clause.of(root.getMessage());
        String named = type.isEmpty() ? root.getClass().getName() : type;
        return ours(
                "unexpected",
                "unexpected",
                message == null ? named : message + " (" + named + ")",
                "run with --trace to see where",
                ExitCode.FAILED);
    }

    private static Said ours(String code, String what, @Nullable String why, @Nullable String next, ExitCode exitCode) {
        return new Said(code, what(what), why(what, why), Clause.of(next), null, List.of(), exitCode);
    }

    private static String what(String what) {
        String clause = Clause.of(what);
        return clause == null ? "failed" : clause;
    }

    /** Null when it only repeats what was said already. */
    private static @Nullable String why(String what, @Nullable String why) {
        String clause = Clause.of(why);
        return clause == null || what(what).contains(clause) ? null : clause;
    }

    /** From the error to its root cause; a circle of causes is walked once. */
    private static List<Throwable> chain(Throwable error) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = error; link != null && seen.add(link); link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }
}
