package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.BackupInstance;
import dpsh.backup.InstanceDraft;
import dpsh.backup.OperationKind;
import dpsh.backup.Policy;
import dpsh.backup.Vault;
import dpsh.rest.ArmExchange;
import dpsh.rest.ArmRequest;
import dpsh.rest.ArmResponse;
import dpsh.rest.Effect;
import dpsh.rest.Pager;
import dpsh.rest.Verb;
import dpsh.wire.InstanceBody;
import dpsh.wire.InstanceJson;
import dpsh.wire.PolicyJson;
import dpsh.wire.VaultJson;
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
        return new Pages<>(pager.pages(ArmRequest.get(operation, url, scope)), VaultJson::read);
    }

    /** {@code BackupVaults_Get}, or null when there is none. */
    public @Nullable Vault vault(ResourceId id) {
        String json = read("BackupVaults_Get", id);
        return json == null ? null : VaultJson.read(json);
    }

    /** {@code BackupPolicies_List}. */
    public Pages<Policy> policies(ResourceId vault) {
        String url = Urls.below(vault, "backupPolicies", apiVersion);
        return new Pages<>(pager.pages(ArmRequest.get("BackupPolicies_List", url, vault)), PolicyJson::read);
    }

    /** {@code BackupPolicies_Get}, or null when there is none. */
    public @Nullable Policy policy(ResourceId id) {
        String json = read("BackupPolicies_Get", id);
        return json == null ? null : PolicyJson.read(json);
    }

    /** {@code BackupInstances_List}. */
    public Pages<BackupInstance> instances(ResourceId vault) {
        String url = Urls.below(vault, "backupInstances", apiVersion);
        return new Pages<>(pager.pages(ArmRequest.get("BackupInstances_List", url, vault)), InstanceJson::read);
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
        return new Pages<>(pager.pages(request), InstanceJson::read);
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
