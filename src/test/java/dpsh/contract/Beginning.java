package dpsh.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must have been there before a recording began, gathered from its URLs and bodies. IDs are compared without case. */
final class Beginning {
    private static final Pattern GROUP = Pattern.compile("(?i)/subscriptions/([^/\"?]+)/resourceGroups/([^/\"?& ]+)");
    private static final Pattern RESOURCE = Pattern.compile(
            "(?i)/subscriptions/[^/\"?]+/resourceGroups/[^/\"?]+/providers/"
                    + "(Microsoft\\.Compute/disks|Microsoft\\.Storage/storageAccounts|Microsoft\\.DataProtection/backupVaults"
                    + "|Microsoft\\.ManagedIdentity/userAssignedIdentities)"
                    + "/([A-Za-z0-9._-]+)(?:/(backupPolicies|backupInstances|deletedBackupInstances)/([A-Za-z0-9._-]+))?");
    private static final Pattern LOCATION = Pattern.compile("(?i)/locations/([a-z0-9]+)/");

    /** The datasource type of Data Lake, in lower case. */
    static final String LAKE = "microsoft.storage/storageaccounts/adlsblobservices";

    private final Map<String, String> spelling = new LinkedHashMap<>();
    private final Map<String, Boolean> there = new LinkedHashMap<>();
    private final Map<String, JsonNode> bodies = new LinkedHashMap<>();
    private final Set<String> groups = new LinkedHashSet<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private final Set<String> lakes = new HashSet<>();
    private final Map<String, String> guards = new LinkedHashMap<>();
    private final List<String> containers = new ArrayList<>();
    private String location = "westus";
    private @Nullable String rule;

    Beginning(List<Exchange> recording) {
        for (Exchange exchange : recording) {
            touch(exchange);
            String guard =
                    exchange.request().findPath("resourceGuardResourceId").asText();
            if (!guard.isEmpty()) {
                guards.putIfAbsent(key(guard), guard);
            }
            mention(exchange.path());
            mention(exchange.request().toString());
            mention(exchange.response().toString());
            keep(exchange.response());
            if (exchange.path().endsWith("/backup")) {
                rule = exchange.request().findPath("ruleName").asText();
            }
            if (exchange.method().equals("PUT") && exchange.request().isObject()) {
                JsonNode sent = ((ObjectNode) exchange.request().deepCopy()).put("id", exchange.path());
                bodies.putIfAbsent(key(exchange.path()), sent);
            }
        }
        recording.stream()
                .filter(exchange -> exchange.method().equals("PUT"))
                .forEach(exchange -> guards.remove(key(exchange.path())));
        for (Exchange exchange : recording) {
            places(exchange.request());
            places(exchange.response());
        }
        places.values().stream().findFirst().ifPresent(first -> location = first);
        locate(recording);
    }

    /** The place that the service's own URLs and bodies name first. */
    private void locate(List<Exchange> recording) {
        for (Exchange exchange : recording) {
            Matcher place =
                    LOCATION.matcher(exchange.path() + " " + exchange.headers().getOrDefault("location", ""));
            String said = exchange.response()
                    .path("location")
                    .asText(exchange.request().path("location").asText());
            if (exchange.isDataProtection() && (place.find() || !said.isEmpty())) {
                location = said.isEmpty() ? place.group(1) : said;
                break;
            }
        }
    }

