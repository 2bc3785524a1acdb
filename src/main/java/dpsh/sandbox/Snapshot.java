package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A snapshot of a disk, in the shape of Microsoft.Compute (assumed from its public contract; not recorded).
 *
 * @param body as a GET answers it
 */
record Snapshot(ArmId id, ObjectNode body) implements Bodied {
    static final String TYPE = "Microsoft.Compute/snapshots";

    /** The snapshot that a PUT of this body makes. */
    static Snapshot made(ArmId id, ObjectNode given, Instant created) {
        ObjectNode body = Disk.filled(id, TYPE, given, created);
        if (body.path("properties") instanceof ObjectNode properties) {
            properties.put("incremental", properties.path("incremental").asBoolean(false));
            if (properties.path("incremental").asBoolean()) {
                properties.put(
                        "incrementalSnapshotFamilyId",
                        properties.path("uniqueId").asText());
            }
        }
        return new Snapshot(id, body);
    }

    int sizeGb() {
        return body.path("properties").path("diskSizeGB").asInt();
    }
}
