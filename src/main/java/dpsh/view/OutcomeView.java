package dpsh.view;

import dpsh.backup.ErrorCatalog;
import dpsh.backup.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outcomes in words, in JSON and as exit codes. What was only accepted is never called done (law 2). */
public final class OutcomeView {
    private final ErrorCatalog catalog;

    public OutcomeView(ErrorCatalog catalog) {
        this.catalog = catalog;
    }

    /** On one line: "succeeded", "failed: code: cause. What to do. [activity …]", "still running: ConfiguringProtection". */
    public Cell words(Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded succeeded) {
            return head("succeeded", Tone.GOOD, succeeded.detail());
        }
        if (outcome instanceof Outcome.Failed failed) {
            return failed(failed);
        }
        if (outcome instanceof Outcome.Canceled) {
            return Cell.of("canceled at the service", Tone.BAD);
        }
        if (outcome instanceof Outcome.StillRunning running) {
            return head("still running", Tone.WARNING, running.detail());
        }
        if (outcome instanceof Outcome.Unknown unknown) {
            return head("unknown", Tone.BAD, unknown.why());
        }
        return Cell.of("not sent", Tone.DIM);
    }

    /** The same part by part; as JSON it is {@link #json}. @param about what it is about, such as "stop msdiskbackup" */
    public Detail detail(String about, Outcome outcome) {
        Map<String, @Nullable Object> members = members(outcome);
        List<Detail.Field> fields = new ArrayList<>(List.of(Detail.Field.of("about", about)));
        for (String label : List.of("outcome", "detail", "code", "cause", "next", "status", "correlationId")) {
            Object member = members.get(label);
            Cell cell = label.equals("outcome")
                    ? Cell.of(
                            String.valueOf(member),
                            words(outcome).spans().get(0).tone())
                    : Cell.of(member == null ? null : member.toString());
            fields.add(Detail.Field.of(label, cell));
        }
        return Detail.of(fields, JsonText.of(members));
    }

    /** {@link ExitCode#TIMED_OUT} for what still runs when waiting for it ended. */
    public ExitCode exitCode(Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded || outcome instanceof Outcome.NotSent) {
            return ExitCode.DONE;
        }
        if (outcome instanceof Outcome.StillRunning) {
            return ExitCode.TIMED_OUT;
        }
        return outcome instanceof Outcome.Failed failed ? error(failed).exitCode() : ExitCode.FAILED;
    }

    /**
     * {@code {"outcome":…,"detail":…}}; a failure has {@code code, cause, next, status, correlationId} in place of the detail.
     * The words are succeeded, failed, canceled, running, unknown, notSent.
     */
    public String json(Outcome outcome) {
        return JsonText.of(members(outcome));
    }

    private Map<String, @Nullable Object> members(Outcome outcome) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (outcome instanceof Outcome.Succeeded succeeded) {
            members.put("outcome", "succeeded");
            members.put("detail", succeeded.detail());
        } else if (outcome instanceof Outcome.Failed failed) {
            ServiceError error = error(failed);
            members.put("outcome", "failed");
            members.put("code", error.code());
            members.put("cause", error.why());
            members.put("next", error.advice());
            members.put("status", failed.status());
            members.put("correlationId", error.supportId());
        } else if (outcome instanceof Outcome.Canceled) {
            members.put("outcome", "canceled");
        } else if (outcome instanceof Outcome.StillRunning running) {
            members.put("outcome", "running");
            members.put("detail", running.detail());
        } else if (outcome instanceof Outcome.Unknown unknown) {
            members.put("outcome", "unknown");
            members.put("detail", unknown.why());
        } else {
            members.put("outcome", "notSent");
        }
        return members;
    }

    private Cell failed(Outcome.Failed failed) {
        ServiceError error = error(failed);
        String why = error.why();
        String advice = error.advice();
        StringBuilder rest = new StringBuilder(": ").append(error.code());
        rest.append(why == null ? "." : ": " + Clause.ended(why));
        if (advice != null) {
            rest.append(' ').append(Clause.ended(Clause.begun(advice)));
        }
        String supportId = error.supportId();
        if (supportId != null) {
            rest.append(" [activity ").append(supportId).append(']');
        }
        return Cell.of("failed", Tone.BAD).and(rest.toString(), Tone.PLAIN);
    }

    private ServiceError error(Outcome.Failed failed) {
        return ServiceError.of(failed.error(), failed.status(), failed.correlationId(), catalog);
    }

    private static Cell head(String word, Tone tone, String detail) {
        String rest = Clause.of(detail);
        Cell head = Cell.of(word, tone);
        return rest == null || rest.equals(word) ? head : head.and(": " + rest, Tone.PLAIN);
    }
}