    private void places(JsonNode node) {
        String id = node.path("resourceID").asText(node.path("resourceId").asText());
        String place = node.path("resourceLocation").asText();
        if (node.path("datasourceType").asText().equalsIgnoreCase(LAKE)) {
            lakes.add(key(id));
        }
        if (!id.isEmpty() && !place.isEmpty()) {
            places.putIfAbsent(key(id), place);
        }
        node.forEach(this::places);
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /** The first request to a resource tells whether it was there. */
    private void touch(Exchange exchange) {
        Matcher matcher = RESOURCE.matcher(exchange.path());
        if (matcher.matches()) {
            String state = exchange.response()
                    .path("properties")
                    .path("provisioningState")
                    .asText();
            boolean absent = exchange.status() == 404
                    || exchange.method().equals("DELETE") && exchange.status() == 204
                    || exchange.method().equals("PUT") && !(exists(exchange) || state.equals("Updating"));
            there.putIfAbsent(key(exchange.path()), !absent);
            spelling.putIfAbsent(key(exchange.path()), exchange.path());
        }
    }

    /** A PUT that the service answers with 200 changed nothing; a policy's is always 200. */
    private static boolean exists(Exchange put) {
        return put.status() == 200 && !put.path().toLowerCase(Locale.ROOT).contains("/backuppolicies/");
    }

    private void mention(String text) {
        Matcher group = GROUP.matcher(text);
        while (group.find()) {
            String id = "/subscriptions/" + group.group(1) + "/resourceGroups/" + group.group(2);
            if (groups.stream().noneMatch(id::equalsIgnoreCase)) {
                groups.add(id);
            }
        }
        Matcher resource = RESOURCE.matcher(text);
        while (resource.find()) {
            String id = resource.group();
            boolean instance = resource.group(3) != null && !resource.group(3).equalsIgnoreCase("backupPolicies");
            int child = id.toLowerCase(Locale.ROOT).indexOf("/backuppolicies/");
            spelling.putIfAbsent(key(id), id);
            there.putIfAbsent(key(id), !instance);
            if (child > 0 || instance) {
                String vault =
                        id.substring(0, id.toLowerCase(Locale.ROOT).indexOf("/backupvaults/") + 14) + resource.group(2);
                spelling.putIfAbsent(key(vault), vault);
                there.putIfAbsent(key(vault), true);
            }
        }
    }

    /** Bodies of resources, wherever they stand in an answer: alone or in a list. */
    private void keep(JsonNode answer) {
        String id = answer.path("id").asText();
        if (answer.path("properties").isObject() && RESOURCE.matcher(id).matches()) {
            bodies.putIfAbsent(key(id), answer);
        }
        for (JsonNode row : answer.path("value")) {
            if (row.path("type").asText().endsWith("/blobServices/containers")) {
                containers.add(row.path("id").asText());
            }
            if (row.path("properties").isObject()
                    && RESOURCE.matcher(row.path("id").asText()).matches()) {
                bodies.putIfAbsent(key(row.path("id").asText()), row);
                there.computeIfAbsent(key(row.path("id").asText()), none -> true);
            }
        }
    }

    /** IDs of blob containers in recorded lists: what made them went to another service. */
    List<String> containers() {
        return containers;
    }

    /** Whether a storage account is protected or restored as Data Lake. */
    boolean isLake(String account) {
        return lakes.contains(key(account));
    }

    /** IDs of resource guards that vaults are put under and that no request makes. */
    Collection<String> guards() {
        return guards.values();
    }

    /** The rule that on-demand backups name, or the usual one. */
    String rule(String usual) {
        return rule == null ? usual : rule;
    }

    Set<String> groups() {
        return groups;
    }

    /** The place of a resource; of one that nobody says, that of the others. */
    String location(String id) {
        JsonNode body = body(id);
        String known = places.getOrDefault(key(id), location);
        return body == null ? known : body.path("location").asText(known);
    }

    /** IDs of a type (like {@code /Microsoft.Compute/disks/}) that were there, in their first spelling. */
    List<String> present(String type) {
        List<String> ids = new ArrayList<>();
        there.forEach((id, present) -> {
            String from = type.toLowerCase(Locale.ROOT);
            int at = id.indexOf(from);
            if (present && at >= 0 && id.indexOf('/', at + from.length()) < 0) {
                ids.add(spelling.getOrDefault(id, id));
            }
        });
        return ids;
    }

    /** The earliest known body of a resource. */
    @Nullable
    JsonNode body(String id) {
        return bodies.get(key(id));
    }

    /** Every body that was kept, by its ID in lower case. */
    Map<String, JsonNode> bodies() {
        return bodies;
    }
}
