package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.ServiceClock;
import dpsh.backup.BackupInstance;
import dpsh.backup.InstanceDraft;
import dpsh.backup.OperationKind;
import dpsh.backup.RoleNeed;
import dpsh.rest.ArmResponse;
import dpsh.store.OperationLog;
import dpsh.store.OperationRow;
import dpsh.store.OperationState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts long-running work and picks it up again, in this session or a later one.
 *
 * <p>A method that starts something returns null when the request was only shown. A refusal at once is no exception here: the
 * handle comes back ended, with the same outcome as an operation that failed later.
 */
public final class Operations {
    /** What {@link #finish} leaves alone: these end in something else than a protected instance. */
    private static final Set<OperationKind> ENDS_ELSEWHERE =
            EnumSet.of(OperationKind.DELETE_INSTANCE, OperationKind.BACKUP);

    private final BackupClient backup;
    private final RoleClient roles;
    private final OperationLog log;
    private final String world;
    private final ServiceClock clock;
    private final Attendance attendance;
    private final MemoryBook memory = new MemoryBook();

    /** @param attendance shared by all that look after operations of this process */
    Operations(
            BackupClient backup,
            RoleClient roles,
            OperationLog log,
            String world,
            ServiceClock clock,
            Attendance attendance) {
        this.attendance = attendance;
        this.backup = backup;
        this.roles = roles;
        this.log = log;
        this.world = world;
        this.clock = clock;
    }

    /** Validates the request to configure backup. */
    public @Nullable Operation validate(ResourceId vault, InstanceDraft draft) {
        return start(OperationKind.VALIDATE, draft.idIn(vault), () -> backup.validate(vault, draft));
    }

    /** Creates the backup instance. */
    public @Nullable Operation create(ResourceId vault, InstanceDraft draft) {
        return start(OperationKind.CREATE_INSTANCE, draft.idIn(vault), () -> backup.create(vault, draft));
    }

    /** Deletes the backup instance with its data. */
    public @Nullable Operation delete(ResourceId instance) {
        return start(OperationKind.DELETE_INSTANCE, instance, () -> backup.delete(instance));
    }

    /**
     * Validates that the instance could have this policy instead.
     *
     * @return also null when the api-version in use knows no such validation
     */
    public @Nullable Operation validateUpdate(BackupInstance instance, ResourceId policy) {
        return backup.validatesUpdates()
                ? start(OperationKind.VALIDATE_UPDATE, instance.id(), () -> backup.validateUpdate(instance, policy))
                : null;
    }

    /** Gives the instance another policy; done when it shows the policy and is protected. */
    public @Nullable Operation update(BackupInstance instance, ResourceId policy) {
        return start(OperationKind.UPDATE_INSTANCE, instance.id(), () -> backup.update(instance, policy));
    }

    /** Stops backups and retention: the data is kept for ever. */
    public @Nullable Operation stop(ResourceId instance) {
        return start(OperationKind.STOP_PROTECTION, instance, () -> backup.stopProtection(instance));
    }

    /** Suspends backups: the data expires by its policy, except the latest point. */
    public @Nullable Operation suspend(ResourceId instance) {
        return start(OperationKind.SUSPEND_BACKUPS, instance, () -> backup.suspendBackups(instance));
    }

    /** Undoes {@link #suspend} for an instance whose backups are suspended, else {@link #stop}. */
    public @Nullable Operation resume(BackupInstance instance) {
        return instance.state().isSuspended()
                ? start(OperationKind.RESUME_BACKUPS, instance.id(), () -> backup.resumeBackups(instance.id()))
                : start(OperationKind.RESUME_PROTECTION, instance.id(), () -> backup.resumeProtection(instance.id()));
    }

    /** Has the service try again what failed last. */
    public @Nullable Operation sync(ResourceId instance, boolean force) {
        return start(OperationKind.SYNC, instance, () -> backup.sync(instance, force));
    }

    /**
     * Backs up now; done when the job has ended well. Each call is another backup: a request whose answer is lost is looked for
     * among the vault's jobs, and never sent again.
     *
     * @param rule the name of a backup rule of the instance's policy
     * @param tag the retention tag to keep it by, or null for the policy's
     */
    public @Nullable Operation backup(ResourceId instance, String rule, @Nullable String tag) {
        return start(OperationKind.BACKUP, instance, () -> backup.backup(instance, rule, tag));
    }

    /**
     * Brings a soft-deleted instance back; it is stopped then.
     *
     * @param instance the ID that it had
     */
    public @Nullable Operation undelete(ResourceId instance) {
        return start(OperationKind.UNDELETE, instance, () -> backup.undelete(instance));
    }

    /**
     * Says what is to be changed by requests that follow, before the first of them and before anything is written down.
     *
     * @param what as a clause
     * @throws DpshException when it may not be changed, or the operator does not want it
     */
    public void announce(String what, Set<ResourceId> concerned) {
        backup.announce(what, concerned);
    }

    /** Assigns the role to the vault's identity. */
    public @Nullable Operation assign(ResourceId vault, RoleNeed need, String principalId) {
        return start(
                OperationKind.ASSIGN_ROLE,
                RoleClient.idOf(need, principalId),
                () -> roles.assign(vault, need, principalId));
    }

    /**
     * The handle on an operation of this or an earlier session.
     *
     * @throws DpshException.Usage when this world has no operation of that number
     */
    public Operation pickUp(long number) {
        OperationRow row = number < 0 ? memory.row(number) : find(number);
        return handle(number, elapsedSinceAnswer(row), Operation.serviceTimeSince(row.createdAt(), clock));
    }

    /** The handle on an instance that is being configured already, whoever asked for it. */
    public Operation follow(ResourceId instance) {
        Operation known = creating(instance);
        return known == null ? handle(memory.following(instance, clock.now())) : known;
    }

