package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A managed disk, in the shape of Microsoft.Compute (assumed from its public contract; not recorded).
 *
 * @param body as a GET answers it
 */
record Disk(ArmId id, ObjectNode body) implements Bodied {
    static final String TYPE = "Microsoft.Compute/disks";
    private static final String PROPERTIES = "properties";
    private static final int DEFAULT_GB = 4;

    /** An empty disk that nobody uses. */
    Disk(ArmId id, String location, String sku, int sizeGb, Map<String, String> tags, Instant created) {
        this(id, empty(id, location, sku, sizeGb, tags, created));
    }

    private static ObjectNode empty(
            ArmId id, String location, String sku, int sizeGb, Map<String, String> tags, Instant created) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        given.put("location", location);
        if (!tags.isEmpty()) {
            ObjectNode shown = given.putObject("tags");
            tags.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(tag -> shown.put(tag.getKey(), tag.getValue()));
        }
        given.putObject("sku").put("name", sku);
        ObjectNode properties = given.putObject(PROPERTIES);
        properties.putObject("creationData").put("createOption", "Empty");
        properties.put("diskSizeGB", sizeGb);
        return filled(id, TYPE, given, created);
    }

    /** The disk that a PUT of this body makes: what the provider knows is filled in, what it does not know is kept. */
    static Disk made(ArmId id, ObjectNode given, Instant created) {
        return new Disk(id, filled(id, TYPE, given, created));
    }

    /** The body of a disk or a snapshot as the provider answers it. */
    static ObjectNode filled(ArmId id, String type, ObjectNode given, Instant created) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", id.name()).put("id", id.text()).put("type", type);
        CaseBlind.copy(given, json, "location", "tags");
        JsonNode sku = CaseBlind.member(given, "sku");
        String name = sku == null ? "Standard_LRS" : sku.path("name").asText("Standard_LRS");
        json.putObject("sku").put("name", name).put("tier", tier(name));
        CaseBlind.copy(given, json, "zones", "extendedLocation", "managedBy");
        json.set(PROPERTIES, completed(id, CaseBlind.member(given, PROPERTIES), created));
        return json;
    }

    /** Names and order as az saw them in 2023 (recording of test_update_msi_permissions_disk). */
    private static ObjectNode completed(ArmId id, @Nullable JsonNode given, Instant created) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        if (given instanceof ObjectNode wanted) {
            properties.setAll(wanted.deepCopy());
        }
        int sizeGb = properties.path("diskSizeGB").asInt(DEFAULT_GB);
        properties.put("diskSizeGB", sizeGb);
        if (!properties.has("encryption")) {
            properties.putObject("encryption").put("type", "EncryptionAtRestWithPlatformKey");
        }
        fill(properties, "networkAccessPolicy", "AllowAll");
        fill(properties, "publicNetworkAccess", "Enabled");
        fill(properties, "timeCreated", DotNetTime.precise(created).replace("Z", "+00:00"));
        properties.put("provisioningState", "Succeeded");
        fill(properties, "diskState", "Unattached");
        properties.put("diskSizeBytes", (long) sizeGb << 30);
        fill(
                properties,
                "uniqueId",
                UUID.nameUUIDFromBytes(id.key().getBytes(StandardCharsets.UTF_8))
                        .toString());
        return properties;
    }

    private static void fill(ObjectNode properties, String name, String value) {
        if (!properties.hasNonNull(name)) {
            properties.put(name, value);
        }
    }

    private static String tier(String sku) {
        int end = sku.indexOf('_');
        return end < 0 ? sku : sku.substring(0, end);
    }

    String sku() {
        return body.path("sku").path("name").asText();
    }

    int sizeGb() {
        return body.path(PROPERTIES).path("diskSizeGB").asInt();
    }

    /** Ultra and Premium SSD v2 disks take backups every 12 hours or daily only (disk support matrix, 2025-08). */
    boolean isSlowToBackUp() {
        String sku = sku().toLowerCase(Locale.ROOT);
        return sku.equals("ultrassd_lrs") || sku.equals("premiumv2_lrs");
    }
}
