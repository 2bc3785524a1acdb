package dpsh.command;

import dpsh.backup.DatasourceKind;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.PlanView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Plans to protect the blobs of storage accounts. */
@Command(
        name = "blobs",
        description = {
            "What protecting the blobs of many storage accounts would do, lack and cost.",
            "Reads only. Tells of each whether it would be protected, is protected, or what is in the way; -o json is the plan as a file."
        },
        footer = {
            "plan blobs --tag env=prod --policy BlobBackup-Policy",
            "plan blobs --from accounts.csv --policy BlobBackup-Policy --validate --save plan.json"
        })
final class PlanBlobsCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;

    @Mixin
    private final PlanOptions options = new PlanOptions();

    PlanBlobsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        return new PlanRun(desk).run(DatasourceKind.BLOB, options, options.query(desk.narrowing(), null, null), null);
    }

    @Override
    public List<Column> columns() {
        return PlanView.ITEM_COLUMNS;
    }
}
