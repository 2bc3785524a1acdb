package dpsh.command;

import dpsh.backup.BackupInstance;
import dpsh.backup.Policy;
import dpsh.backup.Vault;
import dpsh.client.Change;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a backup instance another policy of its vault. */
@Command(
        name = "update",
        description = {
            "Give the instance another policy of its vault.",
            "Validates first where the api-version can; watches until the instance shows it."
        },
        footer = {"instance update msdiskbackup --policy DiskDaily-Policy"})
final class UpdateInstanceCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final ChangeRun run;

    @Parameters(paramLabel = "INSTANCE", description = "Its name or ID, or the name or ID of what it protects.")
    private String instance = "";

    @Option(names = "--policy", required = true, paramLabel = "POLICY", description = "The new policy's name or ID.")
    private String policy = "";

    @Option(names = "--no-wait", description = "Return as soon as the service accepted it.")
    private boolean noWait;

    UpdateInstanceCommand(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.run = new ChangeRun(desk, outcomes);
    }

    @Override
    public ExitCode call() {
        BackupInstance found = desk.finder().instance(instance, null);
        Vault vault = desk.finder().vault(found.vault().toString());
        Policy wanted = desk.finder().policy(policy, vault);
        String name = ChangeRun.label("update", found);
        Change change = desk.service().lifecycle().update(found, wanted, desk.operationDeadline(), running -> {});
        return run.run(change, name, !noWait);
    }
}
