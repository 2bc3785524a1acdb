package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.ResourceGroup;
import dpsh.backup.Subscription;
import dpsh.rest.ArmExchange;
import dpsh.rest.ArmRequest;
import dpsh.rest.Pager;
import dpsh.wire.ResourceJson;
import org.jspecify.annotations.Nullable;

/** The operations of other providers that protection needs to read: subscriptions, groups, disks, storage accounts. */
public final class ResourceClient {
    private final ArmExchange exchange;
    private final Pager pager;

    public ResourceClient(ArmExchange exchange) {
        this.exchange = exchange;
        this.pager = new Pager(exchange);
    }

    /** {@code Subscriptions_List}: all that the principal can read. */
    public Pages<Subscription> subscriptions() {
        String url = "/subscriptions?api-version=" + ApiVersions.SUBSCRIPTIONS;
        return Pages.of(pager.pages(ArmRequest.get("Subscriptions_List", url, null)), ResourceJson::subscription);
    }

    /** {@code ResourceGroups_List}. */
    public Pages<ResourceGroup> groups(SubscriptionId subscription) {
        ResourceId id = ResourceId.ofSubscription(subscription);
        String url = Urls.below(id, "resourcegroups", ApiVersions.GROUPS);
        return Pages.of(pager.pages(ArmRequest.get("ResourceGroups_List", url, id)), ResourceJson::group);
    }

    /** {@code ResourceGroups_Get}, or null when there is none. */
    public @Nullable ResourceGroup group(ResourceId id) {
        try {
            return ResourceJson.group(
                    exchange.send(ArmRequest.get("ResourceGroups_Get", Urls.of(id, ApiVersions.GROUPS), id))
                            .body());
        } catch (DpshException.Service e) {
            return absent(e);
        }
    }

    /** {@code Disks_List} or {@code StorageAccounts_List}, in a group when one is named. */
    public Pages<Datasource> datasources(DatasourceKind kind, SubscriptionId subscription, @Nullable String group) {
        ResourceId scope =
                group == null ? ResourceId.ofSubscription(subscription) : ResourceId.ofGroup(subscription, group);
        String url = Urls.below(scope, "providers/" + kind.resourceType(), version(kind));
        String operation = contract(kind) + (group == null ? "_List" : "_ListByResourceGroup");
        return Pages.of(
                pager.pages(ArmRequest.get(operation, url, scope)), json -> ResourceJson.datasource(kind, json));
    }

    /** {@code Snapshots_List}: the provider's own JSON of each. */
    public Pages<String> snapshots(SubscriptionId subscription) {
        ResourceId scope = ResourceId.ofSubscription(subscription);
        String url = Urls.below(scope, "providers/Microsoft.Compute/snapshots", ApiVersions.DISKS);
        return Pages.of(pager.pages(ArmRequest.get("Snapshots_List", url, scope)), json -> json);
    }

    /** {@code Disks_Get} or {@code StorageAccounts_GetProperties}, or null when there is none. */
    public @Nullable Datasource datasource(DatasourceKind kind, ResourceId id) {
        try {
            String url = Urls.of(id, version(kind));
            return ResourceJson.datasource(
                    kind,
                    exchange.send(ArmRequest.get(contract(kind) + "_Get", url, id))
                            .body());
        } catch (DpshException.Service e) {
            return absent(e);
        }
    }

    /** Null for "it is not there"; any other error is thrown on. */
    static <T> @Nullable T absent(DpshException.Service error) {
        if (error.status() == 404) {
            return null;
        }
        throw error;
    }

    private static String version(DatasourceKind kind) {
        return kind == DatasourceKind.DISK ? ApiVersions.DISKS : ApiVersions.STORAGE;
    }

    private static String contract(DatasourceKind kind) {
        return kind == DatasourceKind.DISK ? "Disks" : "StorageAccounts";
    }
}
