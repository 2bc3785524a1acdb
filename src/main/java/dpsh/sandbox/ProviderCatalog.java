package dpsh.sandbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The providers that are here, their types and the api-versions of each, oldest first, from {@code providers.json}. The versions of
 * Microsoft.Storage and part of Microsoft.Resources stand in live refusals of 2024 (Azure/azure-cli issue 28038,
 * ansible-collections/azure issue 1739); the others are assumed, and so later versions are taken too.
 */
final class ProviderCatalog {
    /** Stands for ARM itself: subscriptions, groups, tenants. */
    static final String ARM = "Microsoft.Resources";

    private final Map<String, Map<String, List<String>>> providers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private ProviderCatalog(Map<String, Map<String, String>> table) {
        table.forEach((namespace, types) -> {
            Map<String, List<String>> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            types.forEach((type, versions) -> folded.put(type, List.of(versions.split(" "))));
            providers.put(namespace, folded);
        });
        Map<String, List<String>> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String type : List.of(
                "backupVaults",
                "backupVaults/backupInstances",
                "backupVaults/backupPolicies",
                "backupVaults/backupJobs",
                "backupVaults/deletedBackupInstances",
                "backupInstances",
                "resourceGuards",
                "locations",
                "operations")) {
            own.put(type, ApiVersion.DATA_PROTECTION);
        }
        providers.put("Microsoft.DataProtection", own);
    }

    static ProviderCatalog load() {
        try (InputStream in = ProviderCatalog.class.getResourceAsStream("providers.json")) {
            if (in == null) {
                throw new IllegalStateException("providers.json is missing from the program");
            }
            return new ProviderCatalog(new JsonMapper().readValue(in, new TypeReference<>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Set<String> namespaces() {
        return providers.keySet();
    }

    /** The namespace in its own spelling, or null. */
    @Nullable
    String namespace(String anyCase) {
        return providers.keySet().stream()
                .filter(anyCase::equalsIgnoreCase)
                .findFirst()
                .orElse(null);
    }

    Set<String> types(String namespace) {
        return providers.getOrDefault(namespace, Map.of()).keySet();
    }

    /** The api-versions of a type or of the nearest type above it; empty when nothing is known. */
    List<String> versions(String namespace, String type) {
        Map<String, List<String>> types = providers.getOrDefault(namespace, Map.of());
        String left = type;
        while (true) {
            List<String> found = types.get(left);
            if (found != null) {
                return found;
            }
            int slash = left.lastIndexOf('/');
            if (slash < 0) {
                return List.of();
            }
            left = left.substring(0, slash);
        }
    }
}
