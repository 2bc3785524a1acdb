package dpsh.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a JSON tree with an OpenAPI 2 schema, more strictly than a client would: what is not in the contract is told. */
final class SchemaCheck {
    private final Schemas schemas;
    private final boolean request;
    private final Sink sink;

    /** Takes what was found. */
    interface Sink {
        void found(String kind, String place, String text);
    }

    /** Read-only properties are told of in requests. */
    SchemaCheck(Schemas schemas, boolean request, Sink sink) {
        this.schemas = schemas;
        this.request = request;
        this.sink = sink;
    }

    void check(Schemas.Part schema, JsonNode value, String place) {
        Schemas.Part resolved = schemas.resolve(schema);
        boolean object = resolved.node().has("properties") || resolved.node().has("allOf");
        String type = resolved.node().path("type").asText(object ? "object" : "");
        switch (type) {
            case "object" -> object(resolved, value, place);
            case "array" -> array(resolved, value, place);
            case "string" -> string(resolved.node(), value, place);
            case "integer" -> expect(value.isIntegralNumber(), "an integer", value, place);
            case "number" -> expect(value.isNumber(), "a number", value, place);
            case "boolean" -> expect(value.isBoolean(), "a boolean", value, place);
            default -> {
                // A schema without a type takes anything.
            }
        }
    }

    private void expect(boolean right, String what, JsonNode value, String place) {
        if (!right) {
            sink.found("type", place, "expected " + what + ", not " + brief(value));
        }
    }

    private static String brief(JsonNode value) {
        String text = value.toString();
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }

    private void array(Schemas.Part schema, JsonNode value, String place) {
        expect(value.isArray(), "an array", value, place);
        for (JsonNode item : value.isArray() ? value : Exchange.JSON.createArrayNode()) {
            check(schema.at(schema.node().path("items")), item, place + "[]");
        }
    }

    private void string(JsonNode schema, JsonNode value, String place) {
        expect(value.isTextual(), "a string", value, place);
        if (!value.isTextual()) {
            return;
        }
        String text = value.asText();
        if (schema.has("enum") && !isOneOf(schema.path("enum"), text)) {
            boolean open = schema.path("x-ms-enum").path("modelAsString").asBoolean();
            sink.found("enum", place, (open ? "open enum without " : "closed enum without ") + brief(value));
        }
        if (schema.has("pattern") && !text.matches(schema.path("pattern").asText())) {
            sink.found("format", place, "not " + schema.path("pattern").asText() + ": " + brief(value));
        }
        boolean right =
                switch (schema.path("format").asText()) {
                    case "date-time" -> parses(OffsetDateTime::parse, text);
                    case "duration" -> parses(java.time.Duration::parse, text);
                    case "arm-id" -> text.startsWith("/");
                    default -> true;
                };
        if (!right) {
            sink.found("format", place, "no " + schema.path("format").asText() + ": " + brief(value));
        }
    }

    private static boolean isOneOf(JsonNode values, String text) {
        for (JsonNode value : values) {
            if (value.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean parses(java.util.function.Function<String, Object> parser, String text) {
        try {
            parser.apply(text);
            return true;
        } catch (DateTimeException not) {
            return false;
        }
    }

    private void object(Schemas.Part declared, JsonNode value, String place) {
        expect(value.isObject(), "an object", value, place);
        if (!value.isObject()) {
            return;
        }
        Schemas.Part schema = actual(declared, value, place);
        Map<String, Schemas.Part> properties = schemas.properties(schema);
        Schemas.Part additional = schemas.additional(schema);
        for (String name : schemas.required(schema)) {
            if (!value.has(name) && find(value, name) == null) {
                sink.found("required", join(place, name), "is missing");
            }
        }
        boolean free = properties.isEmpty() && additional == null;
        value.properties().forEach(member -> {
            if (!free) {
                member(properties, additional, member.getKey(), member.getValue(), place);
            }
        });
    }

    private void member(
            Map<String, Schemas.Part> properties,
            Schemas.@Nullable Part additional,
            String name,
            JsonNode value,
            String place) {
        Schemas.Part property = properties.get(name);
        String at = join(place, name);
        if (property == null) {
            for (Map.Entry<String, Schemas.Part> other : properties.entrySet()) {
                if (other.getKey().equalsIgnoreCase(name)) {
                    property = other.getValue();
                    sink.found("case", at, "the contract writes " + other.getKey());
                }
            }
        }
        if (property == null) {
            if (additional == null
                    || additional.node().isBoolean() && !additional.node().asBoolean()) {
                sink.found("unknown", at, "the contract has no such property");
            } else if (additional.node().isObject() && !value.isNull()) {
                check(additional, value, place + ".*");
            }
        } else if (value.isNull()) {
            sink.found("null", at, "is null");
        } else {
            JsonNode declared = schemas.resolve(property).node();
            boolean readOnly = property.node().path("readOnly").asBoolean()
                    || declared.path("readOnly").asBoolean();
            if (request && readOnly) {
                sink.found("readOnly", at, "is read-only and was sent");
            }
            check(property, value, at);
        }
    }

    /** The subtype that the value says it is. */
    private Schemas.Part actual(Schemas.Part declared, JsonNode value, String place) {
        String discriminator = schemas.discriminator(declared);
        if (discriminator == null || !schemas.isExtended(declared)) {
            return declared;
        }
        JsonNode said = find(value, discriminator);
        if (said == null) {
            return declared;
        }
        Schemas.Part found = schemas.subtype(declared, said.asText());
        if (found == null) {
            sink.found("discriminator", join(place, discriminator), "no subtype is " + brief(said));
            return declared;
        }
        return found;
    }

    private static @Nullable JsonNode find(JsonNode object, String name) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return member.getValue();
            }
        }
        return null;
    }

    private static String join(String place, String name) {
        return place.isEmpty() || place.endsWith(" ") ? place + name : place + "." + name;
    }
}