    /** The handle on an instance that is being given this policy already, whoever asked for it. */
    public Operation followUpdate(ResourceId instance, ResourceId policy) {
        Operation known = underWay(instance, OperationKind.UPDATE_INSTANCE);
        if (known != null && policy.equals(known.row().aim())) {
            return known;
        }
        long number = memory.following(OperationKind.UPDATE_INSTANCE, instance, clock.now());
        memory.aimed(number, policy);
        return handle(number);
    }

    /** The handles on the newest, of this world only. */
    public List<Operation> newest(boolean openOnly, int limit) {
        return list(openOnly, limit).stream().map(row -> pickUp(row.number())).toList();
    }

    /** Newest first, of this world only. */
    public List<OperationRow> list(boolean openOnly, int limit) {
        return log.list(world, openOnly, limit);
    }

    /**
     * What is still open about a resource, newest first. Of a ledger that cannot be read nothing is open: reading goes on, and
     * the exchange refuses whatever would change something.
     */
    private List<OperationRow> openFor(ResourceId target) {
        try {
            return log.openFor(world, target);
        } catch (DpshException.LedgerUnavailable e) {
            return List.of();
        }
    }

    /**
     * Brings what is on record about a resource up to date, before something new is sent about it: a request of a process
     * that died is read back, and what runs is asked about if its time has come. Nothing is waited for.
     */
    public void settle(ResourceId target) {
        openFor(target).forEach(row -> pickUp(row.number()).look());
    }

    /**
     * Follows to their end the requests of earlier sessions about a resource that the service has answered.
     *
     * @throws DpshException.TimedOut as {@link Operation#await} does
     * @throws DpshException.Interrupted as {@link Operation#await} does
     */
    public void finish(ResourceId target, Duration deadline) {
        openFor(target).stream()
                .filter(row -> row.state() != OperationState.RECORDED)
                .filter(row -> !ENDS_ELSEWHERE.contains(OperationKind.of(row.operation())))
                .forEach(row -> pickUp(row.number()).await(deadline, running -> {}));
    }

    /** The request to delete this instance that is under way already, or null. */
    public @Nullable Operation deleting(ResourceId instance) {
        return underWay(instance, OperationKind.DELETE_INSTANCE);
    }

    /** The newest request of this kind about the resource that has not ended, or null. */
    public @Nullable Operation underWay(ResourceId target, OperationKind kind) {
        return openFor(target).stream()
                .filter(row -> OperationKind.of(row.operation()) == kind)
                .findFirst()
                .map(row -> pickUp(row.number()))
                .orElse(null);
    }

    /** The request to create this instance that is still open, of this process or an earlier one, or null. */
    public @Nullable Operation creating(ResourceId instance) {
        return underWay(instance, OperationKind.CREATE_INSTANCE);
    }

    /** Whether this instance was asked for at this time or later, however that went. */
    public boolean asked(ResourceId instance, Instant wallTime) {
        return log.since(world, instance, wallTime).stream()
                .anyMatch(row -> OperationKind.of(row.operation()) == OperationKind.CREATE_INSTANCE
                        && row.state() != OperationState.NOT_SENT);
    }

    /**
     * What this process and those that are gone left open: every role assignment, and what is about one of these resources.
     *
     * @param limit so many at most, the newest
     */
    public List<Operation> leftBehind(Set<ResourceId> targets, int limit) {
        long self = ProcessHandle.current().pid();
        return list(true, limit).stream()
                .filter(row -> row.owner().pid() == self || !row.ownerAlive())
                .filter(row -> OperationKind.of(row.operation()) == OperationKind.ASSIGN_ROLE
                        || row.target() != null && targets.contains(row.target()))
                .map(row -> pickUp(row.number()))
                .toList();
    }

    private OperationRow find(long number) {
        OperationRow row = log.find(number);
        if (row == null || !row.world().equals(world)) {
            throw new DpshException.Usage(
                    "there is no operation " + number,
                    row == null ? null : "it belongs to " + row.world(),
                    "`operation list` shows the numbers");
        }
        return row;
    }

    private @Nullable Operation start(OperationKind kind, ResourceId target, Supplier<ArmResponse> request) {
        ArmResponse response;
        try {
            response = request.get();
        } catch (DpshException.Service e) {
            return recorded(e);
        } catch (DpshException.Transport e) {
            if (!e.mayHaveArrived()) {
                throw e;
            }
            return recorded(e);
        }
        if (!response.sent()) {
            return null;
        }
        Long entry = response.entry();
        return handle(entry == null ? memory.accepted(kind, target, response, clock.now()) : entry);
    }

    /** What went wrong stands in the ledger, and the handle tells it; without an entry the exception is all there is. */
    private Operation recorded(DpshException e) {
        Long entry = e.operation();
        if (entry == null) {
            throw e;
        }
        return handle(entry);
    }

    /** What was begun just now. */
    private Operation handle(long number) {
        return handle(number, Duration.ZERO, Duration.ZERO);
    }

    private Operation handle(long number, Duration alreadyWaited, Duration age) {
        OperationBook book = number < 0 ? memory : new LedgerBook(log);
        OperationPoller poller = new OperationPoller(book, backup, roles, log::isInFlight);
        return new Operation(number, book, poller, clock, attendance, alreadyWaited, age);
    }

    /** How much of the service's Retry-After has passed already, in service time. */
    private Duration elapsedSinceAnswer(OperationRow row) {
        Instant last = row.polledAt() != null ? row.polledAt() : row.answeredAt();
        Duration interval = row.retryAfter() == null ? Operation.DEFAULT_INTERVAL : row.retryAfter();
        return last == null ? interval : Operation.serviceTimeSince(last, clock);
    }
}
