package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.sandbox.graph.GraphFault;
import dpsh.sandbox.graph.GraphQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Azure Resource Graph: the query, its pages and its quota. Envelope of errors: Azure/azure-powershell issue 13762 and
 * Azure/aztfexport issue 485; answer and headers as recorded in 2024 and 2025.
 */
final class GraphRoutes {
    private static final int DEFAULT_TOP = 100;
    private static final int MAX_TOP = 1000;
    private static final String INVALID = "InvalidQuery";
    private static final String TENANT_LEFT = "x-ms-ratelimit-remaining-tenant-resource-requests";

    private final World world;
    private final boolean limited;
    private final GraphQuota quota = new GraphQuota();

    /** @param limited whether a spent quota is refused */
    GraphRoutes(World world, boolean limited) {
        this.world = world;
        this.limited = limited;
    }

    void addTo(Router router) {
        router.arm("POST", "/providers/Microsoft.ResourceGraph/resources", this::query);
    }

    private Answer query(Call call) {
        GraphQuota.Left left = quota.take(call.caller(), call.at());
        if (!left.granted() && limited) {
            throw refuse(
                            429,
                            "RateLimiting",
                            call,
                            detail(
                                    "RateLimiting",
                                    "Client application has been throttled and should not attempt to repeat the request"
                                            + " until an amount of time has elapsed. Please see"
                                            + " https://aka.ms/resourcegraph-throttling for help."))
                    .with("Retry-After", Long.toString(left.seconds()))
                    .with(TENANT_LEFT, "0")
                    .with("x-ms-user-quota-remaining", "0")
                    .with("x-ms-user-quota-resets-after", left.clock());
        }
        return Answer.json(200, answer(call))
                .with(TENANT_LEFT, Integer.toString(left.queries()))
                .with("x-ms-user-quota-remaining", Integer.toString(left.queries()))
                .with("x-ms-user-quota-resets-after", left.clock())
                .with("x-ms-resource-graph-request-duration", "0:00:00:00.0695538")
                .with("x-ms-throttling-version", "v2");
    }

    private ObjectNode answer(Call call) {
        ObjectNode body = call.json();
        String text = CaseBlind.text(body, "query");
        if (text == null || text.isBlank()) {
            throw refuse(400, "BadRequest", call, invalidQuery());
        }
        JsonNode options = CaseBlind.member(body, "options");
        GraphEstate tables = new GraphEstate(world, call.at(), asked(call, body)::contains);
        GraphQuery.Result result;
        try {
            result = GraphQuery.parse(text, tables, call.at()).run();
        } catch (GraphFault fault) {
            throw refuse(400, "BadRequest", call, invalidQuery(), detail(fault));
        }
        return page(call, result, options);
    }

    /** The subscriptions that are asked: those given, or all. */
    private Set<ArmId> asked(Call call, ObjectNode body) {
        JsonNode given = CaseBlind.member(body, "subscriptions");
        if (given == null || given.isEmpty()) {
            return world.subscriptions.keySet();
        }
        Set<ArmId> found = new HashSet<>();
        for (JsonNode name : given) {
            ArmId id = ArmId.parse("/subscriptions/" + name.asText());
            if (id != null && world.subscriptions.containsKey(id)) {
                found.add(id);
            }
        }
        if (found.isEmpty()) {
            throw refuse(
                    400,
                    "BadRequest",
                    call,
                    detail(
                            "NoValidSubscriptionsInQueryRequest",
                            "There must be at least one subscription that is eligible to contain resources. Given: '"
                                    + String.join(",", texts(given)) + "'."));
        }
        return found;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static ObjectNode page(Call call, GraphQuery.Result result, @Nullable JsonNode options) {
        int top = number(call, options, "$top", DEFAULT_TOP);
        if (top < 1 || top > MAX_TOP) {
            throw refuse(
                    400,
                    "BadRequest",
                    call,
                    detail("InvalidOptions", "The option '$top' must be between 1 and " + MAX_TOP + "."));
        }
        GraphPage page = GraphPage.of(
                result.rows(), top, number(call, options, "$skip", 0), CaseBlind.text(options, "$skipToken"));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("totalRecords", (long) result.rows().size());
        json.put("count", (long) page.rows().size());
        if (isTable(call, options)) {
            json.set("data", table(result.columns(), page.rows()));
        } else {
            ArrayNode data = json.putArray("data");
            page.rows().forEach(data::add);
        }
        json.putArray("facets");
        json.put("resultTruncated", Boolean.toString(page.hasMore()));
        if (page.hasMore() && result.columns().contains("id")) {
            json.put("$skipToken", page.token());
        }
        return json;
    }

    private static int number(Call call, @Nullable JsonNode options, String name, int otherwise) {
        JsonNode given = CaseBlind.member(options, name);
        if (given == null) {
            return otherwise;
        }
        if (!given.canConvertToInt() || !given.isNumber() || given.intValue() < 0) {
            throw refuse(
                    400,
                    "BadRequest",
                    call,
                    detail("InvalidOptions", "The option '" + name + "' must be a whole number of at least 0."));
        }
        return given.intValue();
    }

    /** Tables were the rule before 2020-04-01-preview (migration guide of the api-versions). */
    private static boolean isTable(Call call, @Nullable JsonNode options) {
        String format = CaseBlind.text(options, "resultFormat");
        return format == null ? call.version().text().compareTo("2020-04-01") < 0 : format.equalsIgnoreCase("table");
    }

    private static ObjectNode table(List<String> columns, List<ObjectNode> rows) {
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        ArrayNode heads = table.putArray("columns");
        for (String column : columns) {
            heads.addObject().put("name", column).put("type", type(column, rows));
        }
        ArrayNode lines = table.putArray("rows");
        for (ObjectNode row : rows) {
            ArrayNode line = lines.addArray();
            columns.forEach(column -> line.add(row.path(column)));
        }
        return table;
    }

    private static String type(String column, List<ObjectNode> rows) {
        for (ObjectNode row : rows) {
            JsonNode value = row.path(column);
            if (!value.isNull()) {
                return value.isContainerNode()
                        ? "object"
                        : value.isIntegralNumber()
                                ? "integer"
                                : value.isNumber() ? "number" : value.isBoolean() ? "boolean" : "string";
            }
        }
        return "object";
    }

    private static ObjectNode invalidQuery() {
        return detail(
                INVALID,
                "Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the"
                        + " error before retrying.");
    }

    private static ObjectNode detail(String code, String message) {
        return JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
    }

    /** The real service says just its code where a query does not parse; the sentence here says more. */
    private static ObjectNode detail(GraphFault fault) {
        ObjectNode detail = detail(fault.code(), fault.code().equals(INVALID) ? "" + fault.getMessage() : fault.code());
        detail.put("line", fault.line())
                .put("characterPositionInLine", fault.position())
                .put("token", fault.token());
        return fault.code().equals(INVALID) ? detail : detail.put("reason", fault.getMessage());
    }

    private static Refusal refuse(int status, String code, Call call, ObjectNode... details) {
        return Refusal.arm(
                        status,
                        code,
                        "Please provide below info when asking for support: timestamp = "
                                + DotNetTime.precise(call.at()) + ", correlationId = " + call.correlationId() + ".")
                .detailed(List.of(details));
    }
}
