package dpsh.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of an OpenAPI 2 document and of the documents that it refers to. A reference to another document is found by what
 * follows {@code common-types/}, wherever the document itself was put.
 */
final class Schemas {
    /** A part of a document: references in it are relative to that document. */
    record Part(Path document, JsonNode node, String name) {
        Part at(JsonNode child) {
            return new Part(document, child, name);
        }
    }

    private final Path folder;
    private final Path main;
    private final Map<Path, JsonNode> documents = new HashMap<>();
    private final Map<String, List<String>> children = new LinkedHashMap<>();

    /** Reads {@code dataprotection.json} of a folder. */
    Schemas(Path folder) {
        this.folder = folder;
        main = folder.resolve("dataprotection.json");
        root().node().path("definitions").properties().forEach(definition -> {
            for (JsonNode parent : definition.getValue().path("allOf")) {
                String reference = parent.path("$ref").asText();
                if (reference.startsWith("#")) {
                    children.computeIfAbsent(name(reference), none -> new ArrayList<>())
                            .add(definition.getKey());
                }
            }
        });
    }

    Part root() {
        return new Part(main, document(main), "");
    }

    private JsonNode document(Path file) {
        return documents.computeIfAbsent(file.normalize(), path -> {
            try {
                return Exchange.JSON.readTree(path.toFile());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(path + " cannot be read", unreadable);
            }
        });
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** What a part refers to, or the part itself. */
    Part resolve(Part part) {
        Part at = part;
        while (at.node().has("$ref")) {
            String reference = at.node().path("$ref").asText();
            String file = reference.substring(0, reference.indexOf('#'));
            Path document = file.isEmpty() ? at.document() : locate(at.document(), file);
            JsonNode target = document(document).at(reference.substring(reference.indexOf('#') + 1));
            if (target.isMissingNode()) {
                throw new IllegalArgumentException(reference + " leads nowhere");
            }
            at = new Part(document, target, name(reference));
        }
        return at;
    }

    private Path locate(Path from, String file) {
        int common = file.indexOf("common-types/");
        return common < 0 ? from.resolveSibling(file).normalize() : folder.resolve(file.substring(common));
    }

    /** The properties of an object schema with those of all that it extends. */
    Map<String, Part> properties(Part schema) {
        Map<String, Part> all = new LinkedHashMap<>();
        for (JsonNode parent : schema.node().path("allOf")) {
            all.putAll(properties(resolve(schema.at(parent))));
        }
        schema.node()
                .path("properties")
                .properties()
                .forEach(property -> all.put(property.getKey(), schema.at(property.getValue())));
        return all;
    }

    /** The names that an object schema, or one that it extends, requires. */
    List<String> required(Part schema) {
        List<String> all = new ArrayList<>();
        for (JsonNode parent : schema.node().path("allOf")) {
            all.addAll(required(resolve(schema.at(parent))));
        }
        schema.node().path("required").forEach(name -> all.add(name.asText()));
        return all;
    }

    /** What the schema, or one that it extends, says of properties without a name; null when it says nothing. */
    @Nullable
    Part additional(Part schema) {
        if (schema.node().has("additionalProperties")) {
            return schema.at(schema.node().path("additionalProperties"));
        }
        for (JsonNode parent : schema.node().path("allOf")) {
            Part found = additional(resolve(schema.at(parent)));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The property that tells subtypes apart, when the schema or one that it extends has one. */
    @Nullable
    String discriminator(Part schema) {
        if (schema.node().has("discriminator")) {
            return schema.node().path("discriminator").asText();
        }
        for (JsonNode parent : schema.node().path("allOf")) {
            String found = discriminator(resolve(schema.at(parent)));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The schema itself or the subtype that has this discriminator value; null when there is none. */
    @Nullable
    Part subtype(Part schema, String value) {
        String own = schema.node().path("x-ms-discriminator-value").asText(schema.name());
        if (own.equals(value)) {
            return schema;
        }
        for (String child : children.getOrDefault(schema.name(), List.of())) {
            Part found =
                    subtype(new Part(main, root().node().path("definitions").path(child), child), value);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether the schema has subtypes. */
    boolean isExtended(Part schema) {
        return children.containsKey(schema.name());
    }
}
