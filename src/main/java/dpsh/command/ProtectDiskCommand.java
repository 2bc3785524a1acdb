package dpsh.command;

import dpsh.backup.DatasourceKind;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import dpsh.view.ProtectView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Protects disks: the whole of the disk article in one line. */
@Command(
        name = "disk",
        description = {
            "Protect one or several disks, and watch until each is protected.",
            "Prints a line per disk: protected, unchanged, blocked or failed."
        },
        footer = {"protect disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --grant"})
final class ProtectDiskCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;
    private final OutcomeView outcomes;

    @Parameters(arity = "1..*", paramLabel = "DISK", description = "Names or IDs.")
    private List<String> disks = new ArrayList<>();

    @Option(
            names = "--snapshot-group",
            required = true,
            paramLabel = "NAME|ID",
            description = "The resource group for the snapshots, in the disk's subscription.")
    private String snapshotGroup = "";

    @Mixin
    private final ProtectOptions options = new ProtectOptions();

    ProtectDiskCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.outcomes = outcomes;
    }

    @Override
    public ExitCode call() {
        return new ProtectRun(desk, outcomes).run(DatasourceKind.DISK, disks, snapshotGroup, options);
    }

    @Override
    public List<Column> columns() {
        return ProtectView.COLUMNS;
    }
}
