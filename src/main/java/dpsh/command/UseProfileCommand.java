package dpsh.command;

import dpsh.session.SavedProfile;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Chooses the profile that dpsh starts with. */
@Command(
        name = "use",
        description = {
            "Start with this profile from now on, unless --profile names another.",
            "This session keeps its own."
        },
        footer = {"profile use prod", "profile use default"})
final class UseProfileCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(paramLabel = "PROFILE", description = "Its name.")
    private String name = "";

    UseProfileCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        SavedProfile profile = desk.session().saved().profiles().find(name);
        desk.session().saved().profiles().choose(profile);
        String now = desk.session().profile().name();
        desk.note(
                "dpsh starts with '" + profile.name() + "' from now on"
                        + (now.equals(profile.name()) ? "" : "; this session stays with '" + now + "'"),
                Tone.DIM);
        return ExitCode.DONE;
    }
}
