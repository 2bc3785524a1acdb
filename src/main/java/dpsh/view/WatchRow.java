package dpsh.view;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation, job or run as a watch shows it.
 *
 * @param ref what it is called: {@code op 5}, {@code run 3}, {@code job f8d7a20d}
 * @param what what it does: {@code create instance}
 * @param target what it is about
 * @param state its state in a tone
 * @param note a few words more: the resource's state, or the error's code
 * @param well whether it has ended as it should
 * @param begun when it began, by the clock that knows
 * @param elapsed how long it has taken, or took, in service time
 * @param next in real time, when the service is asked about it next; null when nobody here asks
 * @param detail all of it
 */
public record WatchRow(
        String ref,
        String what,
        String target,
        Cell state,
        String note,
        boolean running,
        boolean well,
        Instant begun,
        Duration elapsed,
        @Nullable Duration next,
        Detail detail) {
    /** Whether one of its words holds this text, without regard to case. */
    public boolean matches(String text) {
        String all = String.join(" ", ref, what, target, state.text(), note).toLowerCase(Locale.ROOT);
        return all.contains(text.toLowerCase(Locale.ROOT));
    }

    /** What tells of a change: {@code settling: ConfiguringProtection}. */
    public String standing() {
        return state.text() + (note.isEmpty() ? "" : ": " + note);
    }

    /** {@code op 5 create instance msdiskbackup: settling: ConfiguringProtection}. */
    public Cell line() {
        Cell line = Cell.of(ref + " " + what + " " + target + ": ", Tone.PLAIN);
        for (Span span : state.spans()) {
            line = line.and(span.text(), span.tone());
        }
        return note.isEmpty() ? line : line.and(": " + note, Tone.PLAIN);
    }

    /** {@code {"ref":…,"what":…,"target":…,"state":…,"note":…,"running":…,"begun":…,"elapsedSeconds":…}}. */
    public String json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("ref", ref);
        members.put("what", what);
        members.put("target", target);
        members.put("state", state.text());
        members.put("note", note);
        members.put("running", running);
        members.put("begun", Times.absolute(begun));
        members.put("elapsedSeconds", elapsed.toSeconds());
        return JsonText.of(members);
    }
}
