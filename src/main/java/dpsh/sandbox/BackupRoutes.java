package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Backups on demand (wire notes section 3.5). What the request and the vault show is refused at once (assumed). */
final class BackupRoutes {
    /** The operation only begins the job (recorded: 1 to 2 s). */
    private static final Duration BEGIN = Duration.ofSeconds(1);

    private final World world;
    private final Acceptances acceptances;
    private final BackupChecks checks;

    BackupRoutes(World world, Acceptances acceptances) {
        this.world = world;
        this.acceptances = acceptances;
        this.checks = new BackupChecks(world);
        // What a fault ordered the job tells; its operation only begins it.
        world.operations.onFailure(Operation.Kind.BACKUP, (operation, at) -> null);
    }

    void addTo(Router router) {
        router.dataProtection("POST", InstanceRoutes.LIST + "/{name}/backup", this::backUp);
        router.dataProtection("POST", InstanceRoutes.LIST + "/{name}/rehydrate", this::rehydrate);
    }

    private Answer backUp(Call call) {
        Vault vault = world.parentVault(call, InstanceRoutes.TYPE);
        BackupInstance instance = world.instance(call);
        JsonNode options = CaseBlind.member(call.json(), "backupRuleOptions");
        String ruleName = CaseBlind.text(options, "ruleName");
        if (options == null || ruleName == null) {
            throw Refusal.dpp(400, Findings.invalidInput("Please check the required inputs"));
        }
        BackupPlan plan = world.backups.plan(instance);
        BackupPlan.Rule rule = plan == null ? null : plan.rule(ruleName);
        if (plan == null || rule == null) {
            throw Refusal.dpp(400, BackupFindings.ruleNotAllowed());
        }
        String override = CaseBlind.text(CaseBlind.member(options, "triggerOption"), "retentionTagOverride");
        if (override != null && !override.isBlank() && !plan.hasTag(override)) {
            throw Refusal.dpp(400, Findings.invalidInput("Use the tag of a retention rule of the policy."));
        }
        refuseByState(instance, call);
        Job job = world.backups.run(run(call, instance, plan, rule, override), call.at());
        Operation operation = world.operations.start(Operation.Kind.BACKUP, vault, instance.id(), call, BEGIN);
        if (job != null) {
            operation.began(job.id());
        }
        return acceptances.startingJob(operation, call);
    }

    /** Without an override the tag is Default, and the job says {@code default} (recorded). */
    private Backups.Run run(
            Call call, BackupInstance instance, BackupPlan plan, BackupPlan.Rule rule, @Nullable String override) {
        boolean given = override != null && !override.isBlank();
        return new Backups.Run(
                instance,
                plan,
                rule,
                call.at(),
                given ? override : "Default",
                given ? override : "default",
                true,
                call.activity(),
                call.doom() == null ? checks.find(instance, call.at()) : call.doom());
    }

    private void refuseByState(BackupInstance instance, Call call) {
        if (!instance.state().isBackedUp()) {
            throw Refusal.dpp(400, Findings.stateForbids("backup", instance.state()));
        }
        boolean running = !world.jobs
                .of(
                        instance.id(),
                        call.at().minus(Duration.ofDays(1)),
                        job -> job.isBackup() && job.isRunning(call.at()))
                .isEmpty();
        if (running) {
            throw Refusal.dpp(400, BackupFindings.alreadyRunning());
        }
        int today = world.jobs
                .of(instance.id(), call.at().minus(Duration.ofDays(1)), job -> job.isBackup() && job.userTriggered())
                .size();
        if (today >= instance.protection().kind().backupsADay()) {
            throw Refusal.dpp(400, BackupFindings.tooManyToday());
        }
    }

    /** Nothing that this sandbox protects goes to an archive, so there is nothing to bring back from it. */
    private Answer rehydrate(Call call) {
        world.instance(call);
        call.json();
        throw Refusal.dpp(400, Findings.invalidInput("The recovery point is not in the archive store."));
    }
}
