package dpsh.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each finding, with the service's own code; and that nothing is found where nothing is wrong. */
class PreflightTest {
    private static final String MASK = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxxx";
    private static final ResourceId VAULT = id("/subscriptions/" + MASK
            + "/resourceGroups/TestBkpVaultRG/providers/Microsoft.DataProtection/backupVaults/testBkpVault");
    private static final ResourceId DISK = id(
            "/subscriptions/" + MASK + "/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/msdiskbackup");
    private static final ResourceId ACCOUNT = id("/subscriptions/" + MASK
            + "/resourceGroups/RG-BlobBackup/providers/Microsoft.Storage/storageAccounts/msblobbackup");
    private static final ResourceId SNAPSHOTS =
            id("/subscriptions/xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx/resourcegroups/snapshot-rg");
    private static final ResourceId POLICY = VAULT.child("backupPolicies", "DiskBackup-Policy");

    private static ResourceId id(String text) {
        return ResourceId.parse(text);
    }

    private static InstanceDraft disk() {
        return disk(DISK, POLICY, SNAPSHOTS);
    }

    private static InstanceDraft disk(ResourceId disk, ResourceId policy, @Nullable ResourceId snapshots) {
        return new InstanceDraft("disk-1", DatasourceKind.DISK, disk, new Location("westUS"), policy, snapshots, null);
    }

    private static InstanceDraft blob(@Nullable ResourceId snapshots, @Nullable String given) {
        return new InstanceDraft(
                "blob-1", DatasourceKind.BLOB, ACCOUNT, new Location("westus"), POLICY, snapshots, given);
    }

    private static Vault vault(String location, @Nullable String principal) {
        return new Vault(VAULT, new Location(location), "Succeeded", principal, null, null, "{}");
    }

    private static Policy policy(String type, String schedule, String store) {
        return new Policy(POLICY, List.of(type), List.of(schedule), List.of(), List.of(store), "{}");
    }

    private static Datasource datasource(@Nullable String sku, boolean hierarchical) {
        return new Datasource(
                DISK, DatasourceKind.DISK, new Location("westus"), sku, 128L, null, hierarchical, Map.of(), "{}");
    }

