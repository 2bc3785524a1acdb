package dpsh.command;

import dpsh.session.ProtectionRules;
import dpsh.view.Cell;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.JsonText;
import dpsh.view.Listing;
import dpsh.view.Noun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists what the session's profile protects. Nothing is sent. */
@Command(
        name = "list",
        description = "What this profile protects.",
        footer = {"protection list"})
final class ListProtectionCommand implements Callable<ExitCode>, Tabular {
    private static final List<Column> COLUMNS =
            List.of(Column.whole("kind"), Column.of("name"), Column.whole("changes"), Column.data("id"));

    private final Desk desk;

    ListProtectionCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        desk.show(new Listing(
                Noun.of("rule"),
                COLUMNS,
                desk.session().saved().protection().rules().stream()
                        .map(this::row)
                        .toList(),
                null));
        return ExitCode.DONE;
    }

    private Listing.Row row(ProtectionRules.Rule rule) {
        return new Listing.Row(
                List.of(
                        Cell.of(ProfileRows.kind(rule)),
                        Cell.of(ProtectedScope.of(desk.session(), rule.scope()).name()),
                        ProfileRows.cell(rule.mode()),
                        Cell.of(rule.scope() == null ? null : rule.scope().toString())),
                JsonText.of(ProfileRows.rule(rule)));
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }
}
