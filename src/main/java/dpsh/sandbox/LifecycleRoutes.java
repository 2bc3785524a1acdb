package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.BackupInstance.State;
import dpsh.sandbox.Operation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stopping, suspending, resuming and synchronising a backup instance. Answers, states and durations of the first three are
 * those of az's recording backup_instance_update_protection (2025-11); Retry-After is assumed, the recorder removes it. What a
 * state does not allow is refused at once; code and status of that are assumed.
 */
final class LifecycleRoutes {
    private static final Duration TAKES = Duration.ofSeconds(42);
    private static final Duration SYNC_TAKES = Duration.ofSeconds(20);
    private static final Set<String> SYNC_TYPES = Set.of("default", "forceresync");

    /**
     * What one action does.
     *
     * @param from the states in which it is allowed
     * @param to the state that it leads to; an instance that is there already is left alone, with a 200 (recorded for
     *     resumeProtection, assumed for the others)
     * @param guarded what a resource guard knows it as, or null when guards let it pass
     */
    private record Action(
            String name,
            Kind kind,
            Set<State> from,
            State to,
            @Nullable GuardedOperation guarded) {}

    private static final Action STOP = new Action(
            "stopProtection",
            Kind.STOP_PROTECTION,
            Set.of(State.ProtectionConfigured, State.BackupsSuspended, State.ProtectionError),
            State.ProtectionStopped,
            GuardedOperation.STOP_PROTECTION);
    private static final Action SUSPEND = new Action(
            "suspendBackups",
            Kind.SUSPEND_BACKUPS,
            Set.of(State.ProtectionConfigured),
            State.BackupsSuspended,
            GuardedOperation.SUSPEND_BACKUPS);
    private static final Action RESUME = new Action(
            "resumeProtection",
            Kind.RESUME_PROTECTION,
            Set.of(State.ProtectionStopped, State.BackupsSuspended),
            State.ProtectionConfigured,
            null);
    private static final Action RESUME_BACKUPS = new Action(
            "resumeBackups", Kind.RESUME_BACKUPS, Set.of(State.BackupsSuspended), State.ProtectionConfigured, null);

    private final World world;
    private final ProtectionChecks checks;
    private final Acceptances acceptances;
    private final GuardRule guard;

    LifecycleRoutes(World world, ProtectionChecks checks, Acceptances acceptances) {
        this.world = world;
        this.checks = checks;
        this.acceptances = acceptances;
        this.guard = new GuardRule(world);
        world.operations.on(Kind.SYNC, this::synced);
    }

    void addTo(Router router) {
        add(router, STOP);
        add(router, SUSPEND);
        add(router, RESUME);
        add(router, RESUME_BACKUPS);
        router.dataProtection("POST", InstanceRoutes.ONE + "/sync", this::sync);
    }

    private void add(Router router, Action action) {
        router.dataProtection("POST", InstanceRoutes.ONE + "/" + action.name(), call -> accept(call, action));
        world.operations.on(action.kind(), (operation, at) -> ended(operation, action, at));
    }

    private Answer accept(Call call, Action action) {
        Vault vault = world.parentVault(call, InstanceRoutes.TYPE);
        BackupInstance instance = world.instance(call);
        ObjectNode body = call.optionalJson();
        if (action == STOP && isContinuousOnly(instance)) {
            throw Refusal.dpp(400, Findings.stopNotSupported());
        }
        if (instance.running() != null) {
            throw Refusal.busy(instance.id());
        }
        if (instance.state() == action.to()) {
            return Answer.empty(200);
        }
        if (!action.from().contains(instance.state())) {
            throw Refusal.dpp(400, Findings.stateForbids(action.name(), instance.state()));
        }
        if (action.guarded() != null) {
            guard.check(vault, action.guarded(), instance.id(), body, call);
        }
        Operation operation = world.operations.start(action.kind(), vault, instance.id(), call, TAKES);
        instance.worksOn(operation);
        return acceptances.acting(operation, call);
    }

    /** Operational blob backup has no schedule that could be stopped (backup-azure-troubleshoot-blob-backup). */
    private boolean isContinuousOnly(BackupInstance instance) {
        Policy policy = world.policies.get(instance.protection().policy());
        return instance.protection().kind() == DatasourceKind.BLOB && policy != null && !policy.usesVaultStore();
    }

    private @Nullable DppError ended(Operation operation, Action action, Instant at) {
        BackupInstance instance = world.instances.shelf().get(operation.subject());
        Vault vault = world.vaults.get(operation.vault());
        if (instance == null || vault == null) {
            return Findings.notFound();
        }
        if (action.to() == State.ProtectionConfigured) {
            DppError found = checks.find(vault, instance.protection(), at);
            if (found != null) {
                return found;
            }
        }
        instance.becomes(action.to());
        world.scheduler.watch(instance);
        return null;
    }

    private Answer sync(Call call) {
        Vault vault = world.parentVault(call, InstanceRoutes.TYPE);
        BackupInstance instance = world.instance(call);
        ObjectNode body = call.optionalJson();
        String type = CaseBlind.text(body, "syncType");
        if (CaseBlind.member(body, "syncType") != null
                && (type == null || !SYNC_TYPES.contains(type.toLowerCase(Locale.ROOT)))) {
            throw Refusal.dpp(400, Findings.invalidInput("A syncType is Default or ForceResync."));
        }
        if (instance.running() != null) {
            throw Refusal.busy(instance.id());
        }
        Operation operation = world.operations.start(Kind.SYNC, vault, instance.id(), call, SYNC_TAKES);
        instance.worksOn(operation);
        return acceptances.acting(operation, call);
    }

    /** Retries what failed last; one that is well stays as it is (assumed from the operation's description). */
    private @Nullable DppError synced(Operation operation, Instant at) {
        BackupInstance instance = world.instances.shelf().get(operation.subject());
        Vault vault = world.vaults.get(operation.vault());
        if (instance == null || vault == null) {
            return Findings.notFound();
        }
        boolean failed =
                instance.state() == State.ConfiguringProtectionFailed || instance.state() == State.ProtectionError;
        DppError found = failed ? checks.find(vault, instance.protection(), at) : null;
        if (failed && found == null) {
            instance.becomes(State.ProtectionConfigured);
            instance.configured(at);
            world.scheduler.watch(instance);
        }
        return found;
    }
}
