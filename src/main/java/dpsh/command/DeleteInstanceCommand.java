package dpsh.command;

import dpsh.backup.BackupInstance;
import dpsh.client.Operation;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends protection and deletes the backup data. */
@Command(
        name = "delete",
        description = {
            "End protection and delete the backup data; asks for the name first.",
            "A disk's snapshots are gone at once; vaulted data goes to soft delete where",
            "the vault has it on."
        },
        footer = {"instance delete msdiskbackup"})
final class DeleteInstanceCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final OperationWatch watch;

    @Parameters(paramLabel = "INSTANCE", description = "Its name or ID, or the name or ID of what it protects.")
    private String instance = "";

    @Option(names = "--no-wait", description = "Return as soon as the service accepted it.")
    private boolean noWait;

    DeleteInstanceCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.watch = new OperationWatch(desk, outcomes);
    }

    @Override
    public ExitCode call() {
        BackupInstance found = desk.finder().instance(instance, null);
        String what =
                found.datasource() == null ? found.name() : found.datasource().name();
        desk.service().operations().settle(found.id());
        Operation underWay = desk.service().operations().deleting(found.id());
        if (underWay != null) {
            return watch.run(() -> underWay, "delete " + what, !noWait);
        }
        desk.confirm(
                "This ends the protection of " + what + " in the vault "
                        + found.vault().name() + " and deletes its backups (instance " + found.name()
                        + "). It cannot be undone for operational backups.",
                what);
        desk.service().operations().settle(found.id());
        return watch.run(() -> desk.service().operations().delete(found.id()), "delete " + what, !noWait);
    }
}
