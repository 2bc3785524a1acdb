package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArmResourcesTest {
    private static final String GROUP = Wire.OPERATIONS + "/resourceGroups/RG-DiskBackup";
    private static final String ARM = "?api-version=2022-09-01";
    private static final String COMPUTE = "?api-version=2023-04-02";
    private static final String STORAGE = "?api-version=2023-05-01";
    private static final String IDENTITY = "?api-version=2023-01-31";

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    private static String disk(String name) {
        return GROUP + "/providers/Microsoft.Compute/disks/" + name + COMPUTE;
    }

    private static String snapshot(String name) {
        return GROUP + "/providers/Microsoft.Compute/snapshots/" + name + COMPUTE;
    }

    private static String account(String name) {
        return GROUP + "/providers/Microsoft.Storage/storageAccounts/" + name + STORAGE;
    }

    private Wire.Reply patch(String path, String body) {
        return wire.send("PATCH", path, body, Map.of());
    }

    private List<String> names(String path) {
        List<String> names = new ArrayList<>();
        for (String next = path; !next.isEmpty(); ) {
            JsonNode page = wire.follow(next).body();
            page.path("value").forEach(row -> names.add(row.path("name").asText()));
            next = page.path("nextLink").asText();
        }
        return names;
    }

    @Test
    void groupIsMadeTaggedAndGoneWithAllThatIsInIt() {
        String group = Wire.OPERATIONS + "/resourcegroups/fresh-rg";
        Wire.Reply made = wire.put(group + ARM, "{\"location\":\"westus\",\"tags\":{\"env\":\"test\"}}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("properties").path("provisioningState").asText())
                .isEqualTo("Succeeded");
        assertThat(wire.put(group + ARM, "{\"location\":\"westus\"}").status()).isEqualTo(200);
        assertThat(wire.put(group + ARM, "{\"location\":\"eastus\"}").errorCode())
                .isEqualTo("InvalidResourceGroupLocation");
        assertThat(wire.put(group + ARM, "{}").errorCode()).isEqualTo("LocationRequired");
        assertThat(patch(group + ARM, "{\"tags\":{\"a\":\"b\"}}")
                        .body()
                        .path("tags")
                        .path("a")
                        .asText())
                .isEqualTo("b");
        String inside = group + "/providers/Microsoft.Compute/disks/d1" + COMPUTE;
        wire.put(
                inside,
                "{\"location\":\"westus\",\"properties\":{\"creationData\":{\"createOption\":\"Empty\"},"
                        + "\"diskSizeGB\":4}}");

        Wire.Reply accepted = wire.delete(group + ARM);
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("Retry-After")).isEqualTo("15");
        assertThat(wire.get(group + ARM)
                        .body()
                        .path("properties")
                        .path("provisioningState")
                        .asText())
                .isEqualTo("Deleting");
        assertThat(wire.put(group + ARM, "{\"location\":\"westus\"}").errorCode())
                .isEqualTo("ResourceGroupBeingDeleted");
        Wire.Reply waiting = wire.follow(accepted.header("Location"));
        assertThat(waiting.status()).isEqualTo(202);
        wire.pass(60);
        assertThat(wire.follow(waiting.header("Location")).status()).isEqualTo(200);
        assertThat(wire.get(group + ARM).errorCode()).isEqualTo("ResourceGroupNotFound");
        wire.put(group + ARM, "{\"location\":\"westus\"}");
        assertThat(wire.get(inside).errorCode()).isEqualTo("ResourceNotFound");
    }

    @Test
    void groupOfAVaultThatProtectsStays() {
        String group = Wire.OPERATIONS + "/resourceGroups/PaygRG";
        Wire.Reply accepted = wire.delete(group + ARM);
        wire.pass(60);

        assertThat(wire.follow(accepted.header("Location")).errorCode()).isEqualTo("ResourceGroupDeletionBlocked");
        assertThat(wire.get(group + ARM)
                        .body()
                        .path("properties")
                        .path("provisioningState")
                        .asText())
                .isEqualTo("Succeeded");
    }

    @Test
    void diskIsMadeChangedAndDeletedWithItsTwoUrls() {
        Wire.Reply made = wire.put(
                disk("new-disk"),
                "{\"location\":\"westus\",\"tags\":{\"env\":\"test\"},\"sku\":{\"name\":\"Premium_LRS\"},"
                        + "\"properties\":{\"hyperVGeneration\":\"V1\",\"creationData\":{\"createOption\":\"Empty\"},"
                        + "\"diskSizeGB\":4,\"unheardOf\":{\"a\":1}}}");

        assertThat(made.status()).isEqualTo(202);
        assertThat(made.body().path("properties").path("provisioningState").asText())
                .isEqualTo("Updating");
        String status = made.header("Azure-AsyncOperation");
        assertThat(status).contains("/locations/westus/DiskOperations/").contains("?p=");
        assertThat(made.header("Location")).contains("&monitor=true&api-version=2023-04-02");
        assertThat(wire.follow(status).body().path("status").asText()).isEqualTo("InProgress");
        assertThat(wire.follow(made.header("Location")).status()).isEqualTo(202);
        wire.pass(2);
        JsonNode ended = wire.follow(status).body();
        assertThat(ended.path("status").asText()).isEqualTo("Succeeded");
        assertThat(ended.path("properties").path("output").path("name").asText())
                .isEqualTo("new-disk");
        assertThat(wire.follow(made.header("Location")).body().path("id").asText())
                .endsWith("/disks/new-disk");
        JsonNode disk = wire.get(disk("NEW-DISK")).body();
        assertThat(disk.path("properties").path("unheardOf").path("a").asInt()).isEqualTo(1);
        assertThat(disk.path("properties").path("diskSizeBytes").asLong()).isEqualTo(4294967296L);
        assertThat(disk.path("sku").path("tier").asText()).isEqualTo("Premium");

        assertThat(patch(disk("new-disk"), "{\"tags\":{\"env\":\"prod\"}}").status())
                .isEqualTo(202);
        assertThat(wire.get(disk("new-disk")).body().path("tags").path("env").asText())
                .isEqualTo("prod");
        Wire.Reply deleted = wire.delete(disk("new-disk"));
        assertThat(deleted.status()).isEqualTo(202);
        wire.pass(2);
        assertThat(wire.follow(deleted.header("Location")).status()).isEqualTo(200);
        assertThat(wire.follow(deleted.header("Azure-AsyncOperation"))
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("Succeeded");
        assertThat(wire.delete(disk("new-disk")).status()).isEqualTo(204);
    }

    @Test
    void snapshotIsCopiedFromADiskAndADiskFromASnapshot() {
        String copy = "{\"location\":\"westus\",\"properties\":{\"incremental\":true,\"creationData\":"
                + "{\"createOption\":\"Copy\",\"sourceResourceId\":\"%s\"}}}";
        assertThat(wire.put(snapshot("snap-1"), copy.formatted(Wire.DISK)).status())
                .isEqualTo(202);
        JsonNode snapshot = wire.get(snapshot("snap-1")).body();
        assertThat(snapshot.path("properties").path("diskSizeGB").asInt()).isEqualTo(128);
        assertThat(snapshot.path("properties").path("incremental").asBoolean()).isTrue();
        assertThat(names(GROUP + "/providers/Microsoft.Compute/snapshots" + COMPUTE))
                .containsExactly("snap-1");
        wire.put(disk("from-snap"), copy.formatted(snapshot.path("id").asText()));
        assertThat(wire.get(disk("from-snap"))
                        .body()
                        .path("properties")
                        .path("diskSizeGB")
                        .asInt())
                .isEqualTo(128);
        assertThat(wire.put(disk("from-none"), copy.formatted(GROUP + "/providers/Microsoft.Compute/snapshots/none"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void snapshotsOfRecoveryPointsStandInTheirGroup() {
        String group = Wire.OPERATIONS + "/resourceGroups/snapshot-rg-east/providers/Microsoft.Compute/snapshots";
        List<String> names = names(group + COMPUTE);

        assertThat(names).isNotEmpty().allMatch(name -> name.startsWith("AzureBackup_"));
        JsonNode first = wire.get(group + "/" + names.get(0) + COMPUTE).body();
        assertThat(first.path("properties").path("incremental").asBoolean()).isTrue();
        assertThat(first.path("properties")
                        .path("creationData")
                        .path("sourceResourceId")
                        .asText())
                .endsWith("/disks/disk-east-02");
        assertThat(first.path("location").asText()).isEqualTo("eastus");
        assertThat(wire.delete(group + "/" + names.get(0) + COMPUTE).status()).isEqualTo(202);
        assertThat(names(group + COMPUTE)).hasSize(names.size() - 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; LocationRequired",
                "{\"location\":\"eastus\",\"properties\":{}}; InvalidResourceLocation",
                "{\"location\":\"westus\",\"properties\":{}}; ",
                "[; InvalidRequestContent"
            })
    void bodiesOfDisksAreChecked(String body, String code) {
        Wire.Reply reply = wire.put(disk("msdiskbackup"), body);

        assertThat(reply.errorCode()).isEqualTo(code == null ? "" : code);
        Wire.Reply fresh = wire.put(disk("another"), "{\"location\":\"westus\",\"properties\":{}}");
        assertThat(fresh.errorCode()).isEqualTo("InvalidParameter");
        assertThat(fresh.body().path("error").path("target").asText()).isEqualTo("disk.creationData");
    }

    @Test
    void accountIsMadeWithALocationToWaitAt() {
        String body = "{\"location\":\"westus\",\"kind\":\"StorageV2\",\"sku\":{\"name\":\"Standard_LRS\"}}";
        Wire.Reply made = wire.put(account("freshaccount"), body);
        assertThat(made.status()).isEqualTo(202);
        assertThat(made.header("Azure-AsyncOperation")).isEmpty();
        assertThat(wire.follow(made.header("Location")).status()).isEqualTo(202);
        wire.pass(17);
        assertThat(wire.follow(made.header("Location")).body().path("name").asText())
                .isEqualTo("freshaccount");
        assertThat(wire.put(account("freshaccount"), body).status()).isEqualTo(200);
        assertThat(wire.put(account("msblobbackup"), body).errorCode()).isEqualTo("StorageAccountAlreadyTaken");
        assertThat(wire.put(account("Not-A-Name"), body).errorCode()).isEqualTo("AccountNameInvalid");
        assertThat(wire.post(
                                Wire.OPERATIONS + "/providers/Microsoft.Storage/checkNameAvailability" + STORAGE,
                                "{\"name\":\"msblobbackup\",\"type\":\"Microsoft.Storage/storageAccounts\"}")
                        .body()
                        .path("reason")
                        .asText())
                .isEqualTo("AlreadyExists");
        assertThat(wire.delete(account("freshaccount")).status()).isEqualTo(200);
        assertThat(wire.delete(account("freshaccount")).status()).isEqualTo(204);
    }

    @Test
    void containersLiveInTheirAccount() {
        String containers = Wire.ACCOUNT + "/blobServices/default/containers";
        assertThat(wire.get(containers + STORAGE).body().path("value")).isEmpty();
        assertThat(wire.put(containers + "/c-one" + STORAGE, "{}").status()).isEqualTo(201);
        assertThat(wire.put(containers + "/c-one" + STORAGE, "{}").status()).isEqualTo(200);
        assertThat(wire.put(containers + "/NotGood" + STORAGE, "{}").status()).isEqualTo(400);
        assertThat(names(containers + STORAGE)).containsExactly("c-one");
        assertThat(wire.get(containers + "/c-one" + STORAGE)
                        .body()
                        .path("properties")
                        .path("leaseState")
                        .asText())
                .isEqualTo("Available");
        assertThat(wire.delete(containers + "/c-one" + STORAGE).status()).isEqualTo(200);
        assertThat(wire.get(containers + "/c-one" + STORAGE).errorCode()).isEqualTo("ContainerNotFound");
    }

    @Test
    void protectionTurnsTheSettingsOfTheBlobServiceOn() {
        String service = Wire.ACCOUNT + "/blobServices/default" + STORAGE;
        JsonNode before = wire.get(service).body().path("properties");
        assertThat(before.path("deleteRetentionPolicy").path("enabled").asBoolean())
                .isFalse();
        assertThat(before.has("restorePolicy")).isFalse();
        wire.grant();
        wire.protect("blobs", Wire.blobProtection());
        wire.pass(200);

        JsonNode after = wire.get(service).body().path("properties");
        assertThat(after.path("isVersioningEnabled").asBoolean()).isTrue();
        assertThat(after.path("changeFeed").path("enabled").asBoolean()).isTrue();
        assertThat(after.path("restorePolicy").path("days").asInt()).isEqualTo(30);
        assertThat(after.path("deleteRetentionPolicy").path("days").asInt()).isEqualTo(35);
    }

    @Test
    void userAssignedIdentityHasAPrincipalThatCanHoldRoles() {
        String identity = GROUP + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/uami" + IDENTITY;
        Wire.Reply made = wire.put(identity, "{\"location\":\"westus\"}");
        assertThat(made.status()).isEqualTo(201);
        String principal = made.body().path("properties").path("principalId").asText();
        String assignment = "11111111-0000-0000-0000-0000000000aa";
        assertThat(wire.assign(Wire.DISK, assignment, Wire.READER, principal).errorCode())
                .isEqualTo("PrincipalNotFound");
        wire.pass(15);
        assertThat(wire.assign(Wire.DISK, assignment, Wire.READER, principal).status())
                .isEqualTo(201);
        assertThat(wire.put(identity, "{\"location\":\"westus\"}").status()).isEqualTo(200);
        assertThat(names(Wire.OPERATIONS + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities" + IDENTITY))
                .containsExactly("uami");
        assertThat(wire.delete(identity).status()).isEqualTo(200);
        assertThat(wire.delete(identity).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "resourceType eq 'Microsoft.Compute/disks'; 7",
                "resourceType eq 'microsoft.dataprotection/backupvaults'; 2",
                "tagName eq 'env' and tagValue eq 'prod'; 4",
                "name eq 'msdiskbackup' or name eq 'shared-data'; 2",
                "substringof('disk-', name) and location eq 'eastus'; 2",
                "startswith(tagName, 'en') and (resourceGroup eq 'rg-diskbackup'); 5"
            })
    void resourcesAreFiltered(String filter, int count) {
        String query = "&$filter=" + filter.replace(" ", "%20").replace("'", "%27");

        assertThat(names(Wire.OPERATIONS + "/resources" + ARM + query + "&$top=2"))
                .hasSize(count);
    }

    @Test
    void resourcesAreListedWithoutPropertiesInPagesThatKeepTheQuery() {
        JsonNode first = wire.get(GROUP + "/resources" + ARM + "&$top=3").body();

        assertThat(first.path("value")).hasSize(3);
        assertThat(first.path("value").path(0).has("properties")).isFalse();
        assertThat(first.path("nextLink").asText()).contains("$top=3").contains("$skipToken=");
        assertThat(names(GROUP + "/resources" + ARM + "&$top=3")).hasSize(7);
        assertThat(wire.get(GROUP + "/resources" + ARM + "&$filter=name%20is%20x")
                        .errorCode())
                .isEqualTo("InvalidFilterInQueryString");
        assertThat(names(Wire.OPERATIONS + "/resourcegroups" + ARM + "&$top=1")).hasSize(5);
    }

    @Test
    void providersAndLocationsAreTold() {
        JsonNode compute =
                wire.get(Wire.OPERATIONS + "/providers/microsoft.compute" + ARM).body();
        assertThat(compute.path("namespace").asText()).isEqualTo("Microsoft.Compute");
        assertThat(compute.path("registrationState").asText()).isEqualTo("Registered");
        assertThat(compute.path("resourceTypes").findValuesAsText("resourceType"))
                .contains("disks", "snapshots");
        assertThat(wire.post(Wire.OPERATIONS + "/providers/Microsoft.DataProtection/register" + ARM, "")
                        .body()
                        .path("registrationState")
                        .asText())
                .isEqualTo("Registered");
        assertThat(wire.get(Wire.OPERATIONS + "/providers" + ARM).body().path("value"))
                .hasSize(7);
        assertThat(wire.get("/providers/Microsoft.Nothing" + ARM).errorCode()).isEqualTo("InvalidResourceNamespace");
        assertThat(names(Wire.OPERATIONS + "/locations" + ARM)).contains("westus", "eastus");
    }

    @ParameterizedTest
    @CsvSource({
        "{G}/providers/Microsoft.Compute/disks/msdiskbackup?api-version=2010-01-01, 400, NoRegisteredProviderFound",
        "{G}/providers/Microsoft.Compute/disks?api-version=2010-01-01, 404, InvalidResourceType",
        "{G}/providers/Microsoft.Compute/disks?api-version=banana, 400, InvalidApiVersionParameter",
        "{G}?api-version=2021-03-01, 400, InvalidApiVersionParameter",
        "{G}/providers/Microsoft.Storage/storageAccounts?api-version=2020-06-01, 404, InvalidResourceType",
        "{G}/providers/Microsoft.Authorization/roleAssignments?api-version=2017-12-01, 404, InvalidResourceType",
        "{G}/providers/Microsoft.Compute/virtualMachines?api-version=2023-03-01, 404, InvalidResourceType"
    })
    void apiVersionsThatWereNeverPublishedAreRefused(String path, int status, String code) {
        Wire.Reply reply = wire.get(path.replace("{G}", GROUP));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.errorCode()).isEqualTo(code);
    }

    @Test
    void refusalOfAnApiVersionListsTheSupportedOnes() {
        assertThat(wire.get(Wire.DISK + "?api-version=2010-01-01")
                        .body()
                        .path("error")
                        .path("message")
                        .asText())
                .startsWith("No registered resource provider found for location 'westus' and API version '2010-01-01'"
                        + " for type 'disks'. The supported api-versions are '2016-04-30-preview, 2017-03-30, ")
                .contains("The supported locations are 'eastus, ");
    }
}
