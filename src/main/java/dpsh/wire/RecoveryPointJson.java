package dpsh.wire;

import dpsh.backup.RecoveryPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recovery points (recorded; wire notes, section 3.6). */
public final class RecoveryPointJson {
    private RecoveryPointJson() {}

    public static RecoveryPoint read(String json) {
        Fields point = Fields.answer(json, "the recovery point");
        Fields properties = point.at("properties");
        List<String> stores = new ArrayList<>();
        for (Fields store : properties.list("recoveryPointDataStoresDetails")) {
            String type = store.text("type");
            if (type != null) {
                stores.add(type);
            }
        }
        return new RecoveryPoint(
                point.requiredId("the recovery point", "id"),
                properties.time("recoveryPointTime"),
                properties.textOr("", "recoveryPointType"),
                properties.text("recoveryPointState"),
                stores,
                expiry(properties),
                properties.text("retentionTagName"),
                properties.text("policyName"),
                json);
    }

    /** Its own, else the latest of its stores': older api-versions tell it there only. */
    private static @Nullable Instant expiry(Fields properties) {
        Instant latest = properties.time("expiryTime");
        if (latest != null) {
            return latest;
        }
        for (Fields store : properties.list("recoveryPointDataStoresDetails")) {
            Instant expiry = store.time("expiryTime");
            latest = latest == null || expiry != null && expiry.isAfter(latest) ? expiry : latest;
        }
        return latest;
    }
}
