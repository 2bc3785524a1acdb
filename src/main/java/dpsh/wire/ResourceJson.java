package dpsh.wire;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.ResourceGroup;
import dpsh.backup.RoleAssignment;
import dpsh.backup.Subscription;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Resources of other providers that dpsh reads: subscriptions, groups, disks, accounts, role assignments. */
public final class ResourceJson {
    /** Stands for a role whose ID is no GUID; no built-in role has it. */
    private static final UUID NO_ROLE = new UUID(0, 0);

    private ResourceJson() {}

    public static Subscription subscription(String json) {
        Fields subscription = Fields.answer(json, "the subscription");
        ResourceId id = subscription.requiredId("the subscription", "id");
        return new Subscription(
                new SubscriptionId(subscription.textOr(id.name(), "subscriptionId")),
                subscription.textOr(id.name(), "displayName"),
                subscription.textOr("", "state"),
                json);
    }

    public static ResourceGroup group(String json) {
        Fields group = Fields.answer(json, "the resource group");
        return new ResourceGroup(
                group.requiredId("the resource group", "id"), new Location(group.textOr("", "location")), json);
    }

    public static Datasource datasource(DatasourceKind kind, String json) {
        Fields resource = Fields.answer(json, "the " + kind.label());
        return new Datasource(
                resource.requiredId("the " + kind.label(), "id"),
                kind,
                new Location(resource.textOr("", "location")),
                resource.text("sku", "name"),
                size(resource),
                resource.text("properties", kind == DatasourceKind.DISK ? "diskState" : "statusOfPrimary"),
                Boolean.parseBoolean(resource.text("properties", "isHnsEnabled")),
                resource.map("tags"),
                json);
    }

    public static RoleAssignment roleAssignment(String json) {
        Fields assignment = Fields.answer(json, "the role assignment");
        ResourceId id = assignment.requiredId("the role assignment", "id");
        String role = assignment.textOr("", "properties", "roleDefinitionId");
        return new RoleAssignment(
                id,
                guid(role.substring(role.lastIndexOf('/') + 1)),
                assignment.textOr("", "properties", "principalId"),
                scope(assignment, id),
                json);
    }

    private static ResourceId scope(Fields assignment, ResourceId id) {
        ResourceId scope = assignment.id("properties", "scope");
        ResourceId parent = id.parent();
        if (scope != null) {
            return scope;
        }
        return parent == null ? id : parent;
    }

    private static @Nullable Long size(Fields resource) {
        String size = resource.text("properties", "diskSizeGB");
        return size != null && size.matches("\\d{1,9}") ? Long.valueOf(size) : null;
    }

    private static UUID guid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noGuid) {
            return NO_ROLE;
        }
    }
}
