package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/**
 * A storage account, in the shape of Microsoft.Storage (assumed from its public contract; not recorded).
 *
 * @param body as a GET answers it
 */
record StorageAccount(ArmId id, ObjectNode body) implements Bodied {
    static final String TYPE = "Microsoft.Storage/storageAccounts";
    private static final String PROPERTIES = "properties";

    StorageAccount(
            ArmId id,
            String location,
            String kind,
            String sku,
            boolean hierarchical,
            Map<String, String> tags,
            Instant created) {
        this(id, plain(id, location, kind, sku, hierarchical, tags, created));
    }

    private static ObjectNode plain(
            ArmId id,
            String location,
            String kind,
            String sku,
            boolean hierarchical,
            Map<String, String> tags,
            Instant created) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        given.putObject("sku").put("name", sku);
        given.put("kind", kind).put("location", location);
        ObjectNode shown = given.putObject("tags");
        tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(tag -> shown.put(tag.getKey(), tag.getValue()));
        given.putObject(PROPERTIES).put("isHnsEnabled", hierarchical);
        return filled(id, given, created);
    }

    /** The account that a PUT of this body makes: what the provider knows is filled in, what it does not know is kept. */
    static StorageAccount made(ArmId id, ObjectNode given, Instant created) {
        return new StorageAccount(id, filled(id, given, created));
    }

    private static ObjectNode filled(ArmId id, ObjectNode given, Instant created) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        JsonNode sku = CaseBlind.member(given, "sku");
        String name = sku == null ? "Standard_LRS" : sku.path("name").asText("Standard_LRS");
        json.putObject("sku").put("name", name).put("tier", tier(name));
        String kind = CaseBlind.text(given, "kind");
        json.put("kind", kind == null ? "StorageV2" : kind);
        json.put("id", id.text()).put("name", id.name()).put("type", TYPE);
        CaseBlind.copy(given, json, "location", "identity", "tags");
        if (!json.has("tags")) {
            json.putObject("tags");
        }
        ObjectNode properties = json.putObject(PROPERTIES);
        if (CaseBlind.member(given, PROPERTIES) instanceof ObjectNode wanted) {
            properties.setAll(wanted.deepCopy());
        }
        complete(id, properties, json.path("location").asText(), created);
        return json;
    }

    private static void complete(ArmId id, ObjectNode properties, String location, Instant created) {
        put(properties, "isHnsEnabled", false);
        if (!properties.hasNonNull("minimumTlsVersion")) {
            properties.put("minimumTlsVersion", "TLS1_2");
        }
        put(properties, "allowBlobPublicAccess", false);
        put(properties, "allowSharedKeyAccess", true);
        put(properties, "supportsHttpsTrafficOnly", true);
        if (!properties.hasNonNull("accessTier")) {
            properties.put("accessTier", "Hot");
        }
        properties.put("provisioningState", "Succeeded");
        if (!properties.hasNonNull("creationTime")) {
            properties.put("creationTime", DotNetTime.precise(created));
        }
        if (!properties.hasNonNull("primaryEndpoints")) {
            properties
                    .putObject("primaryEndpoints")
                    .put("dfs", "https://" + id.name() + ".dfs.core.windows.net/")
                    .put("web", "https://" + id.name() + ".z22.web.core.windows.net/")
                    .put("blob", "https://" + id.name() + ".blob.core.windows.net/")
                    .put("queue", "https://" + id.name() + ".queue.core.windows.net/")
                    .put("table", "https://" + id.name() + ".table.core.windows.net/")
                    .put("file", "https://" + id.name() + ".file.core.windows.net/");
        }
        properties.put("primaryLocation", location);
        properties.put("statusOfPrimary", "available");
    }

    private static void put(ObjectNode properties, String name, boolean value) {
        if (!properties.hasNonNull(name)) {
            properties.put(name, value);
        }
    }

    private static String tier(String sku) {
        int end = sku.indexOf('_');
        return end < 0 ? sku : sku.substring(0, end);
    }

    String kind() {
        return body.path("kind").asText();
    }

    String sku() {
        return body.path("sku").path("name").asText();
    }

    boolean hierarchical() {
        return body.path(PROPERTIES).path("isHnsEnabled").asBoolean();
    }

    /** Data Lake backup takes accounts with a hierarchical namespace, without NFS 3.0 and SFTP (its support matrix, 2025-06). */
    boolean isPlainLake() {
        JsonNode properties = body.path(PROPERTIES);
        return hierarchical()
                && !properties.path("isNfsV3Enabled").asBoolean()
                && !properties.path("isSftpEnabled").asBoolean();
    }

    /** Blob backup takes general-purpose v2 accounts of the standard tier only (blob support matrix). */
    boolean canBeBackedUp() {
        return kind().equalsIgnoreCase("StorageV2") && tier(sku()).equals("Standard");
    }
}
