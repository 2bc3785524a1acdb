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
import picocli.CommandLine.Parameters;

/** Protects the blobs of storage accounts: the whole of the blob article in one line. */
@Command(
        name = "blob",
        description = {
            "Protect the blobs of storage accounts, and watch until each is protected.",
            "Prints a line per account: protected, unchanged, blocked or failed."
        },
        footer = {"protect blob msblobbackup --policy BlobBackup-Policy --grant"})
final class ProtectBlobCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;
    private final OutcomeView outcomes;

    @Parameters(arity = "1..*", paramLabel = "ACCOUNT", description = "Names or IDs of storage accounts.")
    private List<String> accounts = new ArrayList<>();

    @Mixin
    private final ProtectOptions options = new ProtectOptions();

    ProtectBlobCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.outcomes = outcomes;
    }

    @Override
    public ExitCode call() {
        return new ProtectRun(desk, outcomes).run(DatasourceKind.BLOB, accounts, null, options);
    }

    @Override
    public List<Column> columns() {
        return ProtectView.COLUMNS;
    }
}
