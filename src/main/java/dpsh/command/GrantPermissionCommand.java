package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.backup.AlreadyProtected;
import dpsh.backup.Finding;
import dpsh.backup.Outcome;
import dpsh.backup.RoleNeed;
import dpsh.backup.RoleStanding;
import dpsh.view.Cell;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import dpsh.view.RoleStandingView;
import dpsh.view.Tone;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Assigns the missing roles and waits until the service acts on them. */
@Command(
        name = "grant",
        description = {
            "Assign the roles that are missing, and wait until they act.",
            "Only validating tells that they do. Needs the right to assign roles at these",
            "scopes: Owner, User Access Administrator or Role Based Access Control",
            "Administrator."
        },
        footer = {"permission grant blob msblobbackup --policy BlobBackup-Policy"})
final class GrantPermissionCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final OutcomeView outcomes;

    @Mixin
    private final DraftOptions options = new DraftOptions();

    GrantPermissionCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.outcomes = outcomes;
    }

    /** Prints the roles as they stand afterwards; on standard error each step. */
    @Override
    public ExitCode call() {
        DraftOptions.Request request = options.request(desk);
        List<Finding> findings = request.findings();
        if (request.isBlocked()) {
            throw Refusals.of(request.draft().datasource().name(), findings);
        }
        List<RoleNeed> needs = RoleNeed.of(request.draft());
        desk.service().permissions().settle(request.vault(), needs);
        List<RoleNeed> missing = desk.service().permissions().standings(request.vault(), needs).stream()
                .filter(RoleStanding::isMissing)
                .map(RoleStanding::need)
                .toList();
        for (RoleNeed need : missing) {
            Outcome outcome = desk.service().permissions().grant(request.vault(), need);
            if (outcome instanceof Outcome.NotSent) {
                continue;
            }
            if (!(outcome instanceof Outcome.Succeeded)) {
                return failed(need.role().label() + " on " + need.scope().name(), outcome);
            }
            desk.say(Cell.of("granted", Tone.GOOD)
                    .and(" " + need.role().label() + " on " + need.scope().name(), Tone.PLAIN));
        }
        if (missing.isEmpty()) {
            desk.note("every role is assigned already: nothing was changed", Tone.DIM);
        }
        return effect(request, needs);
    }

    private ExitCode effect(DraftOptions.Request request, List<RoleNeed> needs) {
        Outcome outcome = desk.service()
                .permissions()
                .awaitEffect(
                        request.vault().id(),
                        request.draft(),
                        desk.grantDeadline(),
                        refused -> desk.note("not in force yet, validating again", Tone.WARNING));
        if (outcome instanceof Outcome.NotSent) {
            return ExitCode.DONE;
        }
        boolean protectedAlready =
                outcome instanceof Outcome.Failed failed && AlreadyProtected.includes(failed.error());
        if (!(outcome instanceof Outcome.Succeeded) && !protectedAlready) {
            return failed("validate " + request.draft().datasource().name(), outcome);
        }
        desk.note(
                protectedAlready
                        ? "the datasource is protected already, so the effect could not be tried by validating"
                        : "in force: the service validated the request",
                protectedAlready ? Tone.WARNING : Tone.GOOD);
        desk.show(new RoleStandingView(), desk.service().permissions().standings(request.vault(), needs));
        return ExitCode.DONE;
    }

    private ExitCode failed(String what, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            throw failed.asError(what);
        }
        throw new DpshException.Refused(
                what, outcomes.words(outcome).text(), "`permission check` shows what is assigned");
    }
}
