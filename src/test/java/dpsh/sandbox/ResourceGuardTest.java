package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resource guards and the proxies that put a vault under one: bodies as az and PowerShell recorded them. */
class ResourceGuardTest {
    private static final String GROUP = Wire.OPERATIONS + "/resourceGroups/TestBkpVaultRG";
    private static final String GUARD = GROUP + "/providers/Microsoft.DataProtection/resourceGuards/keeper";
    private static final String PROXY = "/backupResourceGuardProxies/DppResourceGuardProxy";
    private static final String VERSION = "?api-version=2024-04-01";
    private static final String RECOVERY = "Microsoft.RecoveryServices/vaults/";

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    private Wire.Reply make() {
        return wire.put(GUARD + VERSION, "{\"location\":\"westus\"}");
    }

    private Wire.Reply map() {
        return wire.put(
                Wire.vault(PROXY, Wire.NEW), "{\"properties\":{\"resourceGuardResourceId\":\"" + GUARD + "\"}}");
    }

    private static List<String> operations(Wire.Reply guard) {
        return StreamSupport.stream(
                        guard.body().at("/properties/resourceGuardOperations").spliterator(), false)
                .map(each -> each.path("vaultCriticalOperation").asText())
                .toList();
    }

    @Test
    void guardIsMadeAtOnceWithAllItsOperations() {
        Wire.Reply made = make();
        JsonNode properties = made.body().path("properties");

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.header("Azure-AsyncOperation")).isEmpty();
        assertThat(made.body().fieldNames())
                .toIterable()
                .containsExactly("location", "properties", "id", "name", "type");
        assertThat(properties.fieldNames())
                .toIterable()
                .containsExactly(
                        "provisioningState",
                        "resourceGuardOperations",
                        "vaultCriticalOperationExclusionList",
                        "allowAutoApprovals");
        assertThat(properties.path("allowAutoApprovals").asBoolean()).isTrue();
        assertThat(properties.at("/resourceGuardOperations/0").toString())
                .isEqualTo("{\"vaultCriticalOperation\":\"" + RECOVERY
                        + "backupFabrics/protectionContainers/protectedItems/delete\",\"requestResourceType\":"
                        + "\"Microsoft.DataProtection/resourceGuards/deleteProtectedItemRequests\"}");
        assertThat(properties.at("/resourceGuardOperations/9").toString())
                .isEqualTo(
                        "{\"vaultCriticalOperation\":\"Microsoft.DataProtection/backupVaults/backupInstances/delete\","
                                + "\"requestResourceType\":\"Microsoft.DataProtection/backupVaults/backupInstances/delete\"}");
        assertThat(operations(made)).hasSize(18);
        assertThat(operations(wire.get(GUARD + "?api-version=2025-09-01"))).hasSize(20);
        assertThat(wire.get(GUARD + VERSION).body()).isEqualTo(made.body());
    }

    @Test
    void whatIsExcludedIsNotListed() {
        String out = RECOVERY + "backupSecurityPIN/action";
        String kept = "Microsoft.DataProtection/backupVaults/backupResourceGuardProxies/delete";
        Wire.Reply guard = wire.put(
                GUARD + VERSION,
                "{\"location\":\"westus\",\"tags\":{\"a\":\"b\"},\"properties\":{\"vaultCriticalOperationExclusionList\":[\""
                        + out + "\",\"nobody/knows\",\"" + kept + "\"]}}");

        assertThat(operations(guard)).hasSize(17).doesNotContain(out).contains(kept);
        assertThat(guard.body()
                        .at("/properties/vaultCriticalOperationExclusionList/1")
                        .asText())
                .isEqualTo("nobody/knows");
        assertThat(guard.body().fieldNames()).toIterable().startsWith("location", "tags", "properties");
        assertThat(wire.get(GUARD + "/getBackupSecurityPINRequests" + VERSION)
                        .raw()
                        .body())
                .isEqualTo("{\"value\":[]}");
        assertThat(wire.get(GUARD + "/getBackupSecurityPINRequests/default" + VERSION)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void guardsAreListedPatchedAndDeleted() {
        make();
        Wire.Reply patched = wire.send("PATCH", GUARD + VERSION, "{\"tags\":{\"owner\":\"security\"}}", Map.of());
        String guards = "/providers/Microsoft.DataProtection/resourceGuards" + VERSION;

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.body().at("/tags/owner").asText()).isEqualTo("security");
        assertThat(wire.get(GROUP + guards).body().path("value")).containsExactly(patched.body());
        assertThat(wire.get(Wire.OPERATIONS + guards).body().path("value")).containsExactly(patched.body());
        assertThat(wire.get(Wire.STORAGE + guards).raw().body()).isEqualTo("{\"value\":[]}");
        assertThat(wire.get(GROUP + "/resources?api-version=2021-04-01").raw().body())
                .contains("resourceGuards/keeper");

        Wire.Reply deleted = wire.delete(GUARD + VERSION);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.raw().body()).isEmpty();
        assertThat(wire.delete(GUARD + VERSION).status()).isEqualTo(204);
        assertThat(wire.get(GUARD + VERSION).errorCode()).isEqualTo("ResourceNotFound");
    }

    @Test
    void wrongGuardsAreRefused() {
        make();

        assertThat(wire.put(GUARD + VERSION, "{}").errorCode()).isEqualTo("LocationRequired");
        assertThat(wire.put(GUARD + VERSION, "{\"location\":\"eastus\"}").status())
                .isEqualTo(409);
        assertThat(wire.put(
                                GUARD + VERSION,
                                "{\"location\":\"westus\",\"properties\":{\"vaultCriticalOperationExclusionList\":[1]}}")
                        .errorCode())
                .isEqualTo("BMSUserErrorInvalidInput");
        assertThat(wire.get(GUARD + "/noSuchRequests" + VERSION).errorCode()).isEqualTo("InvalidResourceType");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "disableSoftDeleteRequests",
                "deleteResourceGuardProxyRequests",
                "getBackupSecurityPINRequests",
                "deleteProtectedItemRequests",
                "updateProtectionPolicyRequests",
                "updateProtectedItemRequests",
                "deleteBackupInstanceRequests",
                "dppDisableStopProtectionRequests"
            })
    void eachOperationHasItsDefaultRequest(String requests) {
        make();
        Wire.Reply one = wire.get(GUARD + "/" + requests + "/default" + VERSION);

        assertThat(one.raw().body())
                .isEqualTo("{\"id\":\"" + GUARD + "/" + requests + "/default\",\"name\":\"default\",\"type\":"
                        + "\"Microsoft.DataProtection/resourceGuards/" + requests + "\"}");
        assertThat(wire.get(GUARD + "/" + requests + VERSION).body().path("value"))
                .containsExactly(one.body());
        assertThat(wire.get(GUARD + "/" + requests + "/other" + VERSION).status())
                .isEqualTo(404);
    }

    @Test
    void proxyPutsVaultUnderGuard() {
        make();
        Wire.Reply mapped = map();
        JsonNode properties = mapped.body().path("properties");

        assertThat(mapped.status()).isEqualTo(200);
        assertThat(mapped.body().path("type").asText())
                .isEqualTo("Microsoft.DataProtection/vaults/backupResourceGuardProxies");
        assertThat(properties.fieldNames())
                .toIterable()
                .containsExactly("resourceGuardResourceId", "resourceGuardOperationDetails", "lastUpdatedTime");
        assertThat(properties.path("resourceGuardOperationDetails")).hasSize(9);
        assertThat(properties.at("/resourceGuardOperationDetails/0").toString())
                .isEqualTo(
                        "{\"vaultCriticalOperation\":\"Microsoft.DataProtection/backupVaults/backupInstances/delete\","
                                + "\"defaultResourceRequest\":\"" + GUARD + "/deleteBackupInstanceRequests/default\"}");
        assertThat(wire.get(Wire.vault(PROXY, Wire.NEW)).body()).isEqualTo(mapped.body());
        assertThat(wire.get(Wire.vault("/backupResourceGuardProxies", Wire.NEW))
                        .body()
                        .path("value"))
                .containsExactly(mapped.body());
        assertThat(wire.get(Wire.vault("", Wire.NEW))
                        .body()
                        .at("/properties/isVaultProtectedByResourceGuard")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void proxyFollowsWhatItsGuardLeavesOut() {
        make();
        map();
        wire.put(
                GUARD + VERSION,
                "{\"location\":\"westus\",\"properties\":{\"vaultCriticalOperationExclusionList\":["
                        + "\"Microsoft.DataProtection/backupVaults/backupInstances/restore/action\"]}}");

        assertThat(wire.get(Wire.vault(PROXY, Wire.NEW)).body().at("/properties/resourceGuardOperationDetails"))
                .hasSize(8);
    }

    @Test
    void wrongProxiesAreRefused() {
        assertThat(map().errorCode()).isEqualTo("BMSUserErrorInvalidInput");
        wire.put(GUARD + "east" + VERSION, "{\"location\":\"eastus\"}");
        assertThat(wire.put(
                                Wire.vault(PROXY, Wire.NEW),
                                "{\"properties\":{\"resourceGuardResourceId\":\"" + GUARD + "east\"}}")
                        .errorCode())
                .isEqualTo("BMSUserErrorInvalidInput");
        assertThat(wire.get(Wire.vault(PROXY, Wire.NEW)).status()).isEqualTo(404);
        assertThat(wire.delete(Wire.vault(PROXY, Wire.NEW)).status()).isEqualTo(204);
        assertThat(wire.post(Wire.vault(PROXY + "/unlockDelete", Wire.NEW), "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void vaultDeletedTakesItsProxyAlong() {
        String vault = GROUP + "/providers/Microsoft.DataProtection/backupVaults/short-lived";
        String body = "{\"location\":\"westus\",\"properties\":{\"storageSettings\":[{\"datastoreType\":\"VaultStore\","
                + "\"type\":\"LocallyRedundant\"}],\"securitySettings\":{\"softDeleteSettings\":{\"state\":\"Off\"}}}}";
        make();
        wire.put(vault + VERSION, body);
        wire.pass(1);
        wire.put(vault + PROXY + VERSION, "{\"properties\":{\"resourceGuardResourceId\":\"" + GUARD + "\"}}");
        wire.delete(vault + VERSION);
        wire.pass(5);
        wire.put(vault + VERSION, body);
        wire.pass(1);

        assertThat(wire.get(vault + PROXY + VERSION).status()).isEqualTo(404);
        assertThat(wire.get(vault + VERSION)
                        .body()
                        .at("/properties/isVaultProtectedByResourceGuard")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void guardAndProxyComeBackFromTheirSavedForm() {
        ResourceGuard guard = ResourceGuard.of(
                ArmId.of(GUARD),
                "westus",
                Wire.json("{\"tags\":{\"a\":\"b\"},\"properties\":{\"description\":\"ask first\","
                        + "\"vaultCriticalOperationExclusionList\":[\"x\"]}}"));
        Instant now = Instant.parse("2026-11-21T06:00:00.1234567Z");
        ArmId id = ArmId.of(Wire.VAULT + PROXY);
        GuardProxy proxy = new GuardProxy(
                id,
                guard,
                now,
                List.of(
                        new GuardProxy.Unlock(GuardedOperation.DELETE_PROXY, null, now),
                        new GuardProxy.Unlock(GuardedOperation.DELETE_INSTANCE, id, now)));

        assertThat(ResourceGuard.load(guard.save())).isEqualTo(guard);
        assertThat(GuardProxy.load(proxy.save())).isEqualTo(proxy);
        assertThat(proxy.json(new ApiVersion("2024-04-01"))
                        .at("/properties/description")
                        .asText())
                .isEqualTo("ask first");
    }
}