    private static void onlyError(List<Finding> findings, @Nullable String code, String... words) {
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).isError()).isTrue();
        assertThat(findings.get(0).serviceCode()).isEqualTo(code);
        assertThat(findings.get(0).message()).contains(words);
        assertThat(findings.get(0).fix()).isNotBlank();
    }

    @Test
    void nothingIsWrongWithTheArticlesDiskAndAccount() {
        Policy disks = policy("Microsoft.Compute/disks", "R/2020-04-05T13:00:00+00:00/PT4H", "OperationalStore");
        Policy blobs = new Policy(
                POLICY,
                List.of("Microsoft.Storage/storageAccounts/blobServices"),
                List.of(),
                List.of(),
                List.of("OperationalStore"),
                "{}");
        assertThat(Preflight.check(disk(), vault("West US", "p"), disks, datasource("Premium_LRS", false)))
                .isEmpty();
        assertThat(Preflight.check(blob(null, null), vault("westus", "p"), blobs, null))
                .isEmpty();
    }

    @Test
    void whatWasNotReadIsNotJudged() {
        assertThat(Preflight.check(disk(), null, null, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-begins-with-a-dash", "has blank", "has/slash", "ümlaut", "a?b"})
    void anInstanceNameThatTheServiceWouldNotTake(String name) {
        onlyError(
                Preflight.offline(new InstanceDraft(
                        name, DatasourceKind.DISK, DISK, new Location("westus"), POLICY, SNAPSHOTS, null)),
                "BMSUserErrorInvalidInput",
                name);
    }

    @Test
    void anInstanceNameThatIsTooLong() {
        InstanceDraft longest = new InstanceDraft(
                "x".repeat(260), DatasourceKind.DISK, DISK, new Location("westus"), POLICY, SNAPSHOTS, null);
        assertThat(Preflight.offline(longest)).isEmpty();
        InstanceDraft longer = new InstanceDraft(
                "x".repeat(261), DatasourceKind.DISK, DISK, new Location("westus"), POLICY, SNAPSHOTS, null);
        onlyError(Preflight.offline(longer), "BMSUserErrorInvalidInput", "at most 260");
    }

    @Test
    void anIdOfAnotherKind() {
        onlyError(
                Preflight.offline(disk(ACCOUNT, POLICY, SNAPSHOTS)),
                "UserErrorDiskBackupDiskTypeNotSupported",
                "Microsoft.Storage/storageAccounts",
                "not Microsoft.Compute/disks");
        onlyError(
                Preflight.offline(
                        new InstanceDraft("b", DatasourceKind.BLOB, DISK, new Location("westus"), POLICY, null, null)),
                "UserErrorUnsupportedStorageAccountType",
                "Microsoft.Compute/disks");
    }

    @Test
    void aPolicyIdThatIsNone() {
        onlyError(Preflight.offline(disk(DISK, VAULT, SNAPSHOTS)), "BMSUserErrorInvalidInput", "backupVaults, not");
    }

    @Test
    void aDiskWithoutASnapshotGroup() {
        onlyError(
                Preflight.offline(disk(DISK, POLICY, null)),
                "UserErrorOperationalStoreParametersNotProvided",
                "needs a snapshot resource group");
    }

    @Test
    void anAccountWithASnapshotGroup() {
        onlyError(Preflight.offline(blob(SNAPSHOTS, null)), "BMSUserErrorInvalidInput", "belongs to disks only");
    }

    @Test
    void aSnapshotGroupThatIsNoGroup() {
        onlyError(
                Preflight.offline(disk(DISK, POLICY, DISK)),
                "UserErrorInvalidOperationalStoreResourceGroup",
                "Microsoft.Compute/disks");
    }

    @Test
    void aSnapshotGroupInAnotherSubscription() {
        onlyError(
                Preflight.offline(disk(DISK, POLICY, id("/subscriptions/other/resourceGroups/snapshot-rg"))),
                "UserErrorSnapshotRGSubscriptionMismatch",
                "other",
                MASK);
    }

    @Test
    void theArticlesMasksOfDifferentLengthsAreOneSubscription() {
        assertThat(DISK.subscription()).isNotEqualTo(SNAPSHOTS.subscription());
        assertThat(Preflight.offline(disk())).isEmpty();
    }

    @Test
    void theDisksOwnGroupIsAWarningOnly() {
        List<Finding> findings =
                Preflight.offline(disk(DISK, POLICY, id("/subscriptions/" + MASK + "/resourceGroups/rg-diskbackup")));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.message()).contains("the disk's own group");
        });
    }

    @Test
    void anotherRegion() {
        onlyError(
                Preflight.check(disk(), vault("eastus", "p"), null, null), null, "westUS", "eastus", "the same region");
    }

    @Test
    void aVaultWithoutAnIdentity() {
        onlyError(
                Preflight.check(disk(), vault("westus", null), null, null),
                "VaultMSIUnauthorized",
                "no system-assigned identity");
    }

    @Test
    void aPolicyOfAnotherVault() {
        ResourceId elsewhere = id("/subscriptions/" + MASK
                + "/resourceGroups/rg/providers/Microsoft.DataProtection/backupVaults/other/backupPolicies/p");
        onlyError(
                Preflight.check(disk(DISK, elsewhere, SNAPSHOTS), vault("westus", "p"), null, null),
                "BMSUserErrorInvalidInput",
                "belongs to another vault");
    }

    @Test
    void aPolicyForAnotherKind() {
        onlyError(
                Preflight.check(
                        disk(),
                        null,
                        policy("Microsoft.Storage/storageAccounts/blobServices", "R/x/PT4H", "OperationalStore"),
                        null),
                "BMSUserErrorInvalidInput",
                "is for Microsoft.Storage/storageAccounts/blobServices",
                "not for Microsoft.Compute/disks");
    }

    @Test
    void aVaultedBlobPolicyNeedsContainersUnlessTheBodyWasGiven() {
        Policy vaulted = policy("microsoft.storage/storageaccounts/blobservices", "R/x/P1D", "VaultStore");
        onlyError(
                Preflight.check(blob(null, null), null, vaulted, null),
                "UserErrorNoContainersSelectedForOperation",
                "vault store");
        assertThat(Preflight.check(blob(null, "{}"), null, vaulted, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UltraSSD_LRS", "PremiumV2_LRS", "premiumv2_lrs"})
    void aDiskThatCannotBeBackedUpEveryFourHours(String sku) {
        Policy everyFour = policy("Microsoft.Compute/disks", "R/2020-04-05T13:00:00+00:00/PT4H", "OperationalStore");
        onlyError(
                Preflight.check(disk(), null, everyFour, datasource(sku, false)),
                "UserErrorDiskBackupDiskTypeNotSupported",
                sku,
                "every 12 hours or daily");
        for (String allowed : List.of("R/2020-04-05T13:00:00+00:00/PT12H", "R/2020-04-05T13:00:00+00:00/P1D")) {
            Policy fits = policy("Microsoft.Compute/disks", allowed, "OperationalStore");
            assertThat(Preflight.check(disk(), null, fits, datasource(sku, false)))
                    .as(allowed)
                    .isEmpty();
        }
    }

    @Test
    void anAccountWithAHierarchicalNamespaceIsAWarningOnly() {
        assertThat(Preflight.check(blob(null, null), null, null, datasource(null, true)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.message()).contains("hierarchical namespace");
                });
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        ResourceId other = id("/subscriptions/other/resourceGroups/g");
        assertThat(Preflight.check(
                        disk(DISK, POLICY, other),
                        vault("eastus", null),
                        policy("Microsoft.DBforPostgreSQL/servers/databases", "R/x/P1W", "VaultStore"),
                        null))
                .extracting(Finding::isError)
                .containsExactly(true, true, true, true);
    }
}
