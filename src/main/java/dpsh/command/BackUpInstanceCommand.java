package dpsh.command;

import dpsh.backup.BackupInstance;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Backs an instance up now. */
@Command(
        name = "backup",
        description = {
            "Back up now, and watch the job to its end.",
            "Each call is a backup of its own; one that an earlier command began is followed."
        },
        footer = {"instance backup msdiskbackup", "instance backup msdiskbackup --rule BackupHourly --no-wait"})
final class BackUpInstanceCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final ChangeRun run;

    @Parameters(paramLabel = "INSTANCE", description = "Its name or ID, or the name or ID of what it protects.")
    private String instance = "";

    @Option(names = "--rule", paramLabel = "RULE", description = "A backup rule of the policy; its only one otherwise.")
    private @Nullable String rule;

    @Option(names = "--tag", paramLabel = "TAG", description = "Keep it as the policy keeps this retention tag.")
    private @Nullable String tag;

    @Option(names = "--no-wait", description = "Return as soon as the service accepted it.")
    private boolean noWait;

    BackUpInstanceCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.run = new ChangeRun(desk, outcomes);
    }

    @Override
    public ExitCode call() {
        BackupInstance found = desk.finder().instance(instance, null);
        return run.run(desk.service().lifecycle().backup(found, rule, tag), ChangeRun.label("back up", found), !noWait);
    }
}
