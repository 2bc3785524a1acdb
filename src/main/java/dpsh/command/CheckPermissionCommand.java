package dpsh.command;

import dpsh.backup.DatasourceKind;
import dpsh.backup.RoleNeed;
import dpsh.backup.RoleStanding;
import dpsh.backup.Vault;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.RoleStandingView;
import dpsh.view.Tone;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows which roles the vault's identity needs, has and lacks. */
@Reads
@Command(
        name = "check",
        description = {
            "Which roles the vault's identity needs for this, and which it has.",
            "Ends with 1 if any is missing."
        },
        footer = {
            "permission check blob msblobbackup",
            "permission check disk msdiskbackup --snapshot-group snapshot-rg"
        })
final class CheckPermissionCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;

    @Mixin
    private final DraftOptions options = new DraftOptions();

    CheckPermissionCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        DatasourceKind kind = options.kind();
        Vault vault;
        List<RoleNeed> needs;
        if (kind == null) {
            DraftOptions.Request request = options.request(desk);
            vault = request.vault();
            needs = RoleNeed.of(request.draft());
        } else {
            vault = desk.finder().vault(null);
            DraftOptions.Target target = options.target(desk, kind);
            needs = RoleNeed.of(kind, target.id(), target.snapshotGroup());
            if (kind.needsSnapshotGroup() && target.snapshotGroup() == null) {
                desk.note("a disk also needs a role on its snapshot group: add --snapshot-group NAME", Tone.WARNING);
            }
        }
        List<RoleStanding> standings = desk.service().permissions().standings(vault, needs);
        desk.show(new RoleStandingView(), standings);
        boolean missing = standings.stream().anyMatch(RoleStanding::isMissing);
        if (missing) {
            desk.note("`permission grant` assigns what is missing", Tone.DIM);
        }
        return missing ? ExitCode.FAILED : ExitCode.DONE;
    }

    @Override
    public List<Column> columns() {
        return RoleStandingView.COLUMNS;
    }
}
