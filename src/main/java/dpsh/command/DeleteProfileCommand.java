package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.session.SavedProfile;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Forgets a profile. Nothing changes at the service. */
@Command(
        name = "delete",
        description = {"Forget a profile: its service, its place, what it protects.", "Nothing changes at the service."
        },
        footer = {"profile delete lab"})
final class DeleteProfileCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(paramLabel = "PROFILE", description = "Its name.")
    private String name = "";

    DeleteProfileCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        SavedProfile profile = desk.session().saved().profiles().find(name);
        ProfileRows rows = new ProfileRows(desk);
        if (rows.isCurrent(profile)) {
            throw new DpshException.Usage(
                    "this session works with the profile '" + profile.name() + "'",
                    null,
                    "delete it from a session with another one");
        }
        int rules = rows.rules(profile).size();
        desk.confirm(
                "This forgets the profile '" + profile.name() + "' ("
                        + profile.service().words() + ") and "
                        + (rules == 0 ? "its place" : "what it protects (" + rules + ")")
                        + "; nothing changes at the service.",
                profile.name());
        desk.session().saved().profiles().delete(profile);
        desk.note("the profile '" + profile.name() + "' is forgotten", Tone.DIM);
        return ExitCode.DONE;
    }
}
