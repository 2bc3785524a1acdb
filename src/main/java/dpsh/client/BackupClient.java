package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.BackupInstance;
import dpsh.backup.DeletedInstance;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Job;
import dpsh.backup.OperationKind;
import dpsh.backup.Policy;
import dpsh.backup.RecoveryPoint;
import dpsh.backup.Vault;
import dpsh.rest.ArmExchange;
import dpsh.rest.ArmRequest;
import dpsh.rest.ArmResponse;
import dpsh.rest.Effect;
import dpsh.rest.Pager;
import dpsh.rest.Verb;
import dpsh.wire.DeletedInstanceJson;
import dpsh.wire.InstanceBody;
import dpsh.wire.InstanceChange;
import dpsh.wire.InstanceJson;
import dpsh.wire.JobJson;
import dpsh.wire.PolicyJson;
import dpsh.wire.RecoveryPointJson;
import dpsh.wire.VaultJson;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft.DataProtection, one method per REST operation, named as the contract names it. What starts long work returns
 * the bare answer; {@link Operations} makes a handle of it.
 */
public final class BackupClient {
    private static final String BY_DATASOURCE = "providers/Microsoft.DataProtection/backupInstances";

    private final ArmExchange exchange;
    private final Pager pager;
    private final String apiVersion;

    public BackupClient(ArmExchange exchange, ApiVersions versions) {
        this.exchange = exchange;
        this.pager = new Pager(exchange);
        this.apiVersion = versions.dataProtection();
    }

    /** {@code BackupVaults_GetInSubscription}, or {@code _GetInResourceGroup} when a group is named. */
    public Pages<Vault> vaults(SubscriptionId subscription, @Nullable String group) {
        ResourceId scope =
                group == null ? ResourceId.ofSubscription(subscription) : ResourceId.ofGroup(subscription, group);
        String operation = group == null ? "BackupVaults_GetInSubscription" : "BackupVaults_GetInResourceGroup";
        String url = Urls.below(scope, "providers/" + Vault.TYPE, apiVersion);
        return Pages.of(pager.pages(ArmRequest.get(operation, url, scope)), VaultJson::read);
    }

    /** {@code BackupVaults_Get}, or null when there is none. */
    public @Nullable Vault vault(ResourceId id) {
        String json = read("BackupVaults_Get", id);
        return json == null ? null : VaultJson.read(json);
    }

    /** {@code BackupPolicies_List}. */
    public Pages<Policy> policies(ResourceId vault) {
        String url = Urls.below(vault, "backupPolicies", apiVersion);
        return Pages.of(pager.pages(ArmRequest.get("BackupPolicies_List", url, vault)), PolicyJson::read);
    }

    /** {@code BackupPolicies_Get}, or null when there is none. */
    public @Nullable Policy policy(ResourceId id) {
        String json = read("BackupPolicies_Get", id);
        return json == null ? null : PolicyJson.read(json);
    }

    /** {@code BackupInstances_List}. */
    public Pages<BackupInstance> instances(ResourceId vault) {
        String url = Urls.below(vault, "backupInstances", apiVersion);
        return Pages.of(pager.pages(ArmRequest.get("BackupInstances_List", url, vault)), InstanceJson::read);
    }

    /** {@code BackupInstances_Get}, or null when there is none. */
    public @Nullable BackupInstance instance(ResourceId id) {
        String json = read("BackupInstances_Get", id);
        return json == null ? null : InstanceJson.read(json);
    }

    /** {@code BackupInstancesExtensionRouting_List}: whatever protects this datasource, in any vault. */
    public Pages<BackupInstance> instancesOf(ResourceId datasource) {
        String url = Urls.below(datasource, BY_DATASOURCE, apiVersion);
        ArmRequest request = ArmRequest.get("BackupInstancesExtensionRouting_List", url, datasource);
        return Pages.of(pager.pages(request), InstanceJson::read);
    }

