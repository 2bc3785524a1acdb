package dpsh.command;

import dpsh.backup.Policy;
import dpsh.session.Sightings;
import dpsh.view.ExitCode;
import dpsh.view.PolicyView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one policy. */
@Reads
@Command(
        name = "show",
        description = "One policy: what it protects, when, and how long it keeps.",
        footer = {"policy show DiskBackup-Policy"})
final class ShowPolicyCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(paramLabel = "POLICY", description = "Its name or ID.")
    private String policy = "";

    ShowPolicyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        Policy found = desk.finder().policy(policy);
        desk.remember(List.of(Sightings.of(found)));
        desk.show(new PolicyView(), found);
        return ExitCode.DONE;
    }
}
