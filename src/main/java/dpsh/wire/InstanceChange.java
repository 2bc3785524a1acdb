package dpsh.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.arm.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request bodies that act on an instance which is there. A changed instance is the service's own answer without what only
 * the service writes, as az does it (wire notes, section 13), so that nothing else changes with the policy.
 */
public final class InstanceChange {
    private static final List<String> SERVICE_WRITES = List.of("id", "name", "type", "systemData");
    private static final List<String> STATES =
            List.of("currentProtectionState", "protectionStatus", "protectionErrorDetails", "provisioningState");

    private InstanceChange() {}

    /**
     * For {@code PUT .../backupInstances/<name>}.
     *
     * @param raw the instance as the service shows it
     */
    public static String toPut(String raw, ResourceId policy) {
        ObjectNode body = parsed(raw);
        SERVICE_WRITES.forEach(name -> remove(body, name));
        String spelling = Fields.spelling(body, "properties");
        body.set(spelling == null ? "properties" : spelling, properties(raw, policy));
        return body.toString();
    }

    /** For {@code POST .../backupInstances/<name>/validateForModifyBackup}. */
    public static String toValidate(String raw, ResourceId policy) {
        ObjectNode body = Fields.MAPPER.createObjectNode();
        body.set("backupInstance", properties(raw, policy));
        return body.toString();
    }

    /** The policy that such a body asks for; null when it is none. */
    public static @Nullable ResourceId policy(@Nullable String body) {
        return body == null ? null : new Fields(parsed(body)).id("properties", "policyInfo", "policyId");
    }

    /**
     * For {@code POST .../backup}.
     *
     * @param tag the retention tag to keep the data by, or null for the policy's
     */
    public static String toBackUp(String rule, @Nullable String tag) {
        ObjectNode body = Fields.MAPPER.createObjectNode();
        ObjectNode options = body.putObject("backupRuleOptions").put("ruleName", rule);
        ObjectNode trigger = options.putObject("triggerOption");
        if (tag != null) {
            trigger.put("retentionTagOverride", tag);
        }
        return body.toString();
    }

    /** For {@code POST .../sync}. */
    public static String toSync(boolean force) {
        return Fields.MAPPER
                .createObjectNode()
                .put("syncType", force ? "ForceResync" : "Default")
                .toString();
    }

    private static ObjectNode properties(String raw, ResourceId policy) {
        JsonNode shown = new Fields(parsed(raw)).at("properties").node();
        ObjectNode properties =
                shown instanceof ObjectNode object ? object.deepCopy() : Fields.MAPPER.createObjectNode();
        STATES.forEach(name -> remove(properties, name));
        String spelling = Fields.spelling(properties, "policyInfo");
        ObjectNode info = spelling != null && properties.get(spelling) instanceof ObjectNode known
                ? known
                : properties.putObject("policyInfo");
        remove(info, "policyVersion");
        remove(info, "policyId");
        info.put("policyId", policy.toString());
        if (Fields.spelling(properties, "objectType") == null) {
            properties.put("objectType", "BackupInstance");
        }
        return properties;
    }

    private static void remove(ObjectNode object, String name) {
        String spelling = Fields.spelling(object, name);
        if (spelling != null) {
            object.remove(spelling);
        }
    }

    private static ObjectNode parsed(String json) {
        try {
            return (ObjectNode) Fields.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an instance holds JSON that was read before", e);
        }
    }
}