    /** See {@link Operations#announce}. */
    void announce(String what, Set<ResourceId> concerned) {
        exchange.announce(what, concerned);
    }

    /** {@code BackupInstances_ValidateForBackup}. */
    public ArmResponse validate(ResourceId vault, InstanceDraft draft) {
        return exchange.send(new ArmRequest(
                OperationKind.VALIDATE.contractName(),
                Effect.VALIDATES,
                Verb.POST,
                Urls.below(vault, "validateForBackup", apiVersion),
                InstanceBody.toValidate(draft),
                draft.idIn(vault)));
    }

    /** {@code BackupInstances_CreateOrUpdate}. */
    public ArmResponse create(ResourceId vault, InstanceDraft draft) {
        ResourceId id = draft.idIn(vault);
        return exchange.send(new ArmRequest(
                OperationKind.CREATE_INSTANCE.contractName(),
                Effect.CHANGES,
                Verb.PUT,
                Urls.of(id, apiVersion),
                InstanceBody.toCreate(draft),
                id));
    }

    /** {@code BackupInstances_Delete}: protection ends and the backup data goes. */
    public ArmResponse delete(ResourceId instance) {
        return exchange.send(new ArmRequest(
                OperationKind.DELETE_INSTANCE.contractName(),
                Effect.CHANGES,
                Verb.DELETE,
                Urls.of(instance, apiVersion),
                null,
                instance));
    }

    /** {@code BackupInstances_ValidateForModifyBackup}: whether the instance could have this policy instead. */
    public ArmResponse validateUpdate(BackupInstance instance, ResourceId policy) {
        return exchange.send(new ArmRequest(
                OperationKind.VALIDATE_UPDATE.contractName(),
                Effect.VALIDATES,
                Verb.POST,
                Urls.below(instance.id(), "validateForModifyBackup", apiVersion),
                InstanceChange.toValidate(instance.raw(), policy),
                instance.id()));
    }

    /** {@code BackupInstances_CreateOrUpdate} of an instance that is there: the same instance with this policy. */
    public ArmResponse update(BackupInstance instance, ResourceId policy) {
        return exchange.send(new ArmRequest(
                OperationKind.UPDATE_INSTANCE.contractName(),
                Effect.CHANGES,
                Verb.PUT,
                Urls.of(instance.id(), apiVersion),
                InstanceChange.toPut(instance.raw(), policy),
                instance.id()));
    }

    /** {@code BackupInstances_StopProtection}: no more backups, and what there is is kept for ever. */
    public ArmResponse stopProtection(ResourceId instance) {
        return act(OperationKind.STOP_PROTECTION, instance, "stopProtection", null);
    }

    /** {@code BackupInstances_SuspendBackups}: no more backups, and what there is expires by its policy. */
    public ArmResponse suspendBackups(ResourceId instance) {
        return act(OperationKind.SUSPEND_BACKUPS, instance, "suspendBackups", null);
    }

    /** {@code BackupInstances_ResumeProtection}: undoes {@link #stopProtection}. */
    public ArmResponse resumeProtection(ResourceId instance) {
        return act(OperationKind.RESUME_PROTECTION, instance, "resumeProtection", null);
    }

    /** {@code BackupInstances_ResumeBackups}: undoes {@link #suspendBackups}. */
    public ArmResponse resumeBackups(ResourceId instance) {
        return act(OperationKind.RESUME_BACKUPS, instance, "resumeBackups", null);
    }

    /**
     * {@code BackupInstances_SyncBackupInstance}: the service tries again what failed last.
     *
     * @param force {@code ForceResync} in place of {@code Default}
     */
    public ArmResponse sync(ResourceId instance, boolean force) {
        return act(OperationKind.SYNC, instance, "sync", InstanceChange.toSync(force));
    }

    /**
     * {@code BackupInstances_AdhocBackup}: begins a backup now.
     *
     * @param rule the name of a backup rule of the instance's policy
     * @param tag the retention tag to keep it by, or null for the policy's
     */
    public ArmResponse backup(ResourceId instance, String rule, @Nullable String tag) {
        return act(OperationKind.BACKUP, instance, "backup", InstanceChange.toBackUp(rule, tag));
    }

