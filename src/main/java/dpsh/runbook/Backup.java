package dpsh.runbook;

import dpsh.backup.BackupInstance;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Finding;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Policy;
import dpsh.backup.RoleStanding;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import dpsh.client.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code backup}: what the commands can do, for runbooks and for expressions at the prompt. It stands where the session
 * stands: {@code --vault}, {@code --subscription} and {@code use} choose what a call without a vault is about. Things are the
 * domain's records; wherever one is asked for, its name or ID will do.
 *
 * <p>{@code --read-only}, {@code --show-request}, {@code --yes} and {@code --timeout} hold for every call. Lists are read to
 * their end. Whatever fails throws, with the explanation that the prompt would give.
 */
public final class Backup {
    private static final List<String> INSTANCE = List.of("vault", "state", "policy", "name", "kind");

    private final Stand stand;
    private final Cancellation cancellation;
    private final Trail trail;
    private final Reading reading;
    private final Requests requests;

    Backup(Stand stand, Cancellation cancellation, Trail trail) {
        this.stand = stand;
        this.cancellation = cancellation;
        this.trail = trail;
        this.reading = new Reading(stand, cancellation, trail);
        this.requests = new Requests(stand);
    }

    /** The subscriptions that you can read. */
    public List<Subscription> subscriptions() {
        cancellation.pass();
        return stand.service().resources().subscriptions().all();
    }

    /** The Backup vaults that you can read. */
    public List<Vault> vaults() {
        cancellation.pass();
        return reading.vaults();
    }

    /** The vault where the session stands. */
    public Vault vault() {
        cancellation.pass();
        return requests.vault(null);
    }

    /** The vault of this name or ID. */
    public Vault vault(Object name) {
        cancellation.pass();
        return requests.vault(name);
    }

    /** The policies of the vault where the session stands. */
    public List<Policy> policies() {
        return policies(vault());
    }

    /** The policies of a vault. */
    public List<Policy> policies(Object vault) {
        cancellation.pass();
        return stand.service().backup().policies(requests.vault(vault).id()).all();
    }

    /** A policy by ID, or by name in the vault where the session stands. */
    public Policy policy(Object name) {
        cancellation.pass();
        return requests.policy(name, null);
    }

    /** All managed disks that you can read. */
    public List<Datasource> disks() {
        return disks(Map.of());
    }

    /**
     * Managed disks that meet all conditions: {@code subscription}, {@code group} (or {@code resourceGroup}), {@code tags} (a
     * map), {@code name} (exact, with {@code *}, or a Pattern), {@code size} (GiB: a number or a range), {@code region} (or
     * {@code location}), {@code protected} (true or false). Several values in a list mean any of them.
     */
    public List<Datasource> disks(Map<?, ?> conditions) {
        cancellation.pass();
        return reading.datasources(List.of(DatasourceKind.DISK), Filter.datasources(conditions));
    }

    /** All storage accounts that you can read. */
    public List<Datasource> storageAccounts() {
        return storageAccounts(Map.of());
    }

    /** Storage accounts that meet all conditions; those of {@link #disks(Map)}. */
    public List<Datasource> storageAccounts(Map<?, ?> conditions) {
        cancellation.pass();
        return reading.datasources(List.of(DatasourceKind.BLOB), Filter.datasources(conditions));
    }

    /** All disks and storage accounts that you can read. */
    public List<Datasource> datasources() {
        return datasources(Map.of());
    }

    /** Disks and storage accounts that meet all conditions; those of {@link #disks(Map)}. */
    public List<Datasource> datasources(Map<?, ?> conditions) {
        cancellation.pass();
        return reading.datasources(List.of(DatasourceKind.values()), Filter.datasources(conditions));
    }

    /** The disk of this name or ID. */
    public Datasource disk(Object name) {
        cancellation.pass();
        return requests.datasource(DatasourceKind.DISK, name);
    }

    /** The storage account of this name or ID. */
    public Datasource storageAccount(Object name) {
        cancellation.pass();
        return requests.datasource(DatasourceKind.BLOB, name);
    }

    /** The backup instances of the vault where the session stands. */
    public List<BackupInstance> instances() {
        return instances(Map.of());
    }

    /**
     * Backup instances that meet all conditions: {@code vault} (a vault, or {@code '*'} for all that you can read),
     * {@code state}, {@code policy} (its name), {@code name} (of the instance or what it protects; with {@code *}, or a
     * Pattern), {@code kind} ({@code 'disk'} or {@code 'blob'}). Several values in a list mean any of them.
     */
    public List<BackupInstance> instances(Map<?, ?> conditions) {
        cancellation.pass();
        Filter filter = Filter.of(conditions, INSTANCE);
        List<String> states = filter.texts("state");
        List<String> policies = filter.texts("policy");
        List<String> kinds = filter.texts("kind");
        Pattern name = filter.pattern("name");
        Object vault = filter.value("vault");
        List<BackupInstance> found = new ArrayList<>();
        for (Vault one : "*".equals(vault) ? reading.vaults() : List.of(requests.vault(vault))) {
            found.addAll(reading.instances(
                    one,
                    instance -> any(states, instance.state().word())
                            && (policies.isEmpty()
                                    || instance.policy() != null
                                            && (any(policies, instance.policy().name())
                                                    || any(
                                                            policies,
                                                            instance.policy().toString())))
                            && (kinds.isEmpty() || any(kinds, kind(instance)))
                            && (name == null || named(name, instance))));
        }
        return List.copyOf(found);
    }

    private static boolean any(List<String> wanted, String word) {
        return wanted.isEmpty() || wanted.stream().anyMatch(word::equalsIgnoreCase);
    }

    private static String kind(BackupInstance instance) {
        DatasourceKind kind = DatasourceKind.ofDatasourceType(instance.datasourceType());
        return kind == null ? instance.datasourceType() : kind.word();
    }

    private static boolean named(Pattern name, BackupInstance instance) {
        return name.matcher(instance.name()).matches()
                || instance.datasource() != null
                        && name.matcher(instance.datasource().name()).matches();
    }

    /** A backup instance by its name or ID, or by the name or ID of what it protects. */
    public BackupInstance instance(Object name) {
        cancellation.pass();
        return stand.finder().instance(Named.text(name), null);
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
        BackupInstance found = instance instanceof BackupInstance one ? one : instance(instance);
        String what =
                found.datasource() == null ? found.name() : found.datasource().name();
        stand.service().operations().settle(found.id());
        Operation underWay = stand.service().operations().deleting(found.id());
        if (underWay != null) {
            return begun(underWay);
        }
        stand.confirm()
                .accept(
                        "This ends the protection of " + what + " in the vault "
                                + found.vault().name() + " and deletes its backups (instance " + found.name()
                                + "). It cannot be undone for operational backups.",
                        what);
        return begun(stand.service().operations().delete(found.id()));
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
