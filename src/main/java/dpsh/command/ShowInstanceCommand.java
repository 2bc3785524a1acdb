package dpsh.command;

import dpsh.backup.BackupInstance;
import dpsh.backup.ErrorCatalog;
import dpsh.session.Sightings;
import dpsh.view.BackupInstanceView;
import dpsh.view.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one backup instance. */
@Reads
@Command(
        name = "show",
        description = "One backup instance: policy, state, and what is wrong with it.",
        footer = {"instance show msdiskbackup"})
final class ShowInstanceCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final ErrorCatalog catalog;

    @Parameters(paramLabel = "INSTANCE", description = "Its name or ID, or the name or ID of what it protects.")
    private String instance = "";

    ShowInstanceCommand(Desk desk, ErrorCatalog catalog) {
        this.desk = desk;
        this.catalog = catalog;
    }

    @Override
    public ExitCode call() {
        BackupInstance found = desk.finder().instance(instance, null);
        desk.remember(List.of(Sightings.of(found)));
        desk.show(new BackupInstanceView(catalog), found);
        return ExitCode.DONE;
    }
}
