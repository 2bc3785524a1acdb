package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.backup.BackupInstance;
import dpsh.backup.DeletedInstance;
import dpsh.backup.Finding;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Policy;
import dpsh.backup.RoleStanding;
import dpsh.client.Change;
import dpsh.client.Operation;
import dpsh.view.Consequences;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code backup}: what the commands can do, for runbooks and for expressions at the prompt. It stands where the session
 * stands: {@code --vault}, {@code --subscription} and {@code use} choose what a call without a vault is about. Things are the
 * domain's records; wherever one is asked for, its name or ID will do.
 *
 * <p>{@code --read-only}, {@code --show-request}, {@code --yes} and {@code --timeout} hold for every call. Lists are read to
 * their end. Whatever fails throws, with the explanation that the prompt would give.
 */
public final class Backup extends BackupLists {
    private static final List<String> UPDATE = List.of("policy");
    private static final List<String> BACKUP = List.of("rule", "tag");

    Backup(Stand stand, Cancellation cancellation, Trail trail) {
        super(stand, cancellation, trail);
    }

    /**
     * A request that would protect a datasource; nothing is sent.
     *
     * @param how {@code policy}, for a disk {@code snapshotGroup}, and if wanted {@code name} and {@code vault}
     */
    public InstanceDraft instance(Map<?, ?> how, Object datasource) {
        cancellation.pass();
        return requests.draft(datasource, how);
    }

    /** What can be known to be wrong with a request before anything is sent; empty when nothing is. */
    public List<Finding> check(InstanceDraft draft) {
        cancellation.pass();
        return requests.check(draft);
    }

    /** Has the service validate the request; nothing is changed. */
    public BackupOperation validate(InstanceDraft draft) {
        cancellation.pass();
        requests.refuseBlocked(draft);
        return begun(
                stand.service().operations().validate(requests.vaultOf(draft).id(), draft));
    }

    /** Creates the backup instance. One that is there just so already is left as it is. */
    public BackupOperation create(InstanceDraft draft) {
        cancellation.pass();
        BackupInstance standing = requests.standing(draft);
        if (standing != null) {
            return standing.state().isProtected()
                    ? new BackupOperation(standing, cancellation)
                    : begun(stand.service().operations().follow(standing.id()));
        }
        requests.refuseBlocked(draft);
        return begun(stand.service().operations().create(requests.vaultOf(draft).id(), draft));
    }

    /**
     * Ends the protection of an instance and deletes its backups. Asks first, for the name; {@code --yes} answers, and without
     * it and without a terminal it is refused.
     */
    public BackupOperation delete(Object instance) {
        cancellation.pass();
        BackupInstance found = instanceOf(instance);
        stand.service().operations().settle(found.id());
        Operation underWay = stand.service().operations().deleting(found.id());
        if (underWay != null) {
            return begun(underWay);
        }
        stand.confirm()
                .accept(
                        Consequences.ofDeleting(found, stand.service().backup().vault(found.vault())),
                        Consequences.label(found));
        return begun(stand.service().operations().delete(found.id()));
    }

    /** Stops backups and retention: what there is is kept for ever. Asks first; {@code --yes} answers. */
    public BackupOperation stop(Object instance) {
        cancellation.pass();
        BackupInstance found = instanceOf(instance);
        confirm(Consequences.ofStopping(found));
        return changed(found, stand.service().lifecycle().stop(found));
    }

    /** Suspends backups: what there is expires by its policy, except the latest. Asks first; {@code --yes} answers. */
    public BackupOperation suspend(Object instance) {
        cancellation.pass();
        BackupInstance found = instanceOf(instance);
        confirm(Consequences.ofSuspending(found));
        return changed(found, stand.service().lifecycle().suspend(found));
    }

    /** Undoes {@link #stop} or {@link #suspend}, whichever it was. */
    public BackupOperation resume(Object instance) {
        cancellation.pass();
        BackupInstance found = instanceOf(instance);
        return changed(found, stand.service().lifecycle().resume(found));
    }

    /** Has the service try again what failed last. */
    public BackupOperation sync(Object instance) {
        cancellation.pass();
        BackupInstance found = instanceOf(instance);
        return changed(found, stand.service().lifecycle().sync(found, false));
    }

    /**
     * Gives an instance another policy of its vault.
     *
     * @param how {@code policy}
     */
    public BackupOperation update(Map<?, ?> how, Object instance) {
        cancellation.pass();
        Object wanted = Filter.of(how, UPDATE).value("policy");
        if (wanted == null) {
            throw new DpshException.Usage("the policy is missing", null, "backup.update(instance, policy: 'NAME')");
        }
        BackupInstance found = instanceOf(instance);
        Policy policy = requests.policy(wanted, found.vault().toString());
        return changed(
                found,
                stand.service()
                        .lifecycle()
                        .update(found, policy, stand.settings().operationDeadline(), running -> cancellation.pass()));
    }

    /** Backs up now, by the policy's only backup rule. */
    public BackupOperation backup(Object instance) {
        return backup(Map.of(), instance);
    }

