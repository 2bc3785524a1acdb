package dpsh.view;

import dpsh.arm.ErrorBody;
import dpsh.arm.ResourceId;
import dpsh.backup.OperationKind;
import dpsh.store.OperationRow;
import dpsh.store.OperationState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's operations. Their signed URLs are never shown. As JSON:
 * {@code {"number":…,"operation":…,"target":…,"state":…,"detail":…,"code":…,"message":…,"cause":…,"correlationId":…,
 * "clientRequestId":…,"created":…,"ended":…}}.
 */
public final class OperationView implements View<OperationRow> {
    private static final Noun NOUN = Noun.of("operation");
    public static final List<Column> COLUMNS = List.of(
            Column.number("number"),
            Column.whole("operation"),
            Column.of("target"),
            Column.whole("state"),
            Column.of("detail"),
            Column.whole("begun"));

    private final Times times;

    /** @param now the wall clock, for "3 min ago" */
    public OperationView(Instant now) {
        this.times = new Times(now);
    }

    @Override
    public Listing listing(List<OperationRow> rows) {
        return new Listing(NOUN, COLUMNS, rows.stream().map(this::row).toList(), null);
    }

    @Override
    public Detail detail(OperationRow row) {
        ErrorBody error = row.error();
        return Detail.of(
                List.of(
                        Detail.Field.of("number", String.valueOf(row.number())),
                        Detail.Field.of("operation", kind(row)),
                        Detail.Field.of(
                                "target",
                                row.target() == null ? null : row.target().toString()),
                        Detail.Field.of("state", state(row)),
                        Detail.Field.of("detail", row.detail()),
                        Detail.Field.of("code", error == null ? null : error.code()),
                        Detail.Field.of("message", error == null ? null : error.message()),
                        Detail.Field.of("cause", error == null ? null : error.cause()),
                        Detail.Field.of("advice", error == null ? List.<String>of() : error.recommendedActions()),
                        Detail.Field.of("activity", error == null ? null : error.activityId()),
                        Detail.Field.of("correlation", row.correlationId()),
                        Detail.Field.of("client request", row.clientRequestId()),
                        Detail.Field.of("begun", times.cell(row.createdAt(), TimeStyle.BOTH)),
                        Detail.Field.of("ended", times.cell(row.endedAt(), TimeStyle.BOTH))),
                raw(row));
    }

    /** {@code operation 5 (create instance msdiskbackup)}. */
    private static String label(OperationRow row) {
        String name = target(row);
        return "operation " + row.number() + " (" + kind(row) + (name == null ? "" : " " + name) + ")";
    }

    /** On one line, how one stands that goes on: {@code   operation 5 (back up msdiskbackup) running: InProgress}. */
    public static Cell running(OperationRow row) {
        Cell line = Cell.of("  " + label(row) + " ", Tone.PLAIN).and(state(row).text(), Tone.WARNING);
        return row.detail() == null ? line : line.and(": " + row.detail(), Tone.PLAIN);
    }

    /** On one line, how one ended: {@code operation 5 (create instance msdiskbackup) succeeded: ProtectionConfigured}. */
    public static Cell ended(OperationRow row) {
        Cell line = Cell.of(label(row) + " ", Tone.PLAIN);
        if (row.state() == OperationState.SUCCEEDED) {
            return line.and("succeeded" + (row.detail() == null ? "" : ": " + row.detail()), Tone.GOOD);
        }
        Cell state = state(row);
        String word = row.state() == OperationState.LOST ? "ended, how is not known" : state.text();
        String why = row.error() == null ? "" : ": " + row.error().code();
        return line.and(word + why, state.spans().get(0).tone())
                .and("; `operation show " + row.number() + "` tells more", Tone.PLAIN);
    }

    private Listing.Row row(OperationRow row) {
        return new Listing.Row(
                List.of(
                        Cell.of(String.valueOf(row.number())),
                        Cell.of(kind(row)),
                        Cell.of(target(row)),
                        state(row),
                        Cell.of(row.error() == null ? row.detail() : row.error().code(), Tone.DIM),
                        times.cell(row.createdAt(), TimeStyle.RELATIVE)),
                raw(row));
    }

    /** The resource's name; for a role assignment, whose own name is a GUID, that of its scope. */
    static @Nullable String target(OperationRow row) {
        ResourceId target = row.target();
        if (target == null) {
            return null;
        }
        ResourceId scope = target.isOf("Microsoft.Authorization/roleAssignments") ? target.parent() : null;
        return scope == null ? target.name() : "on " + scope.name();
    }

    static String kind(OperationRow row) {
        OperationKind kind = OperationKind.of(row.operation());
        return kind == null ? row.operation() : kind.label();
    }

    /** Accepted is running, never done (law 2); a request whose answer is not on record is unknown. */
    static Cell state(OperationRow row) {
        return switch (row.state()) {
            case SUCCEEDED -> Cell.of("succeeded", Tone.GOOD);
            case FAILED -> Cell.of("failed", Tone.BAD);
            case CANCELED -> Cell.of("canceled", Tone.BAD);
            case NOT_SENT -> Cell.of("without effect", Tone.DIM);
            case LOST -> Cell.of("not known", Tone.WARNING);
            case ACCEPTED -> Cell.of("running", Tone.WARNING);
            case SETTLING -> Cell.of("settling", Tone.WARNING);
            case RECORDED, UNANSWERED -> Cell.of(row.unanswered() ? "unanswered" : "being sent", Tone.WARNING);
        };
    }

    private static String raw(OperationRow row) {
        ErrorBody error = row.error();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("number", row.number());
        members.put("operation", row.operation());
        members.put("target", row.target() == null ? null : row.target().toString());
        members.put("state", state(row).text());
        members.put("open", row.state().open());
        members.put("detail", row.detail());
        members.put("code", error == null ? null : error.code());
        members.put("message", error == null ? null : error.message());
        members.put("cause", error == null ? null : error.cause());
        members.put("correlationId", row.correlationId());
        members.put("clientRequestId", row.clientRequestId());
        members.put("created", Times.absolute(row.createdAt()));
        members.put("ended", row.endedAt() == null ? null : Times.absolute(row.endedAt()));
        return JsonText.of(members);
    }
}
