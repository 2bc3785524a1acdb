package dpsh.command;

import dpsh.backup.BackupInstance;
import dpsh.backup.RecoveryPoint;
import dpsh.session.Seen;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.Listing;
import dpsh.view.RecoveryPointView;
import dpsh.view.Times;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the recovery points of an instance. */
@Reads
@Command(
        name = "list",
        description = "Recovery points of an instance, newest first, as the service lists them.",
        footer = {"recovery-point list msdiskbackup"})
final class ListRecoveryPointsCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;

    @Parameters(paramLabel = "INSTANCE", description = "Its name or ID, or the name or ID of what it protects.")
    private String instance = "";

    ListRecoveryPointsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        BackupInstance found = desk.finder().instance(instance, null);
        return desk.show(desk.service().backup().recoveryPoints(found.id()), this::listed);
    }

    private Listing listed(List<RecoveryPoint> points) {
        desk.remember(points.stream().map(ListRecoveryPointsCommand::seen).toList());
        return new RecoveryPointView(desk.serviceTime()).listing(points);
    }

    static Seen seen(RecoveryPoint point) {
        String made = point.time() == null ? "" : Times.absolute(point.time()) + " ";
        String kept = point.retentionTag() == null ? "" : ", " + point.retentionTag();
        return new Seen("recovery-point", point.id(), point.name(), null, made + point.type() + kept);
    }

    @Override
    public List<Column> columns() {
        return RecoveryPointView.COLUMNS;
    }
}
