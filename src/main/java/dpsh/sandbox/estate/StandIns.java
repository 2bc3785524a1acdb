package dpsh.sandbox.estate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which name stands for which: one stand-in for a name wherever it occurs, numbered in the order of first meeting, so that
 * nothing of the name is left to be guessed from it.
 */
final class StandIns {
    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");
    private static final Pattern HOST = Pattern.compile("(?i)https://([a-z0-9-]+)([.].*)");
    /** Types whose stand-ins follow the type's own naming rules. */
    private static final Map<String, String> PREFIXES = Map.of(
            "resourcegroups", "group-",
            "disks", "disk-",
            "snapshots", "snapshot-",
            "storageaccounts", "account",
            "backupvaults", "vault-",
            "backuppolicies", "policy-",
            "backupinstances", "instance-",
            "userassignedidentities", "identity-",
            "virtualmachines", "machine-");
    /** Names that Azure gives: they are the same everywhere and say nothing. */
    private static final Set<String> PUBLIC = Set.of("default", "roledefinitions");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> guids = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** The stand-in of a whole ARM ID; GUIDs of role definitions are the same in every tenant and stay. */
    String id(String armId) {
        StringBuilder result = new StringBuilder();
        String[] segments = armId.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean name = i % 2 == 1 && !segments[i - 1].equalsIgnoreCase("providers");
            result.append('/').append(name ? segment(segments[i - 1], segments[i]) : segments[i]);
        }
        return result.toString();
    }

    private String segment(String type, String name) {
        String kind = type.toLowerCase(Locale.ROOT);
        if (kind.equals("roledefinitions") || name.isEmpty()) {
            return name;
        }
        return GUID.matcher(name).matches() ? guid(name) : name(kind, name);
    }

    /** The stand-in of a name of this type. */
    String name(String type, String name) {
        String kind = type.toLowerCase(Locale.ROOT);
        if (PUBLIC.contains(name.toLowerCase(Locale.ROOT))) {
            return name;
        }
        return names.computeIfAbsent(name.toLowerCase(Locale.ROOT), first -> {
            String prefix = PREFIXES.getOrDefault(kind, "name-");
            return prefix + String.format(Locale.ROOT, "%05d", counts.merge(prefix, 1, Integer::sum));
        });
    }

    /** The stand-in of a name that has one already, or null. */
    @Nullable
    String known(String name) {
        return names.get(name.toLowerCase(Locale.ROOT));
    }

    String guid(String guid) {
        return guids.computeIfAbsent(
                guid.toLowerCase(Locale.ROOT),
                first -> new UUID(0x4000L, 0x8000_0000_0000_0000L + guids.size() + 1).toString());
    }

    /** Any other text: an ID, a known name, a URL whose host begins with one; GUIDs inside it are replaced. */
    String text(String text) {
        if (text.toLowerCase(Locale.ROOT).startsWith("/subscriptions/")) {
            return id(text);
        }
        String known = known(text);
        if (known != null) {
            return known;
        }
        Matcher host = HOST.matcher(text);
        if (host.matches()) {
            return "https://" + name("storageaccounts", host.group(1)) + host.group(2);
        }
        return GUID.matcher(text).replaceAll(guid -> guid(guid.group()));
    }
}
