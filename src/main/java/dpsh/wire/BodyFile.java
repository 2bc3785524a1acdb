package dpsh.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.arm.DpshException;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Finding;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Names;
import dpsh.backup.ReadDraft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request body that the operator wrote or copied: from the articles, from another tool, from {@code instance build}.
 * Everything in it is kept; mistakes that the articles themselves make are put right, with a word about it.
 */
public final class BodyFile {
    private final String source;
    private final List<Finding> notes = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private BodyFile(String source) {
        this.source = source;
    }

    /**
     * Reads a body: the one for validate ({@code backupInstance}), the one for create ({@code properties}), or the backup
     * instance alone.
     *
     * @param source where it came from, for the error's sentence
     * @throws DpshException.Usage naming the line and column, or every part that is missing
     */
    public static ReadDraft read(String source, String text) {
        return new BodyFile(source).read(text);
    }

    private ReadDraft read(String text) {
        ObjectNode root = json(text);
        ObjectNode instance = instance(root);
        rename(instance, "dataSourceInfo");
        rename(instance, "policyInfo");
        ObjectNode datasource = object(instance, "dataSourceInfo");
        ObjectNode policy = object(instance, "policyInfo");
        String resource = required(datasource, "dataSourceInfo.resourceID", "resourceID");
        String policyId = required(policy, "policyInfo.policyId", "policyId");
        String location = required(datasource, "dataSourceInfo.resourceLocation", "resourceLocation");
        if (!missing.isEmpty()) {
            throw wrong("it lacks " + String.join(", ", missing), "`instance build` makes a whole one");
        }
        ResourceId id = id(resource, "dataSourceInfo.resourceID");
        DatasourceKind kind = kind(datasource, id);
        if (Fields.spelling(instance, "objectType") == null) {
            instance.put("objectType", "BackupInstance");
            notes.add(Finding.note("objectType was missing and is BackupInstance"));
        }
        String name = new Fields(root).text("name");
        InstanceDraft draft = new InstanceDraft(
                name == null || name.isBlank() ? Names.instanceName(id) : name,
                kind,
                id,
                new Location(location),
                id(policyId, "policyInfo.policyId"),
                snapshotGroup(policy),
                instance.toString());
        return new ReadDraft(draft, notes);
    }

    private ObjectNode json(String text) {
        try {
            JsonNode node = Fields.MAPPER.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw wrong(text.isBlank() ? "it is empty" : "it is no JSON object", "it must begin with {");
        } catch (JsonProcessingException e) {
            throw wrong(
                    "it is not JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": "
                            + e.getOriginalMessage().replaceFirst("(?s) \\(start marker at .*", ""),
                    "the bodies of the blob article lack braces; `instance build` makes a whole one");
        }
    }

    private ObjectNode instance(ObjectNode root) {
        for (String wrapper : List.of("backupInstance", "properties")) {
            String spelled = Fields.spelling(root, wrapper);
            if (spelled != null) {
                if (root.get(spelled) instanceof ObjectNode instance) {
                    return instance;
                }
                throw wrong("'" + spelled + "' is no object", null);
            }
        }
        return root;
    }

    /** Puts a member under the contract's spelling, where another was used. */
    private void rename(ObjectNode object, String name) {
        String spelled = Fields.spelling(object, name);
        if (spelled != null && !spelled.equals(name)) {
            JsonNode value = object.remove(spelled);
            object.set(name, value);
            notes.add(Finding.note("'" + spelled + "' is written '" + name + "' by the contract and was put right"));
        }
    }

    private ObjectNode object(ObjectNode parent, String name) {
        if (parent.get(name) instanceof ObjectNode object) {
            return object;
        }
        missing.add(name);
        return Fields.MAPPER.createObjectNode();
    }

    private String required(ObjectNode object, String path, String name) {
        String text = new Fields(object).text(name);
        boolean reported = missing.contains(path.substring(0, path.indexOf('.')));
        if ((text == null || text.isBlank()) && !reported) {
            missing.add(path);
        }
        return text == null ? "" : text;
    }

    private DatasourceKind kind(ObjectNode datasource, ResourceId id) {
        String spelled = Fields.spelling(datasource, "datasourceType");
        String type = spelled == null ? "" : datasource.get(spelled).asText();
        DatasourceKind ofType = DatasourceKind.ofDatasourceType(type);
        if (ofType != null) {
            return ofType;
        }
        DatasourceKind ofId = DatasourceKind.of(id);
        boolean cutOff = type.isBlank() || type.endsWith("/");
        if (ofId != null && cutOff) {
            datasource.put(spelled == null ? "datasourceType" : spelled, ofId.datasourceType());
            notes.add(Finding.note((type.isBlank()
                            ? "datasourceType was missing"
                            : "datasourceType '" + type + "' is cut off, as in the disk article's first body,")
                    + " and is " + ofId.datasourceType()));
            return ofId;
        }
        throw wrong(
                "its datasourceType '" + type + "' is none that dpsh protects",
                "Microsoft.Compute/disks and Microsoft.Storage/storageAccounts/blobServices are");
    }

    private @Nullable ResourceId snapshotGroup(ObjectNode policy) {
        for (Fields store : new Fields(policy).list("policyParameters", "dataStoreParametersList")) {
            String group = store.text("resourceGroupId");
            if (group != null) {
                return id(group, "resourceGroupId");
            }
        }
        return null;
    }

    private ResourceId id(String text, String member) {
        try {
            return ResourceId.parse(text);
        } catch (DpshException.Usage e) {
            throw wrong("its " + member + " is no resource ID: " + e.getMessage(), e.next());
        }
    }

    private DpshException.Usage wrong(String why, @Nullable String next) {
        return new DpshException.Usage("the body in " + source + " cannot be used", why, next);
    }
}
