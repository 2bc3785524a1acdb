package dpsh.command;

import dpsh.session.Profiles;
import dpsh.session.SavedProfile;
import dpsh.view.Cell;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.Listing;
import dpsh.view.Noun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the profiles. Nothing is sent. */
@Command(
        name = "list",
        description = "The profiles there are.",
        footer = {"profile list"})
final class ListProfilesCommand implements Callable<ExitCode>, Tabular {
    private static final List<Column> COLUMNS = List.of(
            Column.whole("profile"),
            Column.of("service"),
            Column.of("place"),
            Column.whole("changes"),
            Column.extra("holds for"));

    private final Desk desk;

    ListProfilesCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        Profiles profiles = desk.session().saved().profiles();
        ProfileRows rows = new ProfileRows(desk);
        desk.show(new Listing(
                Noun.of("profile"),
                COLUMNS,
                profiles.names().stream()
                        .map(profiles::find)
                        .map(profile -> row(rows, profile))
                        .toList(),
                null));
        return ExitCode.DONE;
    }

    private static Listing.Row row(ProfileRows rows, SavedProfile profile) {
        return new Listing.Row(
                List.of(
                        Cell.of(profile.name()),
                        Cell.of(profile.service().words()),
                        Cell.of(rows.place(profile)),
                        ProfileRows.cell(rows.mode(profile)),
                        Cell.of(rows.part(profile))),
                rows.json(profile));
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }
}
