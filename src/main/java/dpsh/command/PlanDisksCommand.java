package dpsh.command;

import dpsh.backup.DatasourceKind;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.PlanView;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plans to protect disks. */
@Command(
        name = "disks",
        description = {
            "What protecting many disks would do, lack and cost.",
            "Reads only. Tells of each whether it would be protected, is protected, or what is in the way; -o json is the plan as a file."
        },
        footer = {
            "plan disks --groups RG-DiskBackup --policy DiskBackup-Policy --snapshot-group snapshot-rg",
            "plan disks --from disks.csv --policy P --snapshot-group G --scope group --save plan.json",
            "plan disks --tag env=prod --unprotected --policy P --snapshot-group G -o json"
        })
final class PlanDisksCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;

    @Mixin
    private final PlanOptions options = new PlanOptions();

    @Option(
            names = "--snapshot-group",
            paramLabel = "NAME|ID",
            description = "The resource group for the snapshots; a name means the one in each disk's subscription.")
    private @Nullable String snapshotGroup;

    @Option(names = "--min-size", paramLabel = "GB", description = "Only disks of this size or more.")
    private @Nullable Long minSize;

    @Option(names = "--max-size", paramLabel = "GB", description = "Only disks of this size or less.")
    private @Nullable Long maxSize;

    PlanDisksCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        return new PlanRun(desk)
                .run(DatasourceKind.DISK, options, options.query(desk.narrowing(), minSize, maxSize), snapshotGroup);
    }

    @Override
    public List<Column> columns() {
        return PlanView.ITEM_COLUMNS;
    }
}
