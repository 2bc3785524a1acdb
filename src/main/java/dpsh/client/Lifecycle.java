package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.DeletedInstance;
import dpsh.backup.Finding;
import dpsh.backup.OperationKind;
import dpsh.backup.Outcome;
import dpsh.backup.Policy;
import dpsh.backup.ProtectionState;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an instance after it was protected. Each method looks first: what is so already is left alone, what the state
 * forbids is not sent (the service's own answer to that names neither state nor way out), and what an earlier session began is
 * picked up.
 */
public final class Lifecycle {
    private final BackupClient backup;
    private final Operations operations;

    public Lifecycle(BackupClient backup, Operations operations) {
        this.backup = backup;
        this.operations = operations;
    }

    /**
     * Gives the instance another policy: validates where the api-version knows how, then sends it.
     *
     * @param deadline for the validation, in service time
     * @param progress told of each look that found the validation still running
     */
    public Change update(
            BackupInstance given, Policy policy, Duration deadline, Consumer<Outcome.StillRunning> progress) {
        BackupInstance instance = settled(given);
        boolean same = policy.id().equals(instance.policy());
        if (same && instance.state().isProtected()) {
            return new Change.Unchanged("it has the policy " + policy.name());
        }
        if (same && instance.state().isPending()) {
            return new Change.Begun(operations.followUpdate(instance.id(), policy.id()), true);
        }
        Finding obstacle = obstacle(instance, policy);
        if (obstacle != null) {
            return new Change.Blocked(obstacle);
        }
        Operation validation = operations.validateUpdate(instance, policy.id());
        if (validation != null && !(validation.await(deadline, progress) instanceof Outcome.Succeeded)) {
            return new Change.Begun(validation, false);
        }
        return Change.of(operations.update(instance, policy.id()));
    }

    /** Stops backups and retention: the data is kept for ever. */
    public Change stop(BackupInstance given) {
        BackupInstance instance = settled(given);
        ProtectionState state = instance.state();
        if (state.isProtectionStopped()) {
            return unchanged(instance);
        }
        Operation begun = operations.underWay(instance.id(), OperationKind.STOP_PROTECTION);
        if (begun != null) {
            return new Change.Begun(begun, true);
        }
        boolean may = state.isProtected() || state.isSuspended() || state.isFailing();
        return may ? Change.of(operations.stop(instance.id())) : forbidden(instance, "stopped");
    }

    /** Suspends backups: the data expires by its policy, except the latest point. */
    public Change suspend(BackupInstance given) {
        BackupInstance instance = settled(given);
        if (instance.state().isSuspended()) {
            return unchanged(instance);
        }
        Operation begun = operations.underWay(instance.id(), OperationKind.SUSPEND_BACKUPS);
        if (begun != null) {
            return new Change.Begun(begun, true);
        }
        return instance.state().isProtected()
                ? Change.of(operations.suspend(instance.id()))
                : forbidden(instance, "suspended");
    }

    /** Undoes {@link #stop} or {@link #suspend}, whichever it was. */
    public Change resume(BackupInstance given) {
        BackupInstance instance = settled(given);
        if (instance.state().isProtected()) {
            return unchanged(instance);
        }
        for (OperationKind kind : List.of(OperationKind.RESUME_PROTECTION, OperationKind.RESUME_BACKUPS)) {
            Operation begun = operations.underWay(instance.id(), kind);
            if (begun != null) {
                return new Change.Begun(begun, true);
            }
        }
        return instance.state().isStopped() ? Change.of(operations.resume(instance)) : forbidden(instance, "resumed");
    }

    /**
     * Has the service try again what failed last.
     *
     * @param force {@code ForceResync} in place of {@code Default}
     */
    public Change sync(BackupInstance given, boolean force) {
        BackupInstance instance = settled(given);
        Operation begun = operations.underWay(instance.id(), OperationKind.SYNC);
        if (begun != null) {
            return new Change.Begun(begun, true);
        }
        return instance.state().isGoing() || instance.state().isPending()
                ? forbidden(instance, "synchronised")
                : Change.of(operations.sync(instance.id(), force));
    }

    /**
     * Backs up now. A backup that an earlier request began and that has not ended is followed in place of a second one.
     *
     * @param rule the backup rule; null for the policy's only one
     * @param tag the retention tag to keep it by, or null for the policy's
     * @throws DpshException.Usage when the policy has no such rule, or several to choose from
     */
    public Change backup(BackupInstance given, @Nullable String rule, @Nullable String tag) {
        BackupInstance instance = settled(given);
        Operation begun = operations.underWay(instance.id(), OperationKind.BACKUP);
        if (begun != null) {
            return new Change.Begun(begun, true);
        }
        if (!instance.state().isProtected() && !instance.state().isFailing()) {
            return forbidden(instance, "backed up");
        }
        Policy policy = instance.policy() == null ? null : backup.policy(instance.policy());
        if (policy == null) {
            throw new DpshException.Usage(
                    "the policy of " + instance.name() + " cannot be found", null, "`policy list` shows the vault's");
        }
        if (policy.backupRules().isEmpty()) {
            return new Change.Blocked(Finding.error(
                    "BMSUserErrorDPPAdhocBackupNotAllowedForBackupType",
                    "the policy " + policy.name() + " has no backup rule: its backup is continuous",
                    "nothing needs to be done; `instance show " + instance.name() + "` shows the state"));
        }
        return Change.of(operations.backup(instance.id(), rule(policy, rule), tag));
    }

    /** Brings a soft-deleted instance back; it is stopped then, and {@link #resume} protects it again. */
    public Change undelete(DeletedInstance deleted) {
        ResourceId id = deleted.instance();
        operations.settle(id);
        Operation begun = operations.underWay(id, OperationKind.UNDELETE);
        return begun == null ? Change.of(operations.undelete(id)) : new Change.Begun(begun, true);
    }

    /** The rule of this name in the policy's spelling, or its only one. */
    private static String rule(Policy policy, @Nullable String wanted) {
        List<String> rules = policy.backupRules();
        if (wanted == null && rules.size() == 1) {
            return rules.get(0);
        }
        return rules.stream()
                .filter(name -> name.equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new DpshException.Usage(
                        wanted == null
                                ? "the policy " + policy.name() + " has " + rules.size() + " backup rules"
                                : "the policy " + policy.name() + " has no backup rule '" + wanted + "'",
                        "its rules are " + String.join(", ", rules),
                        "--rule NAME names one"));
    }

    private static @Nullable Finding obstacle(BackupInstance instance, Policy policy) {
        if (!policy.id().isWithin(instance.vault())) {
            return Finding.error(
                    null,
                    "the policy " + policy.name() + " belongs to another vault than the instance",
                    "`policy list --vault " + instance.vault().name() + "` shows those that fit");
        }
        boolean fits = policy.datasourceTypes().stream().anyMatch(instance.datasourceType()::equalsIgnoreCase);
        if (!fits) {
            return Finding.error(
                    "BMSUserErrorInvalidInput",
                    "the policy " + policy.name() + " is for " + String.join(", ", policy.datasourceTypes())
                            + ", not for " + instance.datasourceType(),
                    "`policy list` shows which policy is for what");
        }
        boolean may = instance.state().isProtected() || instance.state().isBroken();
        return may ? null : finding(instance, "given another policy");
    }

    private static Change unchanged(BackupInstance instance) {
        return new Change.Unchanged("it is " + instance.state());
    }

    private static Change forbidden(BackupInstance instance, String done) {
        return new Change.Blocked(finding(instance, done));
    }

    /** In the words of the state: what is, why it does not go, and the command that leads on. */
    private static Finding finding(BackupInstance instance, String done) {
        String name = instance.name();
        ProtectionState state = instance.state();
        String next = state.isGoing()
                ? "`instance undelete " + name + "` once it is deleted, where the vault keeps what is deleted"
                : state.isPending()
                        ? "`operation watch`, or wait until `instance show " + name + "` says ProtectionConfigured"
                        : state.isStopped()
                                ? "`instance resume " + name + "` first"
                                : state.isBroken()
                                        ? "`instance show " + name + "` tells why, `instance sync " + name
                                                + "` tries again"
                                        : "`instance show " + name + "` tells more";
        return Finding.error(null, name + " is " + state + " and cannot be " + done, next);
    }

    /** What earlier sessions left open about it is brought up to date first, and the instance is read again if that was much. */
    private BackupInstance settled(BackupInstance given) {
        operations.settle(given.id());
        BackupInstance now = backup.instance(given.id());
        if (now == null) {
            throw new DpshException.Refused(
                    "there is no backup instance '" + given.name() + "' any more", null, "`instance list` shows them");
        }
        return now;
    }
}
