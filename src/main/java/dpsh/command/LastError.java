package dpsh.command;

import dpsh.arm.Answered;
import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import dpsh.arm.Exchanged;
import dpsh.arm.Secrets;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.ErrorEntry;
import dpsh.session.Session;
import dpsh.view.Cell;
import dpsh.view.Detail;
import dpsh.view.ErrorEntryView;
import dpsh.view.JsonText;
import dpsh.view.Said;
import dpsh.view.TimeStyle;
import dpsh.view.Times;
import dpsh.view.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last error of the session with all that is known of it. */
final class LastError {
    private static final int DEEPEST = 10;

    private final Desk desk;
    private final ErrorCatalog catalog;

    LastError(Desk desk, ErrorCatalog catalog) {
        this.desk = desk;
        this.catalog = catalog;
    }

    /** Says so kindly where there was none. */
    void show() {
        Session.Failure failure = desk.session().lastFailure();
        if (failure == null) {
            desk.note("no error happened in this session.", Tone.GOOD);
            return;
        }
        Said said = desk.said(failure.error());
        DpshException expected = failure.error() instanceof DpshException own ? own : null;
        Exchanged exchanged = expected == null ? null : expected.exchanged();
        List<String> causes = causes(failure.error());
        String line = failure.line() == null ? null : Secrets.hidden(failure.line());
        List<Detail.Field> fields = new ArrayList<>(List.of(
                Detail.Field.of("what", said.message()),
                Detail.Field.of("why", said.cause()),
                Detail.Field.of("next", said.next()),
                Detail.Field.of("code", said.code()),
                Detail.Field.of("correlation", said.correlationId()),
                Detail.Field.of("line", line),
                Detail.Field.of("when", new Times(Instant.now()).pastCell(failure.when(), TimeStyle.BOTH)),
                Detail.Field.of("exit code", String.valueOf(said.exitCode().number()))));
        if (expected != null && expected.operation() != null) {
            fields.add(Detail.Field.of("operation", String.valueOf(expected.operation())));
        }
        if (expected != null && expected.place() != null) {
            fields.add(Detail.Field.of("runbook", expected.place()));
        }
        if (expected instanceof DpshException.Service service) {
            fields.addAll(told(service.error(), said.cause()));
        }
        if (!causes.isEmpty()) {
            fields.add(Detail.Field.of("caused by", causes));
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>(said.members());
        json.put("when", failure.when().toString());
        json.put("line", line);
        json.put("operation", expected == null ? null : expected.operation());
        json.put("request", exchanged == null ? null : json(exchanged));
        json.put("answer", exchanged == null ? null : json(exchanged.answered()));
        json.put("causes", causes);
        Detail detail = Detail.of(fields, JsonText.of(Map.of("error", json)));
        if (exchanged != null) {
            detail = detail.and("the request", request(exchanged));
        }
        ErrorEntry known = catalog.find(said.code());
        boolean tells = known != null && !known.phase().equals(ErrorEntry.OWN);
        desk.show(tells ? detail.and("about the code", ErrorEntryView.fields(known)) : detail);
    }

    /** What the service says besides what was said already. @param why that */
    private static List<Detail.Field> told(ErrorBody error, @Nullable String why) {
        return Stream.of(
                        Detail.Field.of("the service said", error.message()),
                        Detail.Field.of("its cause", error.cause()),
                        Detail.Field.of("it advises", error.recommendedActions()),
                        Detail.Field.of("activity", error.activityId()),
                        Detail.Field.of("target", error.target()))
                .filter(field -> !field.lines().equals(List.of(Cell.NONE)))
                .filter(field -> why == null || !field.lines().get(0).text().startsWith(why))
                .toList();
    }

    /** The request, and the answer as it came; JSON is indented. */
    private List<Detail.Field> request(Exchanged exchanged) {
        List<Detail.Field> fields = new ArrayList<>(List.of(
                Detail.Field.of("sent", exchanged.method() + " " + url(exchanged)),
                Detail.Field.of("client request", exchanged.clientRequestId())));
        Answered answered = exchanged.answered();
        if (answered == null) {
            fields.add(Detail.Field.of("answered", "nothing that is known"));
            return fields;
        }
        fields.add(Detail.Field.of("answered", "HTTP " + answered.status()));
        fields.add(Detail.Field.of("request ID", answered.requestId()));
        fields.add(Detail.Field.of("correlation", answered.correlationId()));
        fields.add(Detail.Field.of("body", JsonText.indented(answered.body())));
        return fields;
    }

    private Map<String, @Nullable Object> json(Exchanged exchanged) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("method", exchanged.method());
        json.put("url", url(exchanged));
        json.put("clientRequestId", exchanged.clientRequestId());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> json(@Nullable Answered answered) {
        if (answered == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("status", answered.status());
        json.put("requestId", answered.requestId());
        json.put("correlationId", answered.correlationId());
        json.put("body", new JsonText.Raw(answered.body()));
        return json;
    }

    /** Below the endpoint, where that is an address. */
    private String url(Exchanged exchanged) {
        String endpoint = desk.session().profile().endpoint();
        return exchanged.url().startsWith("/") && endpoint.startsWith("http")
                ? endpoint + exchanged.url()
                : exchanged.url();
    }

    /** What lies beneath it, outermost first. */
    private static List<String> causes(Throwable error) {
        List<String> causes = new ArrayList<>();
        for (Throwable cause = error.getCause(); cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            String message = cause.getMessage();
            causes.add(cause.getClass().getSimpleName() + (message == null ? "" : ": " + Secrets.hidden(message)));
        }
        return causes;
    }
}
