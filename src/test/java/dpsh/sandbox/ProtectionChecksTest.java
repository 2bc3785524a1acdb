package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal, reached by doing the wrong thing. */
class ProtectionChecksTest {
    private static final String DISKS =
            Wire.OPERATIONS + "/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/";
    private static final String ACCOUNTS =
            Wire.STORAGE + "/resourceGroups/RG-BlobBackup/providers/Microsoft.Storage/storageAccounts/";
    private static final String POLICY = "DiskBackup-Policy";

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    private String disk(String name, String policy, String snapshotGroup) {
        return wire.verdict(Wire.diskProtection(DISKS + name, policy, snapshotGroup));
    }

    @Test
    void snapshotGroupMustBeInTheSubscriptionOfTheDisk() {
        assertThat(disk("msdiskbackup", POLICY, Wire.STORAGE + "/resourceGroups/snapshot-rg-b"))
                .isEqualTo("UserErrorSnapshotRGSubscriptionMismatch");
    }

    @Test
    void snapshotGroupMustExist() {
        assertThat(disk("msdiskbackup", POLICY, Wire.OPERATIONS + "/resourceGroups/none"))
                .isEqualTo("UserErrorSnapshotRGNotFound");
    }

    @Test
    void snapshotGroupMustBeGiven() {
        String without = Wire.diskProtection().replaceFirst("(?s),\"policyParameters\".*\\]\\}\\}", "}");

        assertThat(wire.verdict(without)).isEqualTo("UserErrorOperationalStoreParametersNotProvided");
    }

    @Test
    void snapshotGroupMustBeAGroup() {
        assertThat(disk("msdiskbackup", POLICY, "snapshot-rg"))
                .isEqualTo("UserErrorInvalidOperationalStoreResourceGroup");
    }

    @Test
    void diskMustExist() {
        assertThat(disk("none", POLICY, Wire.SNAPSHOTS)).isEqualTo("UserErrorManagedDiskNotFound");
    }

    @Test
    void diskMustBeInTheRegionOfTheVault() {
        assertThat(disk("disk-east-01", POLICY, Wire.SNAPSHOTS)).isEqualTo("UserErrorDatasourceVaultRegionMismatch");
    }

    @Test
    void ultraDiskWantsAPolicyOfTwelveHoursOrMore() {
        assertThat(disk("disk-ultra-01", POLICY, Wire.SNAPSHOTS)).isEqualTo("UserErrorDiskBackupDiskTypeNotSupported");
        assertThat(disk("disk-ultra-01", "DiskBackup-12h-Policy", Wire.SNAPSHOTS))
                .isEqualTo("UserErrorMissingRequiredPermissions");
    }

    @Test
    void diskInAnotherVaultIsAlreadyProtected() {
        Wire.Reply refused =
                wire.validate(Wire.diskProtection(DISKS.toUpperCase() + "disk-east-02", POLICY, Wire.SNAPSHOTS));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("UserErrorDppDatasourceAlreadyProtected");
        assertThat(refused.body().path("error").path("message").asText()).endsWith("/backupVaults/paygVault.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BlobBackup-Policy", "none"})
    void policyMustBeOneForDisks(String policy) {
        assertThat(disk("msdiskbackup", policy, Wire.SNAPSHOTS)).isEqualTo("400 BMSUserErrorInvalidInput");
    }

    @Test
    void policyMustBeOfTheVault() {
        String other = Wire.diskProtection().replace("TestBkpVaultRG", "PaygRG").replace("testBkpVault", "paygVault");

        assertThat(wire.verdict(other)).isEqualTo("400 BMSUserErrorInvalidInput");
    }

    @Test
    void truncatedDatasourceTypeOfTheArticleIsInvalid() {
        String cut = Wire.diskProtection()
                .replace("\"datasourceType\":\"Microsoft.Compute/disks\"", "\"datasourceType\":\"Microsoft.Compute/\"");

        assertThat(wire.verdict(cut)).isEqualTo("400 BMSUserErrorInvalidInput");
    }

    @Test
    void resourceMustBeOfTheKindOfTheDatasourceType() {
        assertThat(wire.verdict(Wire.diskProtection(Wire.ACCOUNT, POLICY, Wire.SNAPSHOTS)))
                .isEqualTo("400 BMSUserErrorInvalidInput");
    }

    @Test
    void secondMissingRoleIsNamedOnceTheFirstActs() {
        wire.assign(Wire.DISK, "11111111-0000-0000-0000-00000000000c", Wire.READER, wire.principal());
        wire.pass(120);
        Wire.Reply accepted = wire.validate(Wire.diskProtection());
        wire.pass(30);

        assertThat(wire.follow(accepted.header("Azure-AsyncOperation")).raw().body())
                .contains("over scope '" + Wire.SNAPSHOTS + "/providers/Microsoft.Authorization'");
    }

    @Test
    void accountMustBeThereInRegionAndOfASupportedKind() {
        assertThat(wire.verdict(Wire.blobProtection(ACCOUNTS + "none", "BlobBackup-Policy")))
                .isEqualTo("UserErrorAzureResourceNotFoundByPlugin");
        assertThat(wire.verdict(Wire.blobProtection(ACCOUNTS + "steastdata01", "BlobBackup-Policy")))
                .isEqualTo("UserErrorDatasourceVaultRegionMismatch");
        assertThat(wire.verdict(Wire.blobProtection(ACCOUNTS + "stpremium01", "BlobBackup-Policy")))
                .isEqualTo("UserErrorUnsupportedStorageAccountType");
    }

    @Test
    void vaultedPolicyWantsContainersAndAFlatNamespace() {
        assertThat(wire.verdict(Wire.blobProtection(Wire.ACCOUNT, "BlobVaulted-Policy")))
                .isEqualTo("UserErrorNoContainersSelectedForOperation");
        assertThat(wire.verdict(Wire.blobProtection(ACCOUNTS + "stlakewest01", "BlobVaulted-Policy")))
                .isEqualTo("UserErrorUnsupportedStorageAccountType");
    }

    @Test
    void vaultWithoutIdentityIsUnauthorized() {
        SandboxEstate estate = SandboxEstate.seeds()
                .vaultWithoutIdentity(Wire.VAULT, "westus")
                .disk(DISKS + "extra", "westus", "Premium_LRS", 4, Map.of());
        try (Wire bare = Wire.in(estate)) {
            assertThat(bare.verdict(Wire.diskProtection())).isEqualTo("VaultMSIUnauthorized");
        }
    }
}
