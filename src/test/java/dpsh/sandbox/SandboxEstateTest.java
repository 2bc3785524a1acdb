package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SandboxEstateTest {
    private static final String ASSIGNMENT = "11111111-0000-0000-0000-00000000000d";

    @Test
    void lagOfRolesIsTheEstates() {
        try (Wire wire = Wire.in(SandboxEstate.seeds().roleLag(Duration.ZERO))) {
            wire.assign(Wire.ACCOUNT, ASSIGNMENT, Wire.ACCOUNT_CONTRIBUTOR, wire.principal());

            assertThat(wire.verdict(Wire.blobProtection())).isEqualTo("Succeeded");
        }
    }

    @Test
    void rolesOfTheEstateActFromTheStart() {
        SandboxEstate estate =
                SandboxEstate.seeds().role(Wire.STORAGE, "Storage Account Backup Contributor", Wire.VAULT);
        try (Wire wire = Wire.in(estate)) {
            assertThat(wire.verdict(Wire.blobProtection())).isEqualTo("Succeeded");
        }
    }

    @Test
    void otherPrincipalsCanBeKnown() {
        String group = "44444444-0000-0000-0000-000000000000";
        try (Wire wire = Wire.in(SandboxEstate.seeds().principal(group))) {
            assertThat(wire.assign(Wire.ACCOUNT, ASSIGNMENT, Wire.ACCOUNT_CONTRIBUTOR, group)
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void protectedAccountIsProtected() {
        SandboxEstate estate =
                SandboxEstate.seeds().protectedAccount(Wire.VAULT, "mine", Wire.ACCOUNT, "BlobBackup-Policy");
        try (Wire wire = Wire.in(estate)) {
            assertThat(wire.state("mine")).isEqualTo("ProtectionConfigured");
            assertThat(wire.verdict(Wire.blobProtection())).isEqualTo("400 UserErrorDppDatasourceAlreadyProtected");
        }
    }

    @Test
    void groupsAndSubscriptionsComeWithTheirResources() {
        SandboxEstate estate = SandboxEstate.empty("aaaabbbb-0000-cccc-1111-dddd2222eeee")
                .disk(Wire.DISK, "westus", "Premium_LRS", 4, Map.of());
        try (Wire wire = Wire.in(estate)) {
            String group = Wire.OPERATIONS + "/resourceGroups/rg-diskbackup?api-version=2021-04-01";
            assertThat(wire.get(group).body().path("name").asText()).isEqualTo("RG-DiskBackup");
        }
    }

    @Test
    void seedsHoldADiskNameInBothSubscriptions() {
        try (Wire wire = new Wire()) {
            for (String subscription : List.of(Wire.OPERATIONS, Wire.STORAGE)) {
                assertThat(wire.get(subscription + "/providers/Microsoft.Compute/disks?api-version=2023-04-02")
                                .body()
                                .findValuesAsText("name"))
                        .contains("shared-data");
            }
        }
    }

    @Test
    void ofManyAtOnceOneProtectsTheDisk() {
        try (Wire wire = new Wire()) {
            wire.grant();

            List<CompletableFuture<Integer>> puts = IntStream.range(0, 32)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                            wire.protect("one-" + i, Wire.diskProtection()).status()))
                    .toList();

            assertThat(puts.stream().map(CompletableFuture::join))
                    .containsOnlyOnce(201)
                    .contains(400);
            assertThat(wire.get(Wire.vault("/backupInstances", Wire.NEW)).body().path("value"))
                    .hasSize(1);
        }
    }
}
