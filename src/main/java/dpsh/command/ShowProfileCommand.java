package dpsh.command;

import dpsh.session.ProtectionRules;
import dpsh.session.SavedProfile;
import dpsh.view.Cell;
import dpsh.view.Detail;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a profile with what it protects. Nothing is sent. */
@Command(
        name = "show",
        description = "One profile: its service, its place, what it protects.",
        footer = {"profile show", "profile show prod"})
final class ShowProfileCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "PROFILE", description = "Its name; that of this session unless given.")
    private @Nullable String name;

    ShowProfileCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        SavedProfile profile = name == null
                ? desk.session().profile().saved()
                : desk.session().saved().profiles().find(name);
        ProfileRows rows = new ProfileRows(desk);
        List<Detail.Field> fields = new ArrayList<>(List.of(
                Detail.Field.of("profile", profile.name()),
                Detail.Field.of("holds for", rows.part(profile)),
                Detail.Field.of("service", profile.service().words()),
                Detail.Field.of("api-version", profile.service().apiVersion()),
                Detail.Field.of("place", rows.place(profile)),
                Detail.Field.of("changes", ProfileRows.cell(rows.mode(profile)))));
        for (ProtectionRules.Rule rule : rows.rules(profile)) {
            if (rule.scope() != null) {
                fields.add(Detail.Field.of(
                        ProfileRows.kind(rule),
                        Cell.of(rule.scope().name() + " ", Tone.PLAIN)
                                .and(
                                        rule.mode().word(),
                                        ProfileRows.cell(rule.mode())
                                                .spans()
                                                .get(0)
                                                .tone())));
            }
        }
        desk.show(Detail.of(fields, rows.json(profile)));
        return ExitCode.DONE;
    }
}
