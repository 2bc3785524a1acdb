package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.ErrorEntry;
import dpsh.view.Detail;
import dpsh.view.ErrorEntryView;
import dpsh.view.ExitCode;
import dpsh.view.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains an error code of the service, or the last error in full. Nothing is sent. */
@Command(
        name = "explain",
        description = "What an error code means and what helps; `last`: the last error.",
        footer = {"explain UserErrorMissingRequiredPermissions", "explain last"})
final class ExplainCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final ErrorCatalog catalog;

    @Parameters(paramLabel = "CODE|last", completionCandidates = ErrorCodes.class, description = "The code, or `last`.")
    private String code = "";

    ExplainCommand(Desk desk, ErrorCatalog catalog) {
        this.desk = desk;
        this.catalog = catalog;
    }

    @Override
    public ExitCode call() {
        if (code.equalsIgnoreCase("last")) {
            last();
            return ExitCode.DONE;
        }
        ErrorEntry entry = catalog.find(code);
        if (entry == null) {
            List<String> near =
                    catalog.similar(code).stream().map(ErrorEntry::code).toList();
            throw new DpshException.Usage(
                    "the code '" + code + "' is not known here",
                    null,
                    near.isEmpty()
                            ? "the service's own message says what it can"
                            : "did you mean " + String.join(", ", near) + "?");
        }
        desk.show(new ErrorEntryView(), entry);
        return ExitCode.DONE;
    }

    private void last() {
        DpshException error = desk.session().lastError();
        if (error == null) {
            throw new DpshException.Usage("no error happened in this session", null, null);
        }
        Said said = desk.said(error);
        List<Detail.Field> fields = new ArrayList<>(List.of(
                Detail.Field.of("what", said.message()),
                Detail.Field.of("why", said.cause()),
                Detail.Field.of("next", said.next()),
                Detail.Field.of("code", said.code()),
                Detail.Field.of("correlation", said.correlationId())));
        if (error.operation() != null) {
            fields.add(Detail.Field.of("operation", String.valueOf(error.operation())));
        }
        if (error instanceof DpshException.Service service) {
            if (service.status() >= 400) {
                fields.add(Detail.Field.of("status", "HTTP " + service.status()));
            }
            fields.add(Detail.Field.of("the service said", service.error().message()));
            fields.add(Detail.Field.of("it advises", service.error().recommendedActions()));
        }
        Detail detail = Detail.of(fields, said.json());
        ErrorEntry known = catalog.find(said.code());
        desk.show(
                known == null
                        ? detail
                        : detail.and(
                                "about the code",
                                new ErrorEntryView()
                                        .detail(known)
                                        .sections()
                                        .get(0)
                                        .fields()));
    }
}
