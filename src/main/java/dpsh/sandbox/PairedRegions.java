package dpsh.sandbox;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which region replicates which (Azure region pairs, learn.microsoft.com, 2025; centraluseuap as recorded). */
final class PairedRegions {
    private static final Map<String, String> PAIRS = new HashMap<>();

    static {
        pair("eastus", "westus");
        pair("eastus2", "centralus");
        pair("northcentralus", "southcentralus");
        pair("westus2", "westcentralus");
        pair("centraluseuap", "eastus2euap");
        pair("northeurope", "westeurope");
        pair("uksouth", "ukwest");
        pair("francecentral", "francesouth");
        pair("germanywestcentral", "germanynorth");
        pair("switzerlandnorth", "switzerlandwest");
        pair("norwayeast", "norwaywest");
        pair("swedencentral", "swedensouth");
        pair("eastasia", "southeastasia");
        pair("japaneast", "japanwest");
        pair("australiaeast", "australiasoutheast");
        pair("koreacentral", "koreasouth");
        pair("canadacentral", "canadaeast");
        pair("centralindia", "southindia");
        pair("uaenorth", "uaecentral");
        pair("southafricanorth", "southafricawest");
        PAIRS.put("westus3", "eastus");
        PAIRS.put("brazilsouth", "southcentralus");
    }

    private PairedRegions() {}

    private static void pair(String one, String other) {
        PAIRS.put(one, other);
        PAIRS.put(other, one);
    }

    /** The region's pair, or null when it has none. */
    static @Nullable String of(String region) {
        return PAIRS.get(Vault.normalLocation(region));
    }
}
