package dpsh.command;

import dpsh.backup.BackupInstance;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.Vault;
import dpsh.session.Sightings;
import dpsh.view.BackupInstanceView;
import dpsh.view.Column;
import dpsh.view.DeletedInstanceView;
import dpsh.view.ExitCode;
import dpsh.view.Listing;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the backup instances of a vault. */
@Reads
@Command(
        name = "list",
        description = "What the vault protects, and how each stands.",
        footer = {"instance list --vault testBkpVault", "instance list --deleted"})
final class ListInstancesCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;
    private final ErrorCatalog catalog;

    @Option(names = "--deleted", description = "Those that were deleted and can be brought back.")
    private boolean deleted;

    ListInstancesCommand(Desk desk, ErrorCatalog catalog) {
        this.desk = desk;
        this.catalog = catalog;
    }

    @Override
    public ExitCode call() {
        Vault vault = desk.finder().vault(null);
        if (deleted) {
            DeletedInstanceView view = new DeletedInstanceView(desk.serviceTime());
            return desk.show(desk.service().backup().deletedInstances(vault.id()), view::listing);
        }
        return desk.show(desk.service().backup().instances(vault.id()), this::listed);
    }

    private Listing listed(List<BackupInstance> instances) {
        desk.remember(instances.stream().map(Sightings::of).toList());
        return new BackupInstanceView(catalog).listing(instances);
    }

    @Override
    public List<Column> columns() {
        return BackupInstanceView.COLUMNS;
    }

    @Override
    public List<Column> columns(Set<String> options) {
        return options.contains("--deleted") ? DeletedInstanceView.COLUMNS : columns();
    }
}
