package dpsh.session;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.GraphRow;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Policy;
import dpsh.backup.ProtectionState;
import dpsh.backup.ResourceGroup;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import dpsh.store.RunItem;
import org.jspecify.annotations.Nullable;

/** What Tab keeps of things that were listed. */
public final class Sightings {
    private Sightings() {}

    public static Seen of(Subscription subscription) {
        return new Seen(
                "subscription",
                subscription.resourceId(),
                subscription.displayName(),
                null,
                subscription.id().value());
    }

    public static Seen of(ResourceGroup group) {
        return new Seen("group", group.id(), group.name(), group.location(), null);
    }

    public static Seen of(Vault vault) {
        return new Seen("vault", vault.id(), vault.name(), vault.location(), null);
    }

    public static Seen of(Policy policy) {
        String type = policy.datasourceTypes().isEmpty()
                ? ""
                : policy.datasourceTypes().get(0);
        return policy(policy.id(), policy.name(), type);
    }

    public static Seen of(BackupInstance instance) {
        return instance(
                instance.id(),
                instance.location(),
                instance.state().word(),
                instance.datasourceType(),
                instance.datasource());
    }

    /** The instance that a request has made. */
    public static Seen of(InstanceDraft draft, ResourceId instance, ProtectionState state) {
        return instance(instance, draft.location(), state.word(), draft.kind().datasourceType(), draft.datasource());
    }

    /** The instance that an item of a run stands for, which is protected. */
    public static Seen of(RunItem item) {
        return instance(
                item.vault().child("backupInstances", item.instance()),
                item.location(),
                "ProtectionConfigured",
                item.kind().datasourceType(),
                item.datasource());
    }

    public static Seen of(Datasource datasource) {
        return datasource(datasource.kind(), datasource.id(), datasource.location(), datasource.sku());
    }

    /** Null for a row that dpsh did not ask for. */
    static @Nullable Seen of(GraphRow row) {
        return switch (row.type()) {
            case "microsoft.resources/subscriptions" ->
                new Seen("subscription", row.id(), row.name(), null, row.id().name());
            case "microsoft.resources/subscriptions/resourcegroups" ->
                new Seen("group", row.id(), row.name(), row.location(), null);
            case "microsoft.dataprotection/backupvaults" ->
                new Seen("vault", row.id(), row.name(), row.location(), null);
            case "microsoft.dataprotection/backupvaults/backuppolicies" ->
                policy(row.id(), row.name(), row.datasourceType() == null ? "" : row.datasourceType());
            case "microsoft.dataprotection/backupvaults/backupinstances" ->
                instance(
                        row.id(),
                        row.location(),
                        row.detail() == null ? "" : row.detail(),
                        row.datasourceType() == null ? "" : row.datasourceType(),
                        row.datasource());
            case "microsoft.compute/disks" -> datasource(DatasourceKind.DISK, row.id(), row.location(), row.detail());
            case "microsoft.storage/storageaccounts" ->
                datasource(DatasourceKind.BLOB, row.id(), row.location(), row.detail());
            default -> null;
        };
    }

    private static Seen policy(ResourceId id, String name, String datasourceType) {
        DatasourceKind kind = DatasourceKind.ofDatasourceType(datasourceType);
        return new Seen("policy", id, name, null, "for " + (kind == null ? datasourceType : kind.label() + "s"))
                .fitting(kind == null ? null : kind.word());
    }

    private static Seen instance(
            ResourceId id,
            @Nullable Location location,
            String state,
            String datasourceType,
            @Nullable ResourceId datasource) {
        DatasourceKind kind = DatasourceKind.ofDatasourceType(datasourceType);
        return new Seen("instance", id, id.name(), location, state)
                .fitting(kind == null ? null : kind.word())
                .guarding(datasource);
    }

    private static Seen datasource(
            DatasourceKind kind, ResourceId id, @Nullable Location location, @Nullable String sku) {
        return new Seen(kind == DatasourceKind.DISK ? "disk" : "account", id, id.name(), location, sku);
    }
}