    /**
     * {@code DeletedBackupInstances_Undelete}: brings a soft-deleted instance back; it is stopped then.
     *
     * @param instance the ID that it had
     */
    public ArmResponse undelete(ResourceId instance) {
        return exchange.send(new ArmRequest(
                OperationKind.UNDELETE.contractName(),
                Effect.CHANGES,
                Verb.POST,
                Urls.below(deleted(instance), "undelete", apiVersion),
                null,
                instance));
    }

    /** {@code DeletedBackupInstances_List}. */
    public Pages<DeletedInstance> deletedInstances(ResourceId vault) {
        String url = Urls.below(vault, "deletedBackupInstances", apiVersion);
        return Pages.of(
                pager.pages(ArmRequest.get("DeletedBackupInstances_List", url, vault)), DeletedInstanceJson::read);
    }

    /**
     * {@code DeletedBackupInstances_Get}, or null when there is none.
     *
     * @param instance the ID that it had
     */
    public @Nullable DeletedInstance deletedInstance(ResourceId instance) {
        String json = read("DeletedBackupInstances_Get", deleted(instance));
        return json == null ? null : DeletedInstanceJson.read(json);
    }

    /** {@code Jobs_List}; the contract has no filter. Oldest first, as recorded. */
    public Pages<Job> jobs(ResourceId vault) {
        String url = Urls.below(vault, "backupJobs", apiVersion);
        return Pages.of(pager.pages(ArmRequest.get("Jobs_List", url, vault)), JobJson::read);
    }

    /** {@code Jobs_Get}, or null when there is none. */
    public @Nullable Job job(ResourceId id) {
        String json = read("Jobs_Get", id);
        return json == null ? null : JobJson.read(json);
    }

    /** {@code RecoveryPoints_List}. Newest first, as recorded. */
    public Pages<RecoveryPoint> recoveryPoints(ResourceId instance) {
        String url = Urls.below(instance, "recoveryPoints", apiVersion);
        return Pages.of(pager.pages(ArmRequest.get("RecoveryPoints_List", url, instance)), RecoveryPointJson::read);
    }

    /** {@code RecoveryPoints_Get}, or null when there is none. */
    public @Nullable RecoveryPoint recoveryPoint(ResourceId id) {
        String json = read("RecoveryPoints_Get", id);
        return json == null ? null : RecoveryPointJson.read(json);
    }

    /** Whether the api-version in use has {@code validateForModifyBackup} (wire notes, section 1). */
    boolean validatesUpdates() {
        return apiVersion.compareTo("2025-07-01") >= 0;
    }

    private ArmResponse act(OperationKind kind, ResourceId instance, String action, @Nullable String body) {
        return exchange.send(new ArmRequest(
                kind.contractName(),
                Effect.CHANGES,
                Verb.POST,
                Urls.below(instance, action, apiVersion),
                body,
                instance));
    }

    private static ResourceId deleted(ResourceId instance) {
        ResourceId vault = instance.parent();
        if (vault == null) {
            throw new IllegalArgumentException("a backup instance outside of a vault: " + instance);
        }
        return vault.child("deletedBackupInstances", instance.name());
    }

    /** A URL that the service handed out for an operation, followed byte for byte. */
    ArmResponse follow(String url, @Nullable ResourceId target) {
        return exchange.send(ArmRequest.get("OperationStatus_Get", url, target));
    }

    /** Whether a URL that was handed out may be followed. */
    boolean mayFollow(String url) {
        return exchange.guard().allows(url);
    }

    private @Nullable String read(String operation, ResourceId id) {
        try {
            return exchange.send(ArmRequest.get(operation, Urls.of(id, apiVersion), id))
                    .body();
        } catch (DpshException.Service e) {
            return ResourceClient.absent(e);
        }
    }
}
