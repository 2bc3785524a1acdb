package dpsh.command;

import dpsh.client.Bodies;
import dpsh.view.ExitCode;
import dpsh.view.FindingView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the request that validate and create send, keeps it as the session's draft, and prints it. */
@Command(
        name = "build",
        description = {
            "Make the request to configure backup, and keep it as the draft.",
            "Prints it; nothing is changed at the service."
        },
        footer = {
            "instance build blob msblobbackup --policy BlobBackup-Policy",
            "instance build disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg"
        })
final class BuildInstanceCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Mixin
    private final DraftOptions options = new DraftOptions();

    BuildInstanceCommand(Desk desk) {
        this.desk = desk;
    }

    /** Prints the body of validateForBackup as JSON; findings stand beside it on standard error. */
    @Override
    public ExitCode call() {
        DraftOptions.Request request = options.request(desk);
        if (request.isBlocked()) {
            throw Refusals.of(request.draft().datasource().name(), request.findings());
        }
        request.findings().forEach(finding -> desk.say(FindingView.sentence(finding)));
        desk.session().keep(request.draft());
        desk.showing().showBody(Bodies.toValidate(request.draft()));
        return ExitCode.DONE;
    }
}
