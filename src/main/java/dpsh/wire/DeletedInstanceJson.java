package dpsh.wire;

import dpsh.backup.DeletedInstance;
import dpsh.backup.ProtectionState;

/** Soft-deleted backup instances (recorded; wire notes, section 3.9). */
public final class DeletedInstanceJson {
    private DeletedInstanceJson() {}

    public static DeletedInstance read(String json) {
        Fields deleted = Fields.answer(json, "the deleted backup instance");
        Fields properties = deleted.at("properties");
        Fields info = properties.at("deletionInfo");
        return new DeletedInstance(
                deleted.requiredId("the deleted backup instance", "id"),
                properties.textOr("", "friendlyName"),
                properties.id("dataSourceInfo", "resourceID"),
                properties.textOr("", "dataSourceInfo", "datasourceType"),
                properties.id("policyInfo", "policyId"),
                new ProtectionState(properties.textOr("SoftDeleted", "currentProtectionState")),
                info.time("deletionTime"),
                info.time("scheduledPurgeTime"),
                json);
    }
}
