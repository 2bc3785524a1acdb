package dpsh.wire;

import dpsh.arm.ErrorBody;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.ProtectionState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Backup instances as the service shows them. */
public final class InstanceJson {
    private InstanceJson() {}

    public static BackupInstance read(String json) {
        Fields instance = Fields.answer(json, "the backup instance");
        Fields properties = instance.at("properties");
        Fields source = properties.at("dataSourceInfo");
        String location = source.text("resourceLocation");
        return new BackupInstance(
                instance.requiredId("the backup instance", "id"),
                properties.textOr("", "friendlyName"),
                source.id("resourceID"),
                source.textOr("", "datasourceType"),
                location == null || location.isBlank() ? null : new Location(location),
                properties.id("policyInfo", "policyId"),
                snapshotGroup(properties),
                containers(properties),
                state(properties),
                properties.textOr("Succeeded", "provisioningState"),
                error(properties),
                json);
    }

    private static @Nullable ResourceId snapshotGroup(Fields properties) {
        for (Fields store : properties.list("policyInfo", "policyParameters", "dataStoreParametersList")) {
            ResourceId group = store.id("resourceGroupId");
            if (group != null) {
                return group;
            }
        }
        return null;
    }

    static List<String> containers(Fields properties) {
        List<String> containers = new ArrayList<>();
        for (Fields parameters : properties.list("policyInfo", "policyParameters", "backupDatasourceParametersList")) {
            containers.addAll(parameters.texts("containersList"));
        }
        return containers;
    }

    /** Both fields carry the same word in every answer seen; the older one counts when the newer is absent. */
    private static ProtectionState state(Fields properties) {
        String state = properties.text("currentProtectionState");
        return new ProtectionState(state != null ? state : properties.textOr("Unknown", "protectionStatus", "status"));
    }

    private static @Nullable ErrorBody error(Fields properties) {
        Fields details = properties.at("protectionErrorDetails");
        if (!details.node().isObject()) {
            details = properties.at("protectionStatus", "errorDetails");
        }
        return details.node().isObject() ? ErrorJson.of(details, "unknown") : null;
    }
}
