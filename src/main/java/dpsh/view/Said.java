package dpsh.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as it is told.
 *
 * @param code the service's code, or a word of ours in lower case such as {@code usage}
 * @param message what failed
 * @param cause why, or null
 * @param next what to do, or null
 * @param correlationId what support asks for, or null
 * @param brackets what stands in brackets behind the sentence; may be empty
 * @param place where in a runbook it arose, such as {@code protect.groovy:12}, or null
 */
public record Said(
        String code,
        String message,
        @Nullable String cause,
        @Nullable String next,
        @Nullable String correlationId,
        List<String> brackets,
        ExitCode exitCode,
        @Nullable String place) {
    public Said {
        brackets = List.copyOf(brackets);
    }

    /** One that arose in no runbook. */
    public Said(
            String code,
            String message,
            @Nullable String cause,
            @Nullable String next,
            @Nullable String correlationId,
            List<String> brackets,
            ExitCode exitCode) {
        this(code, message, cause, next, correlationId, brackets, exitCode, null);
    }

    /** The same with the place in a runbook where it arose. */
    Said at(String where) {
        return new Said(code, message, cause, next, correlationId, brackets, exitCode, where);
    }

    /** The same with one more thing in the brackets. */
    Said about(String what) {
        List<String> more = new ArrayList<>(brackets);
        more.add(what);
        return new Said(code, message, cause, next, correlationId, more, exitCode, place);
    }

    /** In the shape of the format: JSON on one line where results are JSON, otherwise a sentence. */
    public String in(Format format) {
        return format.isJson() ? json() : text();
    }

    /** "What failed: why. What to do. [code, correlation …]" on one line; a place in a runbook stands before it. */
    public String text() {
        List<String> sentences = new ArrayList<>();
        String where = place == null ? "" : place + ": ";
        sentences.add(Clause.ended(where + (cause == null ? message : message + ": " + cause)));
        if (next != null) {
            sentences.add(Clause.ended(Clause.begun(next)));
        }
        if (!brackets.isEmpty()) {
            sentences.add("[" + String.join(", ", brackets) + "]");
        }
        return String.join(" ", sentences);
    }

    /** {@code {"error":{"code":…,"message":…,"cause":…,"next":…,"correlationId":…,"exitCode":…}}}, and {@code place}, on one line. */
    public String json() {
        return JsonText.of(Map.of("error", members()));
    }

    /** What is in it, by the names that JSON has for it. */
    public Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        error.put("cause", cause);
        error.put("next", next);
        error.put("correlationId", correlationId);
        error.put("exitCode", exitCode.number());
        if (place != null) {
            error.put("place", place);
        }
        return error;
    }

    /** Writes it to the page's {@code err}. */
    public void print(Format format, Page page) {
        page.notice(in(format), format.isJson() ? Tone.PLAIN : Tone.BAD);
    }
}
