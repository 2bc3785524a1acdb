package dpsh.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Refuses api-versions that a provider never published, in ARM's sentences: {@code NoRegisteredProviderFound} where a location is
 * known, {@code InvalidResourceType} where none is, {@code InvalidApiVersionParameter} for ARM's own types and for what is no
 * version at all (wordings: Azure/azure-cli issue 28496, Azure/azure-powershell issues 2230 and 3631). Of other providers than
 * ours, stable versions that are newer than the list are taken too.
 */
final class VersionCheck {
    private final ProviderCatalog catalog;

    VersionCheck(ProviderCatalog catalog) {
        this.catalog = catalog;
    }

    /** @param location tells where the resource is that a call is about; empty when it is nowhere */
    void check(Call call, Function<Call, String> location) {
        String version = call.version().text().toLowerCase(Locale.ROOT);
        List<String> segments = call.line().segments();
        int providers = providers(segments);
        boolean arm = providers < 0 || providers + 2 >= segments.size();
        String namespace = arm ? ProviderCatalog.ARM : segments.get(providers + 1);
        String type = arm ? "resourceGroups" : type(segments, providers);
        List<String> known = catalog.versions(namespace, type);
        boolean takes = known.isEmpty() ? call.version().hasDateForm() : isPublished(version, namespace, known);
        if (!takes) {
            boolean ownList = !arm && call.version().hasDateForm() && !known.isEmpty();
            throw ownList ? unknown(call, namespace, type, known, location.apply(call)) : invalid(call.version());
        }
    }

    private static boolean isPublished(String version, String namespace, List<String> known) {
        boolean newer = !namespace.equalsIgnoreCase("Microsoft.DataProtection")
                && version.matches("20[2-3]\\d-[01]\\d-[0-3]\\d")
                && version.compareTo(known.get(known.size() - 1)) > 0
                && version.compareTo("2028") < 0;
        return known.contains(version) || newer;
    }

    private static int providers(List<String> segments) {
        int providers = -1;
        for (int i = 0; i < segments.size(); i++) {
            providers = segments.get(i).equalsIgnoreCase("providers") ? i : providers;
        }
        return providers;
    }

    /** The types of the path; {@code locations} keeps the type after it. */
    private static String type(List<String> segments, int providers) {
        List<String> types = new ArrayList<>();
        for (int i = providers + 2; i < segments.size(); i += 2) {
            types.add(segments.get(i));
        }
        return String.join("/", types);
    }

    private Refusal invalid(ApiVersion version) {
        List<String> core = new ArrayList<>(catalog.versions(ProviderCatalog.ARM, "resourceGroups"));
        Collections.reverse(core);
        return Refusal.arm(
                400,
                "InvalidApiVersionParameter",
                "The api-version '" + version.text() + "' is invalid. The supported versions are '"
                        + String.join(",", core) + "'.");
    }

    private static Refusal unknown(Call call, String namespace, String type, List<String> known, String location) {
        String version = call.version().text();
        String supported = ". The supported api-versions are '" + String.join(", ", known) + "'.";
        if (location.isEmpty()) {
            return Refusal.arm(
                    404,
                    "InvalidResourceType",
                    "The resource type '" + type + "' could not be found in the namespace '" + namespace
                            + "' for api version '" + version + "'" + supported);
        }
        return Refusal.arm(
                400,
                "NoRegisteredProviderFound",
                "No registered resource provider found for location '" + Vault.normalLocation(location)
                        + "' and API version '" + version + "' for type '" + type + "'" + supported
                        + " The supported locations are '" + Regions.names() + "'.");
    }
}
