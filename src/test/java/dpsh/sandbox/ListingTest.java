package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {
    private static final String COMPUTE = "?api-version=2023-04-02";

    private static List<String> all(Wire wire, String path) {
        List<String> names = new ArrayList<>();
        for (String next = path; !next.isEmpty(); ) {
            JsonNode page = wire.follow(next).body();
            page.path("value").forEach(item -> names.add(item.path("name").asText()));
            assertThat(names).as("a list that ends").hasSizeLessThan(1000);
            next = page.path("nextLink").asText();
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource({"1, 450", "200, 450", "449, 450", "450, 450", "7, 8"})
    void pagesAddUpToTheWholeList(int pageSize, int count) {
        SandboxEstate estate = SandboxEstate.empty("aaaabbbb-0000-cccc-1111-dddd2222eeee");
        for (int i = 0; i < count; i++) {
            String group = Wire.OPERATIONS + "/resourceGroups/rg-" + i % 3;
            estate.disk(group + "/providers/Microsoft.Compute/disks/Disk-" + i, "westus", "Premium_LRS", 4, Map.of());
        }
        SandboxOptions options =
                Wire.options().withEstate(estate).withPageSize(pageSize).withThrottling(false);
        try (Wire wire = new Wire(options)) {
            List<String> names = all(wire, Wire.OPERATIONS + "/providers/Microsoft.Compute/disks" + COMPUTE);

            assertThat(names).hasSize(count);
            assertThat(new HashSet<>(names)).hasSize(count);
        }
    }

    @Test
    void nextLinkIsAbsoluteAndOnlyThereIfThereIsMore() {
        try (Wire wire = new Wire(Wire.options().withPageSize(3))) {
            String path = Wire.VAULT + "/backupPolicies?api-version=2025-07-01";
            JsonNode first = wire.get(path).body();

            assertThat(first.path("value")).hasSize(3);
            assertThat(first.path("nextLink").asText())
                    .startsWith(wire.sandbox.endpoint() + Wire.VAULT
                            + "/backupPolicies?api-version=2025-07-01&$skipToken=");
            JsonNode last = wire.follow(first.path("nextLink").asText()).body();
            assertThat(last.path("value")).hasSize(2);
            assertThat(last.has("nextLink")).isFalse();
        }
    }

    /** {@code Z2FyYmFnZQ} says "garbage", {@code eHx5} "x|y", which looks like a job's place. */
    @ParameterizedTest
    @ValueSource(strings = {"!!", "Z2FyYmFnZQ", "eHx5"})
    void tokenThatIsNotOursIsRefused(String token) {
        try (Wire wire = new Wire()) {
            for (String list : List.of("/backupPolicies", "/backupInstances", "/backupJobs")) {
                Wire.Reply refused = wire.get(Wire.vault(list, Wire.NEW) + "&$skipToken=" + token);

                assertThat(refused.status()).as(list).isEqualTo(400);
                assertThat(refused.errorCode()).isEqualTo("InvalidSkipToken");
            }
        }
    }

    @Test
    void pageGoesOnWhereItStoppedWhenItsLastItemIsDeleted() {
        try (Wire wire = new Wire(Wire.options().withPageSize(2))) {
            JsonNode first = wire.get(Wire.vault("/backupPolicies", Wire.NEW)).body();
            String last = first.path("value").path(1).path("name").asText();
            wire.delete(Wire.vault("/backupPolicies/" + last, Wire.NEW));

            List<String> rest = all(wire, first.path("nextLink").asText());

            assertThat(rest).hasSize(3).doesNotContain(last);
        }
    }

    @Test
    void groupListHoldsTheGroupOnlyAndGroupsMayShareAPrefix() {
        try (Wire wire = new Wire()) {
            assertThat(all(wire, Wire.SNAPSHOTS + "/providers/Microsoft.Compute/disks" + COMPUTE))
                    .isEmpty();
            assertThat(all(
                            wire,
                            Wire.OPERATIONS + "/resourcegroups/rg-diskbackup/providers/microsoft.compute/DISKS"
                                    + COMPUTE))
                    .contains("msdiskbackup", "shared-data")
                    .hasSize(7);
            assertThat(all(wire, Wire.STORAGE + "/providers/Microsoft.Storage/storageAccounts?api-version=2023-05-01"))
                    .contains("msblobbackup")
                    .hasSize(6);
        }
    }

    @Test
    void subscriptionsGroupsAndTenantsAreListed() {
        try (Wire wire = new Wire()) {
            JsonNode subscriptions =
                    wire.get("/subscriptions?api-version=2022-12-01").body();
            assertThat(subscriptions.findValuesAsText("displayName"))
                    .containsExactly("Backup Operations", "Storage Team");
            assertThat(wire.get("/tenants?api-version=2022-12-01").body().findValuesAsText("tenantId"))
                    .containsExactly("aaaabbbb-0000-cccc-1111-dddd2222eeee");
            assertThat(wire.get(Wire.STORAGE + "?api-version=2022-12-01")
                            .body()
                            .path("displayName")
                            .asText())
                    .isEqualTo("Storage Team");
            assertThat(all(wire, Wire.OPERATIONS + "/resourcegroups?api-version=2021-04-01"))
                    .contains("snapshot-rg", "TestBkpVaultRG");
            String group = Wire.SNAPSHOTS + "?api-version=2021-04-01";
            assertThat(wire.get(group).body().path("location").asText()).isEqualTo("westus");
            assertThat(wire.send("HEAD", group, null, Map.of()).status()).isEqualTo(204);
            assertThat(wire.send("HEAD", group.replace("snapshot-rg", "none"), null, Map.of())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void vaultsAreListedInSubscriptionAndGroup() {
        try (Wire wire = new Wire()) {
            String list = "/providers/Microsoft.DataProtection/backupVaults?api-version=2025-07-01";
            assertThat(all(wire, Wire.OPERATIONS + list)).containsExactly("paygVault", "testBkpVault");
            assertThat(all(wire, Wire.OPERATIONS + "/resourceGroups/TestBkpVaultRG" + list))
                    .containsExactly("testBkpVault");
            assertThat(wire.get(Wire.STORAGE + list).raw().body()).isEqualTo("{\"value\":[]}");
        }
    }

    @Test
    void diskAndAccountHaveTheProvidersProperties() {
        try (Wire wire = new Wire()) {
            JsonNode disk = wire.get(Wire.DISK + COMPUTE).body();
            assertThat(disk.path("location").asText()).isEqualTo("westUS");
            assertThat(disk.path("sku").path("tier").asText()).isEqualTo("Premium");
            assertThat(disk.path("properties").path("diskSizeGB").asInt()).isEqualTo(128);
            assertThat(disk.path("properties").path("diskSizeBytes").asLong()).isEqualTo(128L * 1024 * 1024 * 1024);
            JsonNode lake = wire.get(Wire.ACCOUNT.replace("msblobbackup", "stlakewest01") + "?api-version=2023-05-01")
                    .body();
            assertThat(lake.path("properties").path("isHnsEnabled").asBoolean()).isTrue();
            assertThat(lake.path("tags").path("env").asText()).isEqualTo("prod");
        }
    }
}
