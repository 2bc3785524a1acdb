package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A managed disk, in the shape of Microsoft.Compute (assumed from its public contract; not recorded). */
record Disk(ArmId id, String location, String sku, int sizeGb, Map<String, String> tags, Instant created)
        implements Stored {
    static final String TYPE = "Microsoft.Compute/disks";

    Disk {
        tags = Map.copyOf(tags);
    }

    /** Ultra and Premium SSD v2 disks take backups every 12 hours or daily only (disk support matrix, 2025-08). */
    boolean isSlowToBackUp() {
        return sku.equalsIgnoreCase("UltraSSD_LRS") || sku.equalsIgnoreCase("PremiumV2_LRS");
    }

    @Override
    public ObjectNode json(ApiVersion version) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", id.name());
        json.put("id", id.text());
        json.put("type", TYPE);
        json.put("location", location);
        if (!tags.isEmpty()) {
            ObjectNode shown = json.putObject("tags");
            tags.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(tag -> shown.put(tag.getKey(), tag.getValue()));
        }
        json.putObject("sku").put("name", sku).put("tier", sku.substring(0, sku.indexOf('_')));
        ObjectNode properties = json.putObject("properties");
        properties.putObject("creationData").put("createOption", "Empty");
        properties.put("diskSizeGB", sizeGb);
        properties.putObject("encryption").put("type", "EncryptionAtRestWithPlatformKey");
        properties.put("networkAccessPolicy", "AllowAll");
        properties.put("publicNetworkAccess", "Enabled");
        properties.put("timeCreated", DotNetTime.precise(created));
        properties.put("provisioningState", "Succeeded");
        properties.put("diskState", "Unattached");
        properties.put("diskSizeBytes", (long) sizeGb << 30);
        properties.put(
                "uniqueId",
                UUID.nameUUIDFromBytes(id.key().getBytes(StandardCharsets.UTF_8))
                        .toString());
        return json;
    }
}
