package dpsh.command;

import dpsh.view.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells who is signed in, where the token came from and when it expires. */
@Reads
@Command(
        name = "whoami",
        description = "Who is signed in, where the token came from, when it expires.",
        footer = {"whoami"})
final class WhoAmICommand implements Callable<ExitCode> {
    private final Desk desk;

    WhoAmICommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        desk.show(AccountDetail.of(
                desk.service().signIn().account(), desk.session().profile().endpoint()));
        return ExitCode.DONE;
    }
}
