package dpsh.runbook;

import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.DeletedInstance;
import dpsh.backup.Job;
import dpsh.backup.Policy;
import dpsh.backup.RecoveryPoint;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import dpsh.client.Covered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of {@code backup} that reads. Lists are read to their end. */
public abstract class BackupLists {
    private static final List<String> INSTANCE = List.of("vault", "state", "policy", "name", "kind");
    private static final List<String> JOB = List.of("vault", "state", "operation", "running", "failed");

    final Stand stand;
    final Cancellation cancellation;
    final Trail trail;
    final Requests requests;
    private final Reading reading;

    BackupLists(Stand stand, Cancellation cancellation, Trail trail) {
        this.stand = stand;
        this.cancellation = cancellation;
        this.trail = trail;
        this.reading = new Reading(stand, cancellation, trail);
        this.requests = new Requests(stand);
    }

    /** What time it is at the service: a sandbox's clock may run faster. */
    public Instant now() {
        return stand.service().clock().now();
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

    /** All disks and storage accounts that you can read, each with what protects it. */
    public List<Covered> coverage() {
        return coverage(Map.of());
    }

    /** Disks and storage accounts that meet all conditions, each with what protects it; those of {@link #disks(Map)}. */
    public List<Covered> coverage(Map<?, ?> conditions) {
        cancellation.pass();
        return reading.coverage(List.of(DatasourceKind.values()), Filter.datasources(conditions));
    }

    /** The soft-deleted instances of the vault where the session stands. */
    public List<DeletedInstance> deletedInstances() {
        return deletedInstances(vault());
    }

    /** The soft-deleted instances of a vault. */
    public List<DeletedInstance> deletedInstances(Object vault) {
        cancellation.pass();
        return reading.all(
                stand.service().backup().deletedInstances(requests.vault(vault).id()), all -> true);
    }

    /** The jobs of the vault where the session stands. */
    public List<Job> jobs() {
        return jobs(Map.of());
    }

    /**
     * Jobs that meet all conditions: {@code vault}, {@code state}, {@code operation} ({@code 'Backup'}, {@code 'Restore'}),
     * {@code running} and {@code failed} (true or false).
     */
    public List<Job> jobs(Map<?, ?> conditions) {
        cancellation.pass();
        Filter filter = Filter.of(conditions, JOB);
        List<String> states = filter.texts("state");
        List<String> operations = filter.texts("operation");
        Boolean running = filter.truth("running");
        Boolean failed = filter.truth("failed");
        return reading.all(
                stand.service()
                        .backup()
                        .jobs(requests.vault(filter.value("vault")).id()),
                job -> any(states, job.state().word())
                        && any(operations, job.operation())
                        && (running == null || running == job.isRunning())
                        && (failed == null || failed == job.state().isFailed()));
    }

    /** A job by its ID, or by its name in the vault where the session stands; null when there is none. */
    public @Nullable Job job(Object name) {
        cancellation.pass();
        String given = name instanceof Job job ? job.id().toString() : name.toString();
        return stand.service()
                .backup()
                .job(
                        ResourceId.looksLikeId(given)
                                ? ResourceId.parse(given)
                                : requests.vault(null).id().child("backupJobs", given));
    }

    /** The recovery points of an instance, newest first. */
    public List<RecoveryPoint> recoveryPoints(Object instance) {
        cancellation.pass();
        return reading.all(
                stand.service().backup().recoveryPoints(instanceOf(instance).id()), all -> true);
    }

    BackupInstance instanceOf(Object given) {
        return given instanceof BackupInstance instance ? instance : instance(given);
    }
}
