package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Some of Azure's regions, with their pairs (Azure region pairs, read 2025-08). */
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
                    "southafricanorth|South Africa North|South Africa|Africa|southafricawest")
            .map(Regions::read)
            .toList();

    private Regions() {}

    private static Region read(String line) {
        String[] parts = line.split("\\|", -1);
        return new Region(parts[0], parts[1], parts[2], parts[3], parts[4].isEmpty() ? null : parts[4]);
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
