package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.ErrorEntry;
import dpsh.session.Session;
import dpsh.view.Detail;
import dpsh.view.ErrorEntryView;
import dpsh.view.Said;
import dpsh.view.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last error of the session with all that is known of it. */
final class LastError {
    private final Desk desk;
    private final ErrorCatalog catalog;

    LastError(Desk desk, ErrorCatalog catalog) {
        this.desk = desk;
        this.catalog = catalog;
    }

    /** Says so kindly where there was none. */
    void show() {
        Session session = desk.session();
        DpshException error = session.lastError();
        if (error == null) {
            desk.note("no error happened in this session.", Tone.GOOD);
            return;
        }
        Said said = desk.said(error);
        Instant when = session.failedAt();
        List<Detail.Field> fields = new ArrayList<>(List.of(
                Detail.Field.of("what", said.message()),
                Detail.Field.of("why", said.cause()),
                Detail.Field.of("next", said.next()),
                Detail.Field.of("code", said.code()),
                Detail.Field.of("correlation", said.correlationId()),
                Detail.Field.of("when", when == null ? null : when.toString()),
                Detail.Field.of("exit code", String.valueOf(said.exitCode().number()))));
        if (error.operation() != null) {
            fields.add(Detail.Field.of("operation", String.valueOf(error.operation())));
        }
        if (error.place() != null) {
            fields.add(Detail.Field.of("runbook", error.place()));
        }
        if (error instanceof DpshException.Service service) {
            if (service.status() >= 400) {
                fields.add(Detail.Field.of("status", "HTTP " + service.status()));
            }
            fields.add(Detail.Field.of("the service said", service.error().message()));
            fields.add(Detail.Field.of("its cause", service.error().cause()));
            fields.add(Detail.Field.of("it advises", service.error().recommendedActions()));
            fields.add(Detail.Field.of("activity", service.error().activityId()));
            fields.add(Detail.Field.of("target", service.error().target()));
        }
        List<String> causes = causes(error.getCause());
        if (!causes.isEmpty()) {
            fields.add(Detail.Field.of("caused by", causes));
        }
        Detail detail = Detail.of(fields, said.json());
        ErrorEntry known = catalog.find(said.code());
        boolean tells = known != null && !known.phase().equals(ErrorEntry.OWN);
        desk.show(tells ? detail.and("about the code", ErrorEntryView.fields(known)) : detail);
    }

    /** What lies beneath it, outermost first. */
    private List<String> causes(@Nullable Throwable first) {
        List<String> causes = new ArrayList<>();
        for (Throwable cause = first; cause != null && causes.size() < 10; cause = cause.getCause()) {
            causes.add(
                    cause.getClass().getSimpleName() + ": " + desk.said(cause).text());
        }
        return causes;
    }
}
