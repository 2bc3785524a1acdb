package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.session.PlainName;
import dpsh.session.Sightings;
import dpsh.view.DatasourceView;
import dpsh.view.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one disk or storage account. */
@Reads
@Command(
        name = "show",
        description = "One disk or storage account, as its own provider shows it.",
        footer = {"datasource show disk msdiskbackup"})
final class ShowDatasourceCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(arity = "1..2", paramLabel = "[KIND] DATASOURCE", description = "disk NAME, blob NAME, or an ID.")
    private List<String> words = List.of();

    ShowDatasourceCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        Datasource found = find();
        desk.remember(List.of(Sightings.of(found)));
        desk.show(new DatasourceView(), found);
        return ExitCode.DONE;
    }

    private Datasource find() {
        if (words.size() == 2) {
            return desk.finder().datasource(ListDatasourcesCommand.kind(words.get(0)), words.get(1));
        }
        String given = words.get(0);
        if (!ResourceId.looksLikeId(given)) {
            PlainName.of("disk or storage account", given);
            throw new DpshException.Usage(
                    "'" + given + "' may be a disk or a storage account",
                    null,
                    "`datasource show disk " + given + "` or `datasource show blob " + given + "`");
        }
        ResourceId id = ResourceId.parse(given);
        DatasourceKind kind = DatasourceKind.of(id);
        if (kind == null) {
            throw new DpshException.Usage(
                    "'" + id + "' is neither a disk nor a storage account", "its type is " + id.type(), null);
        }
        return desk.finder().datasource(kind, given);
    }
}
