package dpsh.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.InstanceDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Where the bodies that dpsh sends (the articles') and those of recorded traffic (the Azure CLI in 2025) differ, and why. The
 * lists in the tests are complete: a difference more, or one less, is red.
 */
class RecordedBodiesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String GROUP =
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/clitest-dpp-rg";
    private static final String VAULT =
            GROUP + "/providers/Microsoft.DataProtection/backupVaults/clitest-bkp-vault-donotdelete";
    private static final String INSTANCE_ID = "-b7e6f082-b310-11eb-8f55-9cfce85d4fa1";
    private static final InstanceDraft DISK = draft(
            DatasourceKind.DISK,
            "/providers/Microsoft.Compute/disks/clitest-disk-donotdelete",
            "diskpolicy",
            ResourceId.parse(GROUP));
    private static final InstanceDraft BLOB = draft(
            DatasourceKind.BLOB,
            "/providers/Microsoft.Storage/storageAccounts/clitestsadonotdelete",
            "blobpolicy",
            null);

    /** Why a member differs. */
    private enum Reason {
        /** The CLI's first validate spells it so; property names have no case for the service. dpsh: the contract's. */
        SPELLING("resourceID is spelled resourceId in the CLI's first validate; both are accepted"),
        /** The articles send an empty one, the CLI the resource's ID; the service takes both and never uses it. */
        EMPTY_URI("the articles send an empty resourceUri"),
        /** The service fills it with the resource's name when it is left out, as the articles do. */
        FILLED_BY_SERVICE("friendlyName is the service's to fill"),
        /** Explicit nulls of the CLI's serializer say the same as absence. */
        NULL("a null is the same as nothing"),
        /** A copy of dataSourceInfo with another objectType; echoed when sent, not needed for an account by itself. */
        DATASOURCE_SET("dataSourceSetInfo repeats dataSourceInfo"),
        /** Containers belong to vaulted backup, which the recorded policy is; the article's is operational. */
        VAULTED("the recorded policy is vaulted and needs containers"),
        /** The CLI's test tags its instances; nobody asked dpsh to. */
        TAGS("tags are the CLI test's own"),
        /** The articles name the instance in the body as well as in the URL; the service takes it from the URL. */
        NAMED_IN_BODY("the articles repeat name and type in the body");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private static InstanceDraft draft(
            DatasourceKind kind,
            String resource,
            String policy,
            @org.jspecify.annotations.Nullable ResourceId snapshots) {
        ResourceId id = ResourceId.parse(GROUP + resource);
        return new InstanceDraft(
                id.name() + INSTANCE_ID,
                kind,
                id,
                new Location("centraluseuap"),
                ResourceId.parse(VAULT + "/backupPolicies/" + policy),
                snapshots,
                null);
    }

    /** Member paths of both bodies; a value that differs stands as {@code ours -> theirs}. */
    private static List<String> differences(String ours, String recorded) throws Exception {
        Map<String, String> mine = new TreeMap<>();
        Map<String, String> theirs = new TreeMap<>();
        collect("", JSON.readTree(ours), mine);
        collect("", JSON.readTree(Sample.of("recorded/requests.json").text()).get(recorded), theirs);
        TreeSet<String> all = new TreeSet<>(mine.keySet());
        all.addAll(theirs.keySet());
        List<String> differences = new ArrayList<>();
        for (String path : all) {
            if (!theirs.containsKey(path)) {
                differences.add("only ours " + path);
            } else if (!mine.containsKey(path)) {
                differences.add("only theirs " + path);
            } else if (!mine.get(path).equals(theirs.get(path))) {
                differences.add("other value " + path);
            }
        }
        return differences;
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

    private static void expect(String ours, String recorded, Map<String, Reason> table) throws Exception {
        assertThat(differences(ours, recorded))
                .as(table.values().stream()
                        .distinct()
                        .map(reason -> reason.words)
                        .toList()
                        .toString())
                .containsExactlyInAnyOrderElementsOf(table.keySet());
    }

    @Test
    void theFirstValidationOfADisk() throws Exception {
        String info = "/backupInstance/dataSourceInfo/";
        expect(
                InstanceBody.toValidate(DISK),
                "disk-validate-first",
                Map.of(
                        "only ours " + info + "resourceID",
                        Reason.SPELLING,
                        "only theirs " + info + "resourceId",
                        Reason.SPELLING,
                        "other value " + info + "resourceUri",
                        Reason.EMPTY_URI,
                        "only theirs /backupInstance/dataSourceSetInfo",
                        Reason.NULL,
                        "only theirs /backupInstance/datasourceAuthCredentials",
                        Reason.NULL,
                        "only theirs /backupInstance/friendlyName",
                        Reason.FILLED_BY_SERVICE));
    }

    @Test
    void theSecondValidationOfADisk() throws Exception {
        expect(
                InstanceBody.toValidate(DISK),
                "disk-validate-second",
                Map.of(
                        "other value /backupInstance/dataSourceInfo/resourceUri", Reason.EMPTY_URI,
                        "only theirs /backupInstance/friendlyName", Reason.FILLED_BY_SERVICE));
    }

    @Test
    void theCreationOfADisksInstance() throws Exception {
        expect(
                InstanceBody.toCreate(DISK),
                "disk-create",
                Map.of(
                        "only ours /name", Reason.NAMED_IN_BODY,
                        "only ours /type", Reason.NAMED_IN_BODY,
                        "other value /properties/dataSourceInfo/resourceUri", Reason.EMPTY_URI,
                        "only theirs /properties/friendlyName", Reason.FILLED_BY_SERVICE,
                        "only theirs /tags/Owner", Reason.TAGS,
                        "only theirs /tags/Purpose", Reason.TAGS));
    }

    @Test
    void theValidationsOfAStorageAccount() throws Exception {
        String info = "/backupInstance/dataSourceInfo/";
        Map<String, Reason> table = new TreeMap<>(vaultedBlob("/backupInstance"));
        expect(InstanceBody.toValidate(BLOB), "blob-validate-second", table);
        table.put("only ours " + info + "resourceID", Reason.SPELLING);
        table.put("only theirs " + info + "resourceId", Reason.SPELLING);
        table.put("only theirs /backupInstance/dataSourceSetInfo/resourceId", Reason.DATASOURCE_SET);
        table.remove("only theirs /backupInstance/dataSourceSetInfo/resourceID");
        table.put("only theirs /backupInstance/datasourceAuthCredentials", Reason.NULL);
        expect(InstanceBody.toValidate(BLOB), "blob-validate-first", table);
    }

    @Test
    void theCreationOfAStorageAccountsInstance() throws Exception {
        Map<String, Reason> table = new TreeMap<>(vaultedBlob("/properties"));
        table.put("only ours /name", Reason.NAMED_IN_BODY);
        table.put("only ours /type", Reason.NAMED_IN_BODY);
        table.put("only theirs /tags/Owner", Reason.TAGS);
        table.put("only theirs /tags/Purpose", Reason.TAGS);
        expect(InstanceBody.toCreate(BLOB), "blob-create", table);
    }

    private static Map<String, Reason> vaultedBlob(String root) {
        Map<String, Reason> table = new TreeMap<>();
        table.put("other value " + root + "/dataSourceInfo/resourceUri", Reason.EMPTY_URI);
        table.put("only theirs " + root + "/friendlyName", Reason.FILLED_BY_SERVICE);
        for (String member : List.of(
                "datasourceType",
                "objectType",
                "resourceID",
                "resourceLocation",
                "resourceName",
                "resourceType",
                "resourceUri")) {
            table.put("only theirs " + root + "/dataSourceSetInfo/" + member, Reason.DATASOURCE_SET);
        }
        String parameters = "only theirs " + root + "/policyInfo/policyParameters/backupDatasourceParametersList/0/";
        table.put(parameters + "objectType", Reason.VAULTED);
        table.put(parameters + "containersList/0", Reason.VAULTED);
        return table;
    }
}
