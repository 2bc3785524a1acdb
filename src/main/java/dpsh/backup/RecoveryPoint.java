package dpsh.backup;

import dpsh.arm.ResourceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recovery point of a backup instance (wire notes, section 3.6).
 *
 * @param time the point in time that a restore brings back, or null when the service does not say
 * @param type the service's word: {@code Incremental}, {@code Full}
 * @param state the service's word ({@code Completed}), or null: older api-versions have none
 * @param stores the stores that hold it, such as {@code OperationalStore}
 * @param expiry when the policy lets it go; null for never or unknown
 * @param retentionTag the policy's tag that says how long it is kept, or null
 * @param policyName the policy that made it, or null
 * @param raw the service's own JSON, for output only
 */
public record RecoveryPoint(
        ResourceId id,
        @Nullable Instant time,
        String type,
        @Nullable String state,
        List<String> stores,
        @Nullable Instant expiry,
        @Nullable String retentionTag,
        @Nullable String policyName,
        String raw) {
    public static final String TYPE = "Microsoft.DataProtection/backupVaults/backupInstances/recoveryPoints";

    public RecoveryPoint {
        stores = List.copyOf(stores);
    }

    /** 32 hexadecimal digits. */
    public String name() {
        return id.name();
    }
}
