package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/** A storage account, in the shape of Microsoft.Storage (assumed from its public contract; not recorded). */
record StorageAccount(
        ArmId id,
        String location,
        String kind,
        String sku,
        boolean hierarchical,
        Map<String, String> tags,
        Instant created)
        implements Stored {
    static final String TYPE = "Microsoft.Storage/storageAccounts";

    StorageAccount {
        tags = Map.copyOf(tags);
    }

    /** Blob backup takes general-purpose v2 accounts of the standard tier only (blob support matrix). */
    boolean canBeBackedUp() {
        return kind.equalsIgnoreCase("StorageV2") && tier().equals("Standard");
    }

    private String tier() {
        return sku.substring(0, sku.indexOf('_'));
    }

    @Override
    public ObjectNode json(ApiVersion version) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("sku").put("name", sku).put("tier", tier());
        json.put("kind", kind);
        json.put("id", id.text());
        json.put("name", id.name());
        json.put("type", TYPE);
        json.put("location", location);
        ObjectNode shown = json.putObject("tags");
        tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(tag -> shown.put(tag.getKey(), tag.getValue()));
        ObjectNode properties = json.putObject("properties");
        properties.put("isHnsEnabled", hierarchical);
        properties.put("minimumTlsVersion", "TLS1_2");
        properties.put("allowBlobPublicAccess", false);
        properties.put("supportsHttpsTrafficOnly", true);
        properties.put("accessTier", "Hot");
        properties.put("provisioningState", "Succeeded");
        properties.put("creationTime", DotNetTime.precise(created));
        properties
                .putObject("primaryEndpoints")
                .put("blob", "https://" + id.name() + ".blob.core.windows.net/")
                .put("dfs", "https://" + id.name() + ".dfs.core.windows.net/");
        properties.put("primaryLocation", location);
        properties.put("statusOfPrimary", "available");
        return json;
    }
}
