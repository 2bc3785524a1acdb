package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.backup.BackupInstance;
import dpsh.backup.DeletedInstance;
import dpsh.backup.Outcome;
import dpsh.backup.Vault;
import dpsh.client.Operation;
import dpsh.view.Consequences;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import dpsh.view.Times;
import dpsh.view.Tone;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends protection and deletes the backup data. */
@Command(
        name = "delete",
        description = {
            "End protection and delete the backup data; asks for the name first.",
            "Where the vault has soft delete on, the data is kept for some days and",
            "`instance undelete` brings it back; elsewhere it is gone."
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
        String what = Consequences.label(found);
        desk.service().operations().settle(found.id());
        Operation underWay = desk.service().operations().deleting(found.id());
        if (underWay != null) {
            return watch.run(() -> underWay, "delete " + what, !noWait, outcome -> seen(outcome, found));
        }
        Vault vault = desk.service().backup().vault(found.vault());
        desk.confirm(Consequences.ofDeleting(found, vault), what);
        desk.service().operations().settle(found.id());
        return watch.run(
                () -> desk.service().operations().delete(found.id()),
                "delete " + what,
                !noWait,
                outcome -> seen(outcome, found));
    }

    /** "gone", or until when the vault keeps it: it is asked, because not everything that is deleted is kept. */
    private Outcome seen(Outcome outcome, BackupInstance instance) {
        if (!(outcome instanceof Outcome.Succeeded)) {
            return outcome;
        }
        desk.session().known().forget(instance.id(), instance.datasource());
        DeletedInstance kept = kept(instance);
        if (kept == null) {
            return outcome;
        }
        String until = kept.purge() == null ? "for a while" : "until " + Times.absolute(kept.purge());
        return new Outcome.Succeeded(
                "deleted; its data is kept " + until + ", `instance undelete " + kept.name() + "` brings it back");
    }

    private @Nullable DeletedInstance kept(BackupInstance instance) {
        try {
            return desk.service().backup().deletedInstance(instance.id());
        } catch (DpshException.Service | DpshException.Transport cannotTell) {
            desk.note(
                    "warning: whether the vault keeps it cannot be read: "
                            + desk.said(cannotTell).text(),
                    Tone.WARNING);
            return null;
        }
    }
}
