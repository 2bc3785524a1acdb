package dpsh.command;

import dpsh.session.Place;
import dpsh.session.Session;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the session's service and place down under a name. */
@Command(
        name = "create",
        description = {
            "Keep this session's service and place under a name.",
            "For another service: dpsh --cloud usgov profile create gov. Tokens are never kept."
        },
        footer = {"profile create prod", "profile create lab --vault testBkpVault"})
final class CreateProfileCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(paramLabel = "NAME", description = "Letters, digits, - and _.")
    private String name = "";

    CreateProfileCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        Session session = desk.session();
        Place here = desk.place();
        session.saved().profiles().create(name, session.profile().service(), here, session.nameOf(here.subscription()));
        desk.note(
                "`dpsh --profile " + name + "` works with it, `profile use " + name + "` makes it the usual one",
                Tone.DIM);
        return ExitCode.DONE;
    }
}
