package dpsh.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.InstanceDraft;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The bodies that dpsh builds are the articles' bodies, member by member, with the articles' own IDs and masks. */
class ArticleBodiesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MASK = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxxx";
    private static final String VAULT = "/subscriptions/" + MASK
            + "/resourceGroups/TestBkpVaultRG/providers/Microsoft.DataProtection/backupVaults/testBkpVault";
    private static final InstanceDraft DISK = new InstanceDraft(
            "msdiskbackup-2dc6eb5b-d008-4d68-9e49-7132d99da0ed",
            DatasourceKind.DISK,
            ResourceId.parse("/subscriptions/" + MASK
                    + "/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/msdiskbackup"),
            new Location("westUS"),
            ResourceId.parse(VAULT + "/backupPolicies/DiskBackup-Policy"),
            ResourceId.parse("/subscriptions/xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx/resourcegroups/snapshot-rg"),
            null);

    private static InstanceDraft blob(String location) {
        return new InstanceDraft(
                "msblobbackup-f2df34eb-5628-4570-87b2-0331d797c67d",
                DatasourceKind.BLOB,
                ResourceId.parse("/subscriptions/" + MASK
                        + "/resourceGroups/RG-BlobBackup/providers/Microsoft.Storage/storageAccounts/msblobbackup"),
                new Location(location),
                ResourceId.parse(VAULT + "/backupPolicies/BlobBackup-Policy"),
                null,
                null);
    }

    private static Map<String, String> members(String json) throws Exception {
        Map<String, String> members = new TreeMap<>();
        collect("", JSON.readTree(json), members);
        return members;
    }

    private static void collect(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(path + "/" + member.getKey(), member.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), into);
            }
        } else {
            into.put(path, node.toString());
        }
    }

    @Test
    void theDiskArticlesBodyToValidateIsSentAsItStands() throws Exception {
        assertThat(members(InstanceBody.toValidate(DISK)))
                .isEqualTo(
                        members(Sample.of("articles/disk-validate-request.json").text()))
                .hasSize(12);
    }

    @Test
    void theDiskArticlesBodyToCreateIsSentAsItStands() throws Exception {
        assertThat(members(InstanceBody.toCreate(DISK)))
                .isEqualTo(
                        members(Sample.of("articles/disk-create-request.json").text()))
                .hasSize(14);
    }

    @Test
    void theBlobArticlesBodyToValidateIsSentAsItStands() throws Exception {
        assertThat(members(InstanceBody.toValidate(blob("westUS"))))
                .isEqualTo(
                        members(Sample.of("articles/blob-validate-request.json").text()))
                .hasSize(9);
    }

    /** The article writes {@code datasourceinfo} in this one body; the contract and its other bodies {@code dataSourceInfo}. */
    @Test
    void theBlobArticlesBodyToCreateDiffersInOneSpelling() throws Exception {
        ObjectNode article = (ObjectNode)
                JSON.readTree(Sample.of("articles/blob-create-request.json").text());
        ObjectNode properties = (ObjectNode) article.get("properties");
        properties.set("dataSourceInfo", properties.remove("datasourceinfo"));
        assertThat(members(InstanceBody.toCreate(blob("westus"))))
                .isEqualTo(members(article.toString()))
                .hasSize(11);
    }

    @Test
    void aBodyThatWasGivenIsSentWithEverythingThatStoodInIt() throws Exception {
        String given = "{\"objectType\":\"BackupInstance\",\"validationType\":\"DeepValidation\",\"big\":1.50}";
        InstanceDraft draft = new InstanceDraft(
                "n", DISK.kind(), DISK.datasource(), DISK.location(), DISK.policy(), DISK.snapshotGroup(), given);
        assertThat(InstanceBody.toValidate(draft)).isEqualTo("{\"backupInstance\":" + given + "}");
        assertThat(members(InstanceBody.toCreate(draft)))
                .containsEntry("/name", "\"n\"")
                .containsEntry("/properties/validationType", "\"DeepValidation\"");
    }
}
