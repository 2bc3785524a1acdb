package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.ErrorEntry;
import dpsh.view.Column;
import dpsh.view.ErrorEntryView;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains an error code of the service, or the last error in full. Nothing is sent, nothing is read from disk. */
@Command(
        name = "explain",
        description = "What an error code means and what helps; `last`: the last error.",
        footer = {
            "explain last",
            "explain UserErrorMissingRequiredPermissions",
            "explain snapshot",
            "explain 429",
            "explain the message 'BMSUserErrorInvalidInput: Input provided for the call is invalid'",
            "explain -o csv"
        })
final class ExplainCommand implements Callable<ExitCode>, Tabular {
    /** What is in nobody's way comes first, dpsh's own words last. */
    private static final List<String> LAST_PHASES = List.of("any", ErrorEntry.STATUS, ErrorEntry.STATE, ErrorEntry.OWN);

    private final Desk desk;
    private final ErrorCatalog catalog;

    @Parameters(
            arity = "0..*",
            paramLabel = "CODE|last",
            completionCandidates = ErrorCodes.class,
            description = "A code, a part of one, an HTTP status, a state, or a whole pasted message; `last`; all codes"
                    + " otherwise.")
    private List<String> words = new ArrayList<>();

    ExplainCommand(Desk desk, ErrorCatalog catalog) {
        this.desk = desk;
        this.catalog = catalog;
    }

    @Override
    public ExitCode call() {
        String text = String.join(" ", words).strip();
        if (text.isEmpty()) {
            desk.show(new ErrorEntryView(), all());
        } else if (text.equalsIgnoreCase("last")) {
            new LastError(desk, catalog).show();
        } else {
            explain(text);
        }
        return ExitCode.DONE;
    }

    private void explain(String text) {
        ErrorEntry entry = catalog.find(text);
        List<ErrorEntry> found = entry == null ? catalog.named(text) : List.of(entry);
        if (found.isEmpty()) {
            found = catalog.about(text);
        }
        if (found.isEmpty()) {
            throw unknown(text);
        }
        if (found.size() == 1) {
            desk.show(new ErrorEntryView(), found.get(0));
        } else {
            desk.show(new ErrorEntryView(), found);
            desk.note("`explain CODE` tells what helps", Tone.DIM);
        }
    }

    private DpshException.Usage unknown(String text) {
        boolean code = words.size() == 1;
        List<String> near =
                code ? catalog.similar(text).stream().map(ErrorEntry::code).toList() : List.of();
        String question = Nearest.question(near);
        return new DpshException.Usage(
                code ? "the code '" + text + "' is not known here" : "no code that is known here stands in this",
                null,
                question == null
                        ? "the service's own message says what it can; `explain` alone lists the codes"
                        : question);
    }

    /** Those of one phase stand together. */
    private List<ErrorEntry> all() {
        return catalog.all().stream()
                .sorted(Comparator.comparingInt((ErrorEntry entry) -> LAST_PHASES.indexOf(entry.phase()))
                        .thenComparing(ErrorEntry::phase)
                        .thenComparing(ErrorEntry::code))
                .toList();
    }

    @Override
    public List<Column> columns() {
        return ErrorEntryView.COLUMNS;
    }
}
