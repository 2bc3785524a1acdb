package dpsh.command;

import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.Finding;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Outcome;
import dpsh.backup.Preflight;
import dpsh.backup.ProtectionState;
import dpsh.client.Standing;
import dpsh.session.Sightings;
import dpsh.view.BackupInstanceView;
import dpsh.view.Cell;
import dpsh.view.ExitCode;
import dpsh.view.FindingView;
import dpsh.view.OutcomeView;
import dpsh.view.Tone;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a backup instance and watches it until it is protected. */
@Command(
        name = "create",
        description = {
            "Create the backup instance, and watch until it is protected.",
            "From the session's draft or the same options. Ctrl-C detaches; the service",
            "goes on."
        },
        footer = {"instance create", "instance create blob msblobbackup --policy BlobBackup-Policy --no-wait"})
final class CreateInstanceCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final ErrorCatalog catalog;
    private final OperationWatch watch;

    @Mixin
    private final DraftOptions options = new DraftOptions();

    @Option(names = "--no-wait", description = "Return as soon as the service accepted it.")
    private boolean noWait;

    CreateInstanceCommand(Desk desk, ErrorCatalog catalog, OutcomeView outcomes) {
        this.desk = desk;
        this.catalog = catalog;
        this.watch = new OperationWatch(desk, outcomes);
    }

    @Override
    public ExitCode call() {
        DraftOptions.Request request = options.request(desk);
        String name = request.draft().datasource().name();
        if (Preflight.offline(request.draft()).stream().anyMatch(Finding::isError)) {
            throw Refusals.of(name, request.findings());
        }
        desk.service().operations().settle(request.draft().idIn(request.vault().id()));
        BackupInstance existing = desk.service()
                .protection()
                .existing(request.draft().datasource(), request.vault().id());
        if (existing != null) {
            return standing(request, existing);
        }
        if (request.isBlocked()) {
            throw Refusals.of(name, request.findings());
        }
        request.findings().forEach(finding -> desk.say(FindingView.sentence(finding)));
        return watch.run(
                () -> desk.service().operations().create(request.vault().id(), request.draft()),
                name,
                !noWait,
                outcome -> seen(request, outcome));
    }

    private Outcome seen(DraftOptions.Request request, Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded) {
            InstanceDraft draft = request.draft();
            ResourceId made = draft.idIn(request.vault().id());
            desk.remember(List.of(Sightings.of(draft, made, new ProtectionState("ProtectionConfigured"))));
        }
        return outcome;
    }

    /** Prints {@code msdiskbackup: unchanged: ProtectionConfigured}. */
    private ExitCode standing(DraftOptions.Request request, BackupInstance existing) {
        String name = request.draft().datasource().name();
        Finding obstacle = Standing.obstacle(request.draft(), request.vault().id(), existing);
        if (obstacle != null) {
            throw Refusals.of(name, List.of(obstacle));
        }
        if (!existing.state().isProtected()) {
            return watch.run(() -> desk.service().operations().follow(existing.id()), name, !noWait);
        }
        desk.service().operations().finish(existing.id(), desk.operationDeadline());
        desk.say(Cell.of(name + " is protected just so already: nothing was changed", Tone.DIM));
        desk.show(new BackupInstanceView(catalog), existing);
        return ExitCode.DONE;
    }
}
