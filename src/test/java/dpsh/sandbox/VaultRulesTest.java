package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vault may say, what it answers in which version, and how it is deleted and brought back. */
class VaultRulesTest {
    private static final String GROUP = Wire.OPERATIONS + "/resourceGroups/TestBkpVaultRG";
    private static final String PROVIDER = "/providers/Microsoft.DataProtection";
    private static final String VAULT = GROUP + PROVIDER + "/backupVaults/ruled";
    private static final String LATEST = "?api-version=2026-06-01";
    private static final String USER = GROUP + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/backup-id";

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    private static String body(String more) {
        return "{\"location\":\"westus\",\"identity\":{\"type\":\"SystemAssigned\"},\"properties\":{"
                + "\"storageSettings\":[{\"datastoreType\":\"VaultStore\",\"type\":\"GeoRedundant\"}]" + more + "}}";
    }

    private static String security(String settings) {
        return ",\"securitySettings\":{" + settings + "}";
    }

    private Wire.Reply put(String body) {
        return wire.put(VAULT + "?api-version=2025-07-01", body);
    }

    private Wire.Reply patch(String properties) {
        return wire.send("PATCH", VAULT + "?api-version=2025-07-01", "{\"properties\":{" + properties + "}}", Map.of());
    }

    private JsonNode properties(String version) {
        return wire.get(VAULT + "?api-version=" + version).body().path("properties");
    }

