package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A snapshot of a disk, in the shape of Microsoft.Compute (assumed from its public contract; not recorded). */
final class Snapshot implements Bodied {
    static final String TYPE = "Microsoft.Compute/snapshots";

    /** The tag that a backup puts on its snapshots. */
    static final String MARK = "CreatedBy";

    private final ArmId id;
    private final Supplier<ObjectNode> body;
    private final boolean backup;
    private final @Nullable Disk disk;

    private Snapshot(ArmId id, Supplier<ObjectNode> body, boolean backup, @Nullable Disk disk) {
        this.id = id;
        this.body = body;
        this.backup = backup;
        this.disk = disk;
    }

    /** @param body as a GET answers it */
    Snapshot(ArmId id, ObjectNode body) {
        this(id, () -> body, false, null);
    }

    /** The snapshot that a PUT of this body makes. */
    static Snapshot made(ArmId id, ObjectNode given, Instant created) {
        return new Snapshot(id, filled(id, given, created));
    }

    /** The incremental snapshot that a backup takes of a disk. Its body is made when it is asked for: there may be many. */
    static Snapshot ofBackup(ArmId id, Disk disk, Instant created) {
        return new Snapshot(id, () -> filled(id, taken(disk), created), true, disk);
    }

    /** The tag is documented (disk backup FAQ); the rest is assumed. */
    private static ObjectNode taken(Disk disk) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        given.put("location", disk.location());
        given.putObject("tags").put(MARK, "AzureBackup");
        given.putObject("sku").put("name", "Standard_LRS");
        ObjectNode properties = given.putObject("properties");
        properties
                .putObject("creationData")
                .put("createOption", "Copy")
                .put("sourceResourceId", disk.id().text());
        return given.set(
                "properties", properties.put("diskSizeGB", disk.sizeGb()).put("incremental", true));
    }

    private static ObjectNode filled(ArmId id, ObjectNode given, Instant created) {
        ObjectNode body = Disk.filled(id, TYPE, given, created);
        if (body.path("properties") instanceof ObjectNode properties) {
            properties.put("incremental", properties.path("incremental").asBoolean(false));
            if (properties.path("incremental").asBoolean()) {
                properties.put(
                        "incrementalSnapshotFamilyId",
                        properties.path("uniqueId").asText());
            }
        }
        return body;
    }

    /** Whether a backup took it, and nobody has written over it since. */
    boolean isOfBackup() {
        return backup;
    }

    /** The same, known as a backup's: one that was saved with its body. */
    Snapshot taken() {
        return new Snapshot(id, body, true, null);
    }

    /** Whether a backup took it of this disk as that is now. */
    boolean isTakenFrom(Disk now) {
        return disk != null && isTakenAlike(disk, now);
    }

    /** Whether snapshots of both look the same. */
    static boolean isTakenAlike(Disk one, Disk other) {
        return one == other
                || (one.id().text().equals(other.id().text())
                        && one.sizeGb() == other.sizeGb()
                        && one.location().equals(other.location()));
    }

    @Override
    public ArmId id() {
        return id;
    }

    @Override
    public ObjectNode body() {
        return body.get();
    }

    int sizeGb() {
        return body().path("properties").path("diskSizeGB").asInt();
    }
}
