package dpsh.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.arm.ResourceId;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is sent to change an instance: the service's own answer with another policy, and nothing that only the service writes. */
class InstanceChangeTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ResourceId POLICY = ResourceId.parse("/subscriptions/s/resourceGroups/g/providers"
            + "/Microsoft.DataProtection/backupVaults/v/backupPolicies/new-policy");

    /** The instance of az's recording (test resources, replay/protection.json). */
    private static ObjectNode recorded() throws IOException {
        JsonNode exchanges = JSON.readTree(Sample.of("replay/protection.json").text());
        return (ObjectNode) exchanges.get(0).get("responseBody");
    }

    @Test
    void thePutIsTheRecordedInstanceWithAnotherPolicyAndWithoutItsStates() throws IOException {
        ObjectNode expected = JSON.createObjectNode();
        ObjectNode properties = recorded().withObject("/properties").deepCopy();
        properties.remove("protectionStatus");
        properties.remove("currentProtectionState");
        properties.remove("provisioningState");
        properties.withObject("/policyInfo").put("policyId", POLICY.toString());
        expected.set("properties", properties);
        assertThat(JSON.readTree(InstanceChange.toPut(recorded().toString(), POLICY)))
                .isEqualTo(expected);
    }

    @Test
    void tagsAndSnapshotGroupAndWhatDpshDoesNotKnowStay() throws IOException {
        ObjectNode instance = recorded();
        instance.withObject("/tags").put("owner", "me");
        instance.withObject("/properties").put("somethingNew", 7);
        instance.withObject("/properties/policyInfo").put("policyVersion", "old");
        JsonNode put = JSON.readTree(InstanceChange.toPut(instance.toString(), POLICY));
        assertThat(put.at("/tags/owner").asText()).isEqualTo("me");
        assertThat(put.at("/properties/somethingNew").asInt()).isEqualTo(7);
        assertThat(put.at("/properties/policyInfo/policyParameters"))
                .isEqualTo(recorded().at("/properties/policyInfo/policyParameters"));
        assertThat(put.at("/properties/policyInfo/policyVersion").isMissingNode())
                .as("the old policy's version does not go with the new one")
                .isTrue();
    }

    @Test
    void oddSpellingsAreFoundAndNotDoubled() {
        String put = InstanceChange.toPut(
                "{\"Properties\":{\"PolicyInfo\":{\"policyID\":\"/x\"},\"CurrentProtectionState\":\"X\",\"ObjectType\":\"BackupInstance\"}}",
                POLICY);
        assertThat(put)
                .isEqualTo("{\"Properties\":{\"PolicyInfo\":{\"policyId\":\"" + POLICY
                        + "\"},\"ObjectType\":\"BackupInstance\"}}");
        assertThat(InstanceChange.policy(put)).isEqualTo(POLICY);
    }

    @Test
    void theValidationWrapsTheSameProperties() throws IOException {
        JsonNode validation = JSON.readTree(InstanceChange.toValidate(recorded().toString(), POLICY));
        JsonNode put = JSON.readTree(InstanceChange.toPut(recorded().toString(), POLICY));
        assertThat(validation.get("backupInstance")).isEqualTo(put.get("properties"));
        assertThat(validation.size()).isEqualTo(1);
    }

    /** The body that az sent (recording create_backup_delete_disk, 2025-11). */
    @Test
    void theBodyOfABackupIsTheRecordedOne() {
        assertThat(InstanceChange.toBackUp("BackupHourly", null))
                .isEqualTo("{\"backupRuleOptions\":{\"ruleName\":\"BackupHourly\",\"triggerOption\":{}}}");
        assertThat(InstanceChange.toBackUp("BackupHourly", "Weekly"))
                .endsWith("\"triggerOption\":{\"retentionTagOverride\":\"Weekly\"}}}");
    }

    @Test
    void syncNamesItsType() {
        assertThat(InstanceChange.toSync(false)).isEqualTo("{\"syncType\":\"Default\"}");
        assertThat(InstanceChange.toSync(true)).isEqualTo("{\"syncType\":\"ForceResync\"}");
    }
}
