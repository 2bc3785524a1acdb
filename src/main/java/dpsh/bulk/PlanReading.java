package dpsh.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.arm.DpshException;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Finding;
import dpsh.backup.InstanceDraft;
import dpsh.backup.ProtectionState;
import dpsh.backup.Role;
import dpsh.backup.RoleNeed;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a plan together from the JSON that {@link PlanJson} writes. What all items have in common is kept once. */
final class PlanReading {
    private final ObjectNode head = JsonNodeFactory.instance.objectNode();
    private final List<PlanItem> items = new ArrayList<>();
    private final Map<String, ResourceId> ids = new HashMap<>();
    private final Map<String, Location> locations = new HashMap<>();

    void head(String field, JsonNode value) {
        head.set(field, value);
    }

    void item(JsonNode json) {
        ResourceId vault = shared(json, "vault");
        InstanceDraft draft = new InstanceDraft(
                text(json, "instance"),
                oneOf(json, "kind", DatasourceKind.values(), DatasourceKind::word),
                id(json, "datasource"),
                locations.computeIfAbsent(text(json, "location"), Location::new),
                shared(json, "policy"),
                json.hasNonNull("snapshotGroup") ? shared(json, "snapshotGroup") : null,
                null);
        String standing = textOrNull(json, "standing");
        List<RoleNeed> missing = new ArrayList<>();
        json.path("missing").forEach(need -> missing.add(need(need)));
        items.add(new PlanItem(
                json.path("number").asInt(),
                draft,
                vault,
                oneOf(json, "verdict", PlanItem.Verdict.values(), PlanItem.Verdict::word),
                findings(json, "findings"),
                missing,
                standing == null ? null : new ProtectionState(standing)));
    }

    Plan plan() {
        List<GrantNeed> grants = new ArrayList<>();
        head.path("grants")
                .forEach(grant -> grants.add(new GrantNeed(
                        need(grant), shared(grant, "vault"), grant.path("items").asInt())));
        JsonNode forecast = head.path("forecast");
        return new Plan(
                text(head, "id"),
                madeAt(),
                text(head, "endpoint"),
                textOrNull(head, "tenant"),
                text(head, "title"),
                oneOf(head, "scope", RoleScope.values(), RoleScope::word),
                items,
                grants,
                new Forecast(
                        forecast.path("writes").asInt(),
                        forecast.path("reads").asInt(),
                        Duration.ofSeconds(forecast.path("seconds").asLong()),
                        Duration.ofSeconds(forecast.path("grantSeconds").asLong())),
                findings(head, "notes"));
    }

    private Instant madeAt() {
        try {
            return Instant.parse(text(head, "madeAt"));
        } catch (DateTimeParseException e) {
            throw new PlanJson.NotUnderstood("its madeAt is no time");
        }
    }

    private RoleNeed need(JsonNode json) {
        return new RoleNeed(oneOf(json, "role", Role.values(), Role::label), shared(json, "scope"));
    }

    private static List<Finding> findings(JsonNode json, String name) {
        List<Finding> findings = new ArrayList<>();
        json.path(name)
                .forEach(finding -> findings.add(new Finding(
                        oneOf(finding, "severity", Finding.Severity.values(), one -> one.name()
                                .toLowerCase(Locale.ROOT)),
                        textOrNull(finding, "code"),
                        text(finding, "message"),
                        textOrNull(finding, "fix"))));
        return findings;
    }

    private static <T> T oneOf(JsonNode json, String name, T[] values, Function<T, String> word) {
        String given = text(json, name);
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(given))
                .findFirst()
                .orElseThrow(() -> new PlanJson.NotUnderstood("'" + given + "' is no " + name));
    }

    private ResourceId shared(JsonNode json, String name) {
        String text = text(json, name);
        ResourceId known = ids.get(text);
        if (known == null) {
            known = id(json, name);
            ids.put(text, known);
        }
        return known;
    }

    private static ResourceId id(JsonNode json, String name) {
        try {
            return ResourceId.parse(text(json, name));
        } catch (DpshException.Usage e) {
            throw new PlanJson.NotUnderstood(e.getMessage());
        }
    }

    private static String text(JsonNode json, String name) {
        String text = textOrNull(json, name);
        if (text == null) {
            throw new PlanJson.NotUnderstood("it has no " + name);
        }
        return text;
    }

    private static @Nullable String textOrNull(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isTextual() ? value.asText() : null;
    }
}
