package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Azure's public regions and the two canaries of the recordings, with their pairs (Azure region pairs, read 2025-08). */
final class Regions {
    private record Region(
            String name,
            String shown,
            String geography,
            String group,
            @Nullable String pair) {}

    private static final List<Region> ALL = Stream.of(
                    "eastus|East US|United States|US|westus",
                    "eastus2|East US 2|United States|US|centralus",
                    "southcentralus|South Central US|United States|US|northcentralus",
                    "westus2|West US 2|United States|US|westcentralus",
                    "westus3|West US 3|United States|US|eastus",
                    "westus|West US|United States|US|eastus",
                    "centralus|Central US|United States|US|eastus2",
                    "northcentralus|North Central US|United States|US|southcentralus",
                    "westcentralus|West Central US|United States|US|westus2",
                    "canadacentral|Canada Central|Canada|Canada|canadaeast",
                    "brazilsouth|Brazil South|Brazil|South America|southcentralus",
                    "northeurope|North Europe|Europe|Europe|westeurope",
                    "westeurope|West Europe|Europe|Europe|northeurope",
                    "uksouth|UK South|United Kingdom|Europe|ukwest",
                    "francecentral|France Central|France|Europe|francesouth",
                    "germanywestcentral|Germany West Central|Germany|Europe|germanynorth",
                    "switzerlandnorth|Switzerland North|Switzerland|Europe|switzerlandwest",
                    "norwayeast|Norway East|Norway|Europe|norwaywest",
                    "swedencentral|Sweden Central|Sweden|Europe|swedensouth",
                    "italynorth|Italy North|Italy|Europe|",
                    "southeastasia|Southeast Asia|Asia Pacific|Asia Pacific|eastasia",
                    "eastasia|East Asia|Asia Pacific|Asia Pacific|southeastasia",
                    "australiaeast|Australia East|Australia|Asia Pacific|australiasoutheast",
                    "japaneast|Japan East|Japan|Asia Pacific|japanwest",
                    "koreacentral|Korea Central|Korea|Asia Pacific|koreasouth",
                    "centralindia|Central India|India|Asia Pacific|southindia",
                    "uaenorth|UAE North|UAE|Middle East|uaecentral",
                    "southafricanorth|South Africa North|South Africa|Africa|southafricawest",
                    "southafricawest|South Africa West|South Africa|Africa|southafricanorth",
                    "canadaeast|Canada East|Canada|Canada|canadacentral",
                    "brazilsoutheast|Brazil Southeast|Brazil|South America|brazilsouth",
                    "mexicocentral|Mexico Central|Mexico|Mexico|",
                    "chilecentral|Chile Central|Chile|South America|",
                    "ukwest|UK West|United Kingdom|Europe|uksouth",
                    "francesouth|France South|France|Europe|francecentral",
                    "germanynorth|Germany North|Germany|Europe|germanywestcentral",
                    "switzerlandwest|Switzerland West|Switzerland|Europe|switzerlandnorth",
                    "norwaywest|Norway West|Norway|Europe|norwayeast",
                    "swedensouth|Sweden South|Sweden|Europe|swedencentral",
                    "polandcentral|Poland Central|Poland|Europe|",
                    "spaincentral|Spain Central|Spain|Europe|",
                    "austriaeast|Austria East|Austria|Europe|",
                    "australiasoutheast|Australia Southeast|Australia|Asia Pacific|australiaeast",
                    "australiacentral|Australia Central|Australia|Asia Pacific|australiacentral2",
                    "australiacentral2|Australia Central 2|Australia|Asia Pacific|australiacentral",
                    "newzealandnorth|New Zealand North|New Zealand|Asia Pacific|",
                    "japanwest|Japan West|Japan|Asia Pacific|japaneast",
                    "koreasouth|Korea South|Korea|Asia Pacific|koreacentral",
                    "southindia|South India|India|Asia Pacific|centralindia",
                    "westindia|West India|India|Asia Pacific|southindia",
                    "jioindiawest|Jio India West|India|Asia Pacific|jioindiacentral",
                    "jioindiacentral|Jio India Central|India|Asia Pacific|jioindiawest",
                    "indonesiacentral|Indonesia Central|Indonesia|Asia Pacific|",
                    "malaysiawest|Malaysia West|Malaysia|Asia Pacific|",
                    "uaecentral|UAE Central|UAE|Middle East|uaenorth",
                    "qatarcentral|Qatar Central|Qatar|Middle East|",
                    "israelcentral|Israel Central|Israel|Middle East|",
                    "centraluseuap|Central US EUAP|Canary (US)|US|eastus2euap",
                    "eastus2euap|East US 2 EUAP|Canary (US)|US|centraluseuap")
            .map(Regions::read)
            .toList();

    private Regions() {}

    private static Region read(String line) {
        String[] parts = line.split("\\|", -1);
        return new Region(parts[0], parts[1], parts[2], parts[3], parts[4].isEmpty() ? null : parts[4]);
    }

    private static @Nullable Region find(String name) {
        String normal = Vault.normalLocation(name);
        return ALL.stream()
                .filter(region -> region.name().equals(normal))
                .findFirst()
                .orElse(null);
    }

    /** Refuses a place that is none, as ARM does before the provider sees the request. */
    static void check(String location, String type) {
        if (find(location) == null) {
            throw Refusal.arm(
                    400,
                    "LocationNotAvailableForResourceType",
                    "The provided location '" + location + "' is not available for resource type '" + type
                            + "'. List of available regions for the resource type is '" + names() + "'.");
        }
    }

    /** The region that this one is replicated to, or null. */
    static @Nullable String pair(String name) {
        Region region = find(name);
        return region == null ? null : region.pair();
    }

    /** Names to read, as a provider lists where it is. */
    static List<String> shownNames() {
        return ALL.stream().map(Region::shown).toList();
    }

    /** Names as ARM's sentences list them. */
    static String names() {
        return String.join(", ", ALL.stream().map(Region::name).toList());
    }

    /** The body of {@code GET /subscriptions/{id}/locations}. */
    static ObjectNode list(ArmId subscription) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode value = body.putArray("value");
        for (Region region : ALL) {
            ObjectNode row = value.addObject();
            row.put("id", subscription + "/locations/" + region.name());
            row.put("name", region.name()).put("type", "Region").put("displayName", region.shown());
            row.put("regionalDisplayName", "(" + region.group() + ") " + region.shown());
            ObjectNode metadata = row.putObject("metadata");
            metadata.put("regionType", "Physical").put("regionCategory", "Recommended");
            metadata.put("geography", region.geography()).put("geographyGroup", region.group());
            ArrayNode paired = metadata.putArray("pairedRegion");
            if (region.pair() != null) {
                paired.addObject().put("name", region.pair()).put("id", subscription + "/locations/" + region.pair());
            }
        }
        return body;
    }
}
