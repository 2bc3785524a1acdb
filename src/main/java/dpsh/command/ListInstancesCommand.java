package dpsh.command;

import dpsh.backup.BackupInstance;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.Vault;
import dpsh.session.KnownIndex.Seen;
import dpsh.view.BackupInstanceView;
import dpsh.view.ExitCode;
import dpsh.view.Listing;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the backup instances of a vault. */
@Command(
        name = "list",
        description = "What the vault protects, and how each stands.",
        footer = {"instance list --vault testBkpVault"})
final class ListInstancesCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final ErrorCatalog catalog;

    ListInstancesCommand(Desk desk, ErrorCatalog catalog) {
        this.desk = desk;
        this.catalog = catalog;
    }

    @Override
    public ExitCode call() {
        Vault vault = desk.finder().vault(null);
        return desk.show(desk.service().backup().instances(vault.id()), this::listed);
    }

    private Listing listed(List<BackupInstance> instances) {
        desk.remember(instances.stream().map(ListInstancesCommand::seen).toList());
        return new BackupInstanceView(catalog).listing(instances);
    }

    static Seen seen(BackupInstance instance) {
        return new Seen(
                "instance",
                instance.id(),
                instance.name(),
                instance.location(),
                instance.state().word());
    }
}