    /**
     * Backs up now.
     *
     * @param how if wanted {@code rule}, a backup rule of the policy, and {@code tag}, how long to keep it
     */
    public BackupOperation backup(Map<?, ?> how, Object instance) {
        cancellation.pass();
        Filter options = Filter.of(how, BACKUP);
        BackupInstance found = instanceOf(instance);
        return changed(found, stand.service().lifecycle().backup(found, text(options, "rule"), text(options, "tag")));
    }

    private static @Nullable String text(Filter options, String name) {
        Object value = options.value(name);
        return value == null ? null : value.toString();
    }

    /** Brings a soft-deleted instance back with its data; it is stopped then, and {@link #resume} protects it again. */
    public BackupOperation undelete(Object instance) {
        cancellation.pass();
        DeletedInstance deleted = instance instanceof DeletedInstance one
                ? one
                : stand.vaultFinder().deleted(Named.text(instance));
        return begun(handleOf(stand.service().lifecycle().undelete(deleted)));
    }

    /**
     * What happens to the data when an instance is stopped, suspended or deleted; null when it is so already.
     *
     * @param how {@code 'stop'}, {@code 'suspend'} or {@code 'delete'}
     */
    public @Nullable String consequence(Object instance, String how) {
        cancellation.pass();
        return requests.consequence(instanceOf(instance), how);
    }

    /**
     * Does what may go wrong with one of many things, so that the others are done all the same.
     *
     * @return what it returned, or what stood in its way. What concerns all of them is thrown on: an interruption, wrong usage,
     *     a read-only session, a database that cannot be written
     */
    public Attempt attempt(Closure<?> work) {
        cancellation.pass();
        return Attempt.at(work);
    }

    private void confirm(@Nullable String consequence) {
        if (consequence != null) {
            stand.confirm().accept(consequence, "yes");
        }
    }

    private BackupOperation changed(BackupInstance instance, Change change) {
        return change instanceof Change.Unchanged
                ? new BackupOperation(instance, cancellation)
                : begun(handleOf(change));
    }

    private static @Nullable Operation handleOf(Change change) {
        if (change instanceof Change.Blocked blocked) {
            Finding finding = blocked.finding();
            throw new DpshException.Refused(finding.message(), null, finding.fix(), finding.serviceCode());
        }
        return change instanceof Change.Begun begun ? begun.operation() : null;
    }

    /** The roles that the request needs, and which of them the vault's identity has. */
    public List<RoleStanding> permissions(InstanceDraft draft) {
        cancellation.pass();
        return requests.permissions(draft);
    }

    /** Assigns the missing roles and waits until the service acts on them; the roles as they stand then. */
    public List<RoleStanding> grant(InstanceDraft draft) {
        cancellation.pass();
        return requests.grant(draft);
    }

    /**
     * Protects datasources one after the other, each from the check to the end; for many there is a plan.
     *
     * @param how as for {@link #instance(Map, Object)}, and {@code grant: true} to assign missing roles
     * @param datasources one, or a list of them
     * @return how each ended; what stood in the way of one does not end the others
     */
    public List<ProtectResult> protect(Map<?, ?> how, Object datasources) {
        cancellation.pass();
        Collection<?> all = datasources instanceof Collection<?> several ? several : List.of(datasources);
        return new Protecting(stand, cancellation, requests).all(all, how);
    }

    /**
     * Plans the protection of many: reads only, and says per item what a run would do. The closure says what and how:
     * {@code disks(conditions)} or {@code storageAccounts(conditions)}, or a list of things, names or IDs; {@code policy},
     * {@code snapshotGroup}, {@code vault}, {@code scope} ({@code 'resource'}, {@code 'group'}, {@code 'subscription'}), and
     * {@code validate true} to have the service validate each item too.
     */
    public BackupPlan plan(
            @DelegatesTo(value = PlanSpec.class, strategy = Closure.DELEGATE_FIRST) Closure<?> description) {
        cancellation.pass();
        PlanSpec spec = new PlanSpec();
        Closure<?> own = (Closure<?>) description.clone();
        own.setDelegate(spec);
        own.setResolveStrategy(Closure.DELEGATE_FIRST);
        own.call();
        return new Plans(stand, trail).plan(spec.request(stand));
    }

    /** The plan of a file that {@link BackupPlan#save} or {@code plan --save} wrote. */
    public BackupPlan plan(Object file) {
        cancellation.pass();
        return new Plans(stand, trail).load(file.toString());
    }

    /** The run of this number, of this or an earlier session. */
    public BackupRun run(long number) {
        cancellation.pass();
        return new Plans(stand, trail).find(number);
    }

    /** The operations that are on record, newest first, at most 100. */
    public List<BackupOperation> operations() {
        cancellation.pass();
        return stand.service().operations().newest(false, 100).stream()
                .map(this::handle)
                .toList();
    }

    /** The operation of this number, of this or an earlier session. */
    public BackupOperation operation(long number) {
        cancellation.pass();
        return handle(stand.service().operations().pickUp(number));
    }

    private BackupOperation begun(@Nullable Operation operation) {
        if (operation != null) {
            trail.begun(operation);
        }
        return handle(operation);
    }

    private BackupOperation handle(@Nullable Operation operation) {
        return new BackupOperation(operation, stand.settings().operationDeadline(), cancellation);
    }

    @Override
    public String toString() {
        return "backup";
    }
}
