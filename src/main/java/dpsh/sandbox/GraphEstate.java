package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.graph.GraphTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The world as Resource Graph's tables: every row has the same columns, type and group are in lower case, and what a resource
 * lacks is an empty text or null as recorded (Azure/azure-cli-extensions, recordings of list-from-resource-graph, 2024 and 2025).
 */
final class GraphEstate implements GraphTables {
    private static final ApiVersion VERSION = new ApiVersion("2025-07-01");
    private static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "type",
            "tenantId",
            "kind",
            "location",
            "resourceGroup",
            "subscriptionId",
            "managedBy",
            "sku",
            "plan",
            "properties",
            "tags",
            "identity",
            "zones",
            "extendedLocation");

    private final World world;
    private final Instant now;
    private final Predicate<ArmId> inScope;
    private final Map<String, Boolean> asked = new HashMap<>();

    /** @param inScope takes the IDs of subscriptions that are asked */
    GraphEstate(World world, Instant now, Predicate<ArmId> inScope) {
        this.world = world;
        this.now = now;
        this.inScope = inScope;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> names() {
        return Set.of("resources", "resourcecontainers", "recoveryservicesresources", "authorizationresources");
    }

    @Override
    public List<ObjectNode> rows(String table, Set<String> types) {
        Predicate<String> wanted = type -> types.isEmpty() || types.contains(type.toLowerCase(Locale.ROOT));
        List<ObjectNode> rows = new ArrayList<>();
        switch (table) {
            case "resources" ->
                List.<Shelf<? extends Stored>>of(
                                world.disks,
                                world.snapshots,
                                world.accounts,
                                world.identities,
                                world.vaults,
                                world.resourceGuards)
                        .forEach(shelf -> add(rows, shelf.all(), wanted));
            case "resourcecontainers" -> containers(rows);
            case "recoveryservicesresources" -> recovery(rows, wanted);
            default -> authorization(rows);
        }
        return sorted(rows);
    }

    private boolean isAsked(ArmId id) {
        return asked.computeIfAbsent(id.subscription(), name -> inScope.test(ArmId.subscription(name)));
    }

    private record Keyed(String key, ObjectNode row) {}

    private static List<ObjectNode> sorted(List<ObjectNode> rows) {
        return rows.stream()
                .map(row -> new Keyed(row.path("id").asText().toLowerCase(Locale.ROOT), row))
                .sorted(Comparator.comparing(Keyed::key))
                .map(Keyed::row)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void add(List<ObjectNode> rows, Collection<? extends Stored> items, Predicate<String> wanted) {
        for (Stored item : items) {
            if (wanted.test(item.id().type()) && isAsked(item.id())) {
                ObjectNode body = item instanceof Bodied bodied ? bodied.body() : item.json(VERSION);
                rows.add(row(item.id(), body, body.path("type").asText()));
            }
        }
    }

    private void containers(List<ObjectNode> rows) {
        String type = "microsoft.resources/subscriptions";
        for (Subscription subscription : world.subscriptions.values()) {
            if (inScope.test(subscription.id())) {
                ObjectNode body = subscription.json(VERSION);
                ObjectNode row = row(subscription.id(), body, type);
                row.put("name", subscription.name());
                ObjectNode properties = row.putObject("properties");
                CaseBlind.copy(body, properties, "subscriptionPolicies", "state");
                rows.add(row);
            }
        }
        for (ResourceGroup group : world.groups.all()) {
            if (isAsked(group.id())) {
                rows.add(row(group.id(), group.body(), type + "/resourcegroups"));
            }
        }
    }

    private void recovery(List<ObjectNode> rows, Predicate<String> wanted) {
        for (BackupInstance instance : world.instances.shelf().all()) {
            if (wanted.test(BackupInstance.TYPE) && isAsked(instance.id())) {
                Vault vault = world.vaults.get(instance.id().parent());
                ObjectNode body = GraphInstance.body(instance, vault == null ? "" : vault.location());
                rows.add(row(instance.id(), body, BackupInstance.TYPE));
            }
        }
        add(rows, world.policies.all(), wanted);
        for (GraphRows more : world.graphRows) {
            for (ObjectNode body : wanted.test(more.type()) ? more.bodies(now) : List.<ObjectNode>of()) {
                ArmId id = ArmId.parse(body.path("id").asText());
                if (id != null && isAsked(id)) {
                    rows.add(row(id, body, body.path("type").asText()));
                }
            }
        }
    }

    private void authorization(List<ObjectNode> rows) {
        for (ArmId subscription : world.subscriptions.keySet()) {
            if (inScope.test(subscription)) {
                world.roles.around(subscription, true).forEach(assignment -> {
                    ObjectNode body = assignment.json();
                    rows.add(plain(body, "microsoft.authorization/roleassignments", ""));
                });
            }
        }
        world.roles
                .catalog()
                .all()
                .forEach(role -> rows.add(plain(role.json(""), "microsoft.authorization/roledefinitions", "")));
    }

    private ObjectNode row(ArmId id, ObjectNode body, String type) {
        ObjectNode row = plain(body, type, id.group().toLowerCase(Locale.ROOT));
        row.put("subscriptionId", id.subscription());
        return row;
    }

    private ObjectNode plain(ObjectNode body, String type, String group) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", body.path("id").asText()).put("name", body.path("name").asText());
        row.put("type", type.toLowerCase(Locale.ROOT)).put("tenantId", world.directory.tenant());
        row.put("kind", body.path("kind").asText().toLowerCase(Locale.ROOT));
        row.put("location", Vault.normalLocation(body.path("location").asText()));
        row.put("resourceGroup", group).put("subscriptionId", "");
        row.put("managedBy", body.path("managedBy").asText());
        for (String column : List.of("sku", "plan", "properties", "tags", "identity", "zones", "extendedLocation")) {
            JsonNode value = body.get(column);
            boolean none = value == null
                    || (column.equals("identity") && value.path("type").asText().equals("None"));
            row.set(column, none ? JsonNodeFactory.instance.nullNode() : value);
        }
        return row;
    }
}
