package dpsh.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.backup.BackupInstance;
import dpsh.backup.InstanceDraft;
import java.util.List;

/**
 * The two request bodies of the articles: the one that validates wraps the backup instance in {@code backupInstance}, the one
 * that creates in {@code properties}, with name and type beside it.
 */
public final class InstanceBody {
    /** The article's spelling, with a small v in {@code backupvaults}. */
    private static final String ARTICLE_TYPE = BackupInstance.TYPE.replace("backupVaults", "backupvaults");

    private InstanceBody() {}

    /** For {@code POST .../validateForBackup}. */
    public static String toValidate(InstanceDraft draft) {
        ObjectNode body = Fields.MAPPER.createObjectNode();
        body.set("backupInstance", properties(draft));
        return body.toString();
    }

    /** For {@code PUT .../backupInstances/<name>}. */
    public static String toCreate(InstanceDraft draft) {
        ObjectNode body = Fields.MAPPER.createObjectNode();
        body.put("name", draft.name());
        body.put("type", ARTICLE_TYPE);
        body.set("properties", properties(draft));
        return body.toString();
    }

    /** The containers that a body file named for vaulted blob backup. */
    public static List<String> containers(InstanceDraft draft) {
        return draft.given() == null ? List.of() : InstanceJson.containers(new Fields(parsed(draft.given())));
    }

    private static ObjectNode properties(InstanceDraft draft) {
        if (draft.given() != null) {
            return parsed(draft.given());
        }
        ObjectNode properties = Fields.MAPPER.createObjectNode();
        properties
                .putObject("dataSourceInfo")
                .put("datasourceType", draft.kind().datasourceType())
                .put("objectType", "Datasource")
                .put("resourceID", draft.datasource().toString())
                .put("resourceLocation", draft.location().spelling())
                .put("resourceName", draft.datasource().name())
                .put("resourceType", draft.kind().resourceType())
                .put("resourceUri", "");
        ObjectNode policy = properties.putObject("policyInfo");
        policy.put("policyId", draft.policy().toString());
        if (draft.snapshotGroup() != null) {
            policy.putObject("policyParameters")
                    .putArray("dataStoreParametersList")
                    .addObject()
                    .put("dataStoreType", "OperationalStore")
                    .put("objectType", "AzureOperationalStoreParameters")
                    .put("resourceGroupId", draft.snapshotGroup().toString());
        }
        properties.put("objectType", "BackupInstance");
        return properties;
    }

    private static ObjectNode parsed(String given) {
        try {
            return (ObjectNode) Fields.MAPPER.readTree(given);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft holds JSON that was read before", e);
        }
    }
}