    @Test
    void unchangedPutIsDoneAtOnce() {
        put(body(""));
        wire.pass(1);

        Wire.Reply same = put(body(""));
        Wire.Reply other = put(body(security("\"softDeleteSettings\":{\"state\":\"off\"}")));

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.header("Azure-AsyncOperation")).isEmpty();
        assertThat(same.body().at("/properties/provisioningState").asText()).isEqualTo("Succeeded");
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.body().at("/properties/provisioningState").asText()).isEqualTo("Updating");
        assertThat(other.body()
                        .at("/properties/securitySettings/softDeleteSettings")
                        .toString())
                .isEqualTo("{\"state\":\"off\",\"retentionDurationInDays\":0.0}");
    }

    @Test
    void newVaultTellsWhoMadeIt() {
        String made = put(body("")).header("x-ms-arm-resource-system-data");
        wire.pass(1);
        String changed = patch("\"securitySettings\":{\"immutabilitySettings\":{\"state\":\"Unlocked\"}}")
                .header("x-ms-arm-resource-system-data");

        assertThat(made).contains("\"createdBy\":", "\"lastModifiedAt\":");
        assertThat(changed).contains("\"lastModifiedAt\":").doesNotContain("createdBy");
    }

    @Test
    void scoresFollowTheSettings() {
        put(body(security("\"immutabilitySettings\":{\"state\":\"Locked\"}")
                + ",\"featureSettings\":{\"crossRegionRestoreSettings\":{\"state\":\"Enabled\"}}"));

        assertThat(properties("2025-07-01").path("secureScore").asText()).isEqualTo("Adequate");
        assertThat(properties("2025-07-01").path("bcdrSecurityLevel").asText()).isEqualTo("Good");
    }

    @Test
    void softDeleteIsOnUnlessSaid() {
        put(body(""));

        assertThat(properties("2025-07-01")
                        .at("/securitySettings/softDeleteSettings")
                        .toString())
                .isEqualTo("{\"state\":\"On\",\"retentionDurationInDays\":14.0}");
    }

    @Test
    void laterVersionsTellMore() {
        put(body(""));

        assertThat(properties("2022-12-01").has("secureScore")).isFalse();
        assertThat(properties("2024-03-01").path("secureScore").asText()).isEqualTo("None");
        assertThat(properties("2023-05-01").has("replicatedRegions")).isFalse();
        assertThat(properties("2024-03-01").has("replicatedRegions")).isTrue();
        assertThat(properties("2024-03-01").has("bcdrSecurityLevel")).isFalse();
        assertThat(properties("2024-04-01").path("replicatedRegions").toString())
                .isEqualTo("[\"eastus\"]");
        assertThat(properties("2025-09-01").path("crossRegionBackupSettings").asText())
                .isEqualTo("NotApplicable");
        assertThat(properties("2026-06-01").at("/regionOfChoiceSettings/status").asText())
                .isEqualTo("NotApplicable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"softDeleteSettings\":{\"state\":\"Enabled\"}",
                "\"softDeleteSettings\":{\"state\":\"On\",\"retentionDurationInDays\":13}",
                "\"softDeleteSettings\":{\"state\":\"On\",\"retentionDurationInDays\":181}",
                "\"softDeleteSettings\":{\"state\":\"On\",\"retentionDurationInDays\":\"long\"}",
                "\"softDeleteSettings\":{\"retentionDurationInDays\":14}",
                "\"immutabilitySettings\":{\"state\":\"Frozen\"}"
            })
    void settingThatIsNoneIsRefused(String setting) {
        Wire.Reply refused = put(body(security(setting)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("BMSUserErrorInvalidInput");
        assertThat(wire.get(VAULT + "?api-version=2025-07-01").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"location\":\"westus\" | \"location\":\"mars\" | LocationNotAvailableForResourceType",
                "\"location\":\"westus\" | \"location\":5 | LocationRequired",
                "\"location\" | \"tags\":\"x\",\"location\" | InvalidRequestContent",
                "\"location\" | \"tags\":{\"a\":5},\"location\" | InvalidRequestContent",
                "\"LocallyRedundant\" | 5 | BMSUserErrorInvalidInput",
                "[{\"datastoreType\":\"VaultStore\",\"type\":\"LocallyRedundant\"}] | \"x\" | BMSUserErrorInvalidInput"
            })
    void partOfTheWrongKindIsRefused(String part, String other, String code) {
        Wire.Reply refused =
                put(body("").replace("GeoRedundant", "LocallyRedundant").replace(part, other));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo(code);
    }

    @Test
    void alwaysOnAndLockedAreForEver() {
        put(body(security("\"softDeleteSettings\":{\"state\":\"AlwaysOn\"},"
                + "\"immutabilitySettings\":{\"state\":\"Locked\"}")));

        assertThat(patch("\"securitySettings\":{\"softDeleteSettings\":{\"state\":\"Off\"}}")
                        .errorCode())
                .isEqualTo("BMSUserErrorInvalidInput");
        assertThat(patch("\"securitySettings\":{\"immutabilitySettings\":{\"state\":\"Disabled\"}}")
                        .errorCode())
                .isEqualTo("BMSUserErrorInvalidInput");
        assertThat(properties("2025-07-01").path("secureScore").asText()).isEqualTo("Maximum");
    }

    @Test
    void patchTouchesOnlyWhatItNames() {
        put(body(security("\"softDeleteSettings\":{\"state\":\"On\",\"retentionDurationInDays\":20},"
                + "\"immutabilitySettings\":{\"state\":\"Disabled\"}")));

        Wire.Reply patched = patch("\"securitySettings\":{\"immutabilitySettings\":{\"state\":\"Unlocked\"}}");

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.body()
                        .at("/properties/securitySettings/softDeleteSettings/retentionDurationInDays")
                        .toString())
                .isEqualTo("20.0");
        assertThat(patched.body()
                        .at("/properties/securitySettings/immutabilitySettings/state")
                        .asText())
                .isEqualTo("Unlocked");
        assertThat(patched.body().at("/identity/type").asText()).isEqualTo("SystemAssigned");
    }

    @Test
    void userAssignedIdentityIsKnownOnceProvisioned() {
        String both = body("").replace(
                        "{\"type\":\"SystemAssigned\"}",
                        "{\"type\":\"systemAssigned, UserAssigned\",\"userAssignedIdentities\":{\"" + USER + "\":{}}}");

        JsonNode made = put(both).body().path("identity");
        wire.pass(1);
        JsonNode known = wire.get(VAULT + "?api-version=2025-07-01").body().path("identity");

        assertThat(made.path("type").asText()).isEqualTo("SystemAssigned,UserAssigned");
        assertThat(made.path("userAssignedIdentities").path(USER).toString()).isEqualTo("{}");
        assertThat(known.path("userAssignedIdentities")
                        .path(USER)
                        .path("principalId")
                        .asText())
                .hasSize(36)
                .isNotEqualTo(known.path("principalId").asText());
    }

    @Test
    void userAssignedIdentityIsShownAsItSaysItself() {
        JsonNode own = wire.put(USER + "?api-version=2023-01-31", "{\"location\":\"westus\"}")
                .body()
                .path("properties");
        put(body("").replace(
                        "{\"type\":\"SystemAssigned\"}",
                        "{\"type\":\"UserAssigned\",\"userAssignedIdentities\":{\"" + USER + "\":{}}}"));
        wire.pass(1);

        JsonNode shown = wire.get(VAULT + "?api-version=2025-07-01")
                .body()
                .path("identity")
                .path("userAssignedIdentities")
                .path(USER);
        assertThat(shown.path("principalId").asText())
                .isEqualTo(own.path("principalId").asText())
                .hasSize(36);
        assertThat(shown.path("clientId").asText())
                .isEqualTo(own.path("clientId").asText())
                .hasSize(36);
    }

    @Test
    void userAssignedIdentityOfAnEstateIsShownAsItSaysItself() throws IOException {
        String estate = """
                {"format":1,"tenant":"aaaabbbb-0000-cccc-1111-dddd2222eeee",
                "identities":[{"id":"USER","name":"backup-id","location":"westus","properties":{
                "principalId":"11112222-3333-4444-5555-666677778888","clientId":"22223333-4444-5555-6666-777788889999"}}],
                "vaults":[{"id":"VAULT","location":"westus","identity":{"type":"UserAssigned",
                "userAssignedIdentities":{"USER":{},"USER2":{"principalId":"a","clientId":"b"}}},"properties":{}}]}""".replace("USER", USER).replace("VAULT", VAULT);
        try (Wire loaded =
                Wire.in(SandboxEstate.load(new ByteArrayInputStream(estate.getBytes(StandardCharsets.UTF_8))))) {
            JsonNode users = loaded.get(VAULT + "?api-version=2025-07-01")
                    .body()
                    .path("identity")
                    .path("userAssignedIdentities");
            assertThat(users.path(USER).path("principalId").asText()).isEqualTo("11112222-3333-4444-5555-666677778888");
            assertThat(users.path(USER).path("clientId").asText()).isEqualTo("22223333-4444-5555-6666-777788889999");
            assertThat(users.path(USER + "2").path("principalId").asText()).isEqualTo("a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"tags\":\"x\"", "\"identity\":{\"type\":\"SelfAssigned\"}"})
    void refusedRequestChangesNothing(String wrong) {
        put(body(""));
        wire.pass(1);
        JsonNode before = wire.get(VAULT + "?api-version=2025-07-01").body();
        String unlocked = security("\"immutabilitySettings\":{\"state\":\"Unlocked\"}");
        String whole = body(unlocked).replaceFirst("\"identity\":\\{[^}]*}", wrong);
        String part = "{" + wrong + ",\"properties\":{" + unlocked.substring(1) + "}}";

        assertThat(put(whole).status()).isEqualTo(400);
        assertThat(wire.send("PATCH", VAULT + "?api-version=2025-07-01", part, Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(wire.get(VAULT + "?api-version=2025-07-01").body()).isEqualTo(before);
    }

    @Test
    void vaultWithoutIdentityHasNoIdentityMember() {
        JsonNode made =
                put(body("").replace("{\"type\":\"SystemAssigned\"}", "null")).body();

        assertThat(made.has("identity")).isFalse();
    }

    @Test
    void identityOfAnUnknownKindIsRefused() {
        assertThat(put(body("").replace("SystemAssigned", "SelfAssigned")).status())
                .isEqualTo(400);
    }

    @Test
    void deletedVaultComesBackWithItsSettingsAndPolicies() {
        put(body(security("\"softDeleteSettings\":{\"state\":\"AlwaysOn\",\"retentionDurationInDays\":30}")));
        String principal =
                wire.get(VAULT + LATEST).body().at("/identity/principalId").asText();
        Wire.Reply policy = wire.get(Wire.vault("/backupPolicies/DiskBackup-Policy", Wire.NEW));
        wire.put(VAULT + "/backupPolicies/mine" + LATEST, policy.raw().body());
        Wire.Reply deleting = wire.delete(VAULT + LATEST);
        wire.pass(1);

        String list = Wire.OPERATIONS + PROVIDER + "/locations/westus/deletedVaults";
        JsonNode deleted = wire.get(list + LATEST).body().path("value").path(0);
        assertThat(wire.get(VAULT + LATEST).status()).isEqualTo(404);
        assertThat(deleted.at("/properties/originalBackupVaultResourcePath").asText())
                .isEqualTo(VAULT);
        assertThat(wire.get(list + "/" + deleted.path("name").asText() + LATEST).body())
                .isEqualTo(deleted);
        assertThat(wire.follow(deleting.header("Location")).raw().body())
                .isEqualTo("{\"objectType\":\"OperationJobExtendedInfo\"}");

        Wire.Reply back = wire.send(
                "PUT",
                VAULT + LATEST,
                "{\"location\":\"westus\",\"identity\":{\"type\":\"SystemAssigned\"}}",
                Map.of("x-ms-deleted-vault-id", deleted.path("id").asText()));

        assertThat(back.status()).isEqualTo(201);
        assertThat(back.body()
                        .at("/properties/securitySettings/softDeleteSettings/retentionDurationInDays")
                        .toString())
                .isEqualTo("30.0");
        assertThat(back.body().at("/identity/principalId").asText()).hasSize(36).isNotEqualTo(principal);
        assertThat(wire.get(VAULT + "/backupPolicies/mine" + LATEST).status()).isEqualTo(200);
        assertThat(wire.get(list + LATEST).body().path("value")).isEmpty();
    }

    @Test
    void emptyDeletedVaultIsPurgedAfterTenMinutes() {
        put(body(""));
        wire.delete(VAULT + LATEST);
        String list = Wire.OPERATIONS + PROVIDER + "/locations/WestUS/deletedVaults" + LATEST;
        wire.pass(600);
        assertThat(wire.get(list).body().path("value")).hasSize(1);
        wire.pass(1);

        assertThat(wire.get(list).body().path("value")).isEmpty();
    }

    @Test
    void oldVersionsKnowNoDeletedVaults() {
        String list = Wire.OPERATIONS + PROVIDER + "/locations/westus/deletedVaults?api-version=2024-04-01";

        assertThat(wire.get(list).errorCode()).isEqualTo("InvalidResourceType");
    }

    @ParameterizedTest
    @CsvSource({"testBkpVault, false, AlreadyExists", "x, false, Invalid", "brandNew, true, ''"})
    void nameIsCheckedInItsGroup(String name, boolean free, String reason) {
        Wire.Reply checked = wire.post(
                GROUP + PROVIDER + "/locations/westus/checkNameAvailability?api-version=2024-04-01",
                "{\"name\":\"" + name + "\",\"type\":\"Microsoft.DataProtection/BackupVaults\"}");

        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.body().path("nameAvailable").asBoolean()).isEqualTo(free);
        assertThat(checked.body().path("reason").asText()).isEqualTo(reason);
    }

    @Test
    void nameCheckOfAnotherTypeIsRefused() {
        Wire.Reply checked = wire.post(
                GROUP + PROVIDER + "/locations/westus/checkNameAvailability?api-version=2024-04-01",
                "{\"name\":\"a1\",\"type\":\"Microsoft.Compute/disks\"}");

        assertThat(checked.errorCode()).isEqualTo("BMSUserErrorInvalidInput");
    }

    @Test
    void rolesOfAUserAssignedIdentityCount() {
        String both = "{\"identity\":{\"type\":\"SystemAssigned,UserAssigned\",\"userAssignedIdentities\":{\"" + USER
                + "\":{}}}}";
        JsonNode identity = wire.send("PATCH", Wire.vault("", Wire.NEW), both, Map.of())
                .body()
                .path("identity");
        String principal = identity.path("userAssignedIdentities")
                .path(USER)
                .path("principalId")
                .asText();
        wire.grant();
        String wanted = Wire.diskProtection()
                .replaceFirst(
                        "\\{",
                        "{\"identityDetails\":{\"useSystemAssignedIdentity\":false,\"userAssignedIdentityArmUrl\":\""
                                + USER + "\"},");

        assertThat(principal).hasSize(36);
        assertThat(wire.verdict(wanted)).isEqualTo("UserErrorMissingRequiredPermissions");
    }
}
