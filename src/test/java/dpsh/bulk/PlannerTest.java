package dpsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.Seeds;
import dpsh.arm.DpshException;
import dpsh.arm.Location;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Finding;
import dpsh.backup.Role;
import dpsh.sandbox.SandboxEstate;
import dpsh.sandbox.SandboxFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {
    @TempDir
    Path home;

    private BulkBench bench;

    @BeforeEach
    void open() {
        bench = new BulkBench(home, SandboxEstate.seeds());
    }

    @AfterEach
    void close() {
        assertThat(bench.requests).as("a plan only reads").allMatch(request -> request.startsWith("GET "));
        bench.close();
    }

    private static PlanRequest disks(DatasourceQuery query, Wanted... wanted) {
        return new PlanRequest(
                DatasourceKind.DISK,
                List.of(wanted),
                query,
                Seeds.VAULT,
                "DiskBackup-Policy",
                "snapshot-rg",
                RoleScope.RESOURCE,
                false);
    }

    private static Wanted row(
            int line, String datasource, @Nullable String vault, @Nullable String policy, @Nullable String group) {
        return new Wanted(datasource, null, vault, policy, group, line);
    }

    private static List<String> said(Plan plan) {
        return plan.items().stream()
                .map(item ->
                        item.draft().datasource().name() + " " + item.verdict().word()
                                + (item.findings().isEmpty()
                                        ? ""
                                        : " " + item.findings().get(0).serviceCode()))
                .toList();
    }

    private static PlanItem item(Plan plan, String name) {
        return plan.items().stream()
                .filter(item -> item.draft().datasource().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsOfEachDiskThatAQueryFindsWhatARunWouldDo() {
        Plan plan = bench.planner.plan(disks(DatasourceQuery.in(List.of("Backup Operations"), List.of())));
        assertThat(said(plan))
                .containsExactlyInAnyOrder(
                        "msdiskbackup protect",
                        "disk-prod-01 protect",
                        "disk-dev-01 protect",
                        "disk-ultra-01 blocked UserErrorDiskBackupDiskTypeNotSupported",
                        "disk-east-01 blocked null",
                        "disk-east-02 blocked UserErrorDppDatasourceAlreadyProtected",
                        "shared-data protect");
        assertThat(item(plan, "disk-east-01").findings().get(0).message()).contains("same region");
        assertThat(item(plan, "disk-east-02").findings().get(0).message()).contains("paygVault");
        assertThat(plan.madeAt()).isEqualTo(BulkBench.NOW);
        assertThat(plan.endpoint()).isEqualTo(bench.sandbox.endpoint().toString());
        assertThat(plan.title()).isEqualTo("7 disks with DiskBackup-Policy in testBkpVault");
        assertThat(plan.notes()).isEmpty();
        assertThat(plan.items()).extracting(PlanItem::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void readsEachListOnceHoweverManyItemsThereAre() {
        bench.planner.plan(disks(DatasourceQuery.ALL));
        assertThat(bench.requests).doesNotHaveDuplicates();
        assertThat(bench.requests)
                .as("no item is read by itself")
                .noneMatch(request -> request.matches(".*/(disks|backupInstances)/[^/]+"));
    }

    @Test
    void filtersByTagNameSizeRegionAndProtection() {
        assertThat(names(DatasourceQuery.ALL, Map.of("ENV", "prod"), null, List.of(), null, null, null))
                .containsExactlyInAnyOrder("disk-prod-01", "disk-ultra-01", "disk-east-01", "disk-east-02");
        assertThat(names(DatasourceQuery.ALL, Map.of("env", "*"), null, List.of(), null, null, null))
                .hasSize(5);
        assertThat(names(DatasourceQuery.ALL, Map.of(), "DISK-?rod*", List.of(), null, null, null))
                .containsExactly("disk-prod-01");
        assertThat(names(DatasourceQuery.ALL, Map.of(), null, List.of(new Location("East US")), null, null, false))
                .containsExactly("disk-east-01");
        assertThat(names(DatasourceQuery.ALL, Map.of(), null, List.of(), 256L, 512L, null))
                .containsExactlyInAnyOrder("disk-prod-01", "disk-ultra-01");
        assertThat(names(DatasourceQuery.ALL, Map.of(), null, List.of(), null, null, true))
                .containsExactly("disk-east-02");
    }

    private List<String> names(
            DatasourceQuery place,
            Map<String, String> tags,
            @Nullable String glob,
            List<Location> regions,
            @Nullable Long min,
            @Nullable Long max,
            @Nullable Boolean isProtected) {
        DatasourceQuery query = new DatasourceQuery(
                place.subscriptions(),
                place.groups(),
                tags,
                glob == null ? null : DatasourceQuery.glob(glob),
                regions,
                min,
                max,
                isProtected);
        return bench.planner.plan(disks(query)).items().stream()
                .map(item -> item.draft().datasource().name())
                .toList();
    }

    @Test
    void aGroupsNameIsLookedForInEverySubscription() {
        Plan plan = bench.planner.plan(disks(DatasourceQuery.in(List.of(), List.of("rg-blobbackup"))));
        assertThat(said(plan)).containsExactly("shared-data blocked UserErrorSnapshotRGNotFound");
        assertThatThrownBy(() -> bench.planner.plan(disks(DatasourceQuery.in(List.of(), List.of("no-such-rg")))))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("there is no resource group 'no-such-rg'");
    }

    @Test
    void aSnapshotGroupsNameMeansTheOneInTheDisksOwnSubscription() {
        Plan plan = bench.planner.plan(disks(
                DatasourceQuery.ALL,
                Wanted.of(Seeds.DISK),
                row(
                        2,
                        Seeds.ACCOUNT.replaceFirst("providers/.*", "providers/Microsoft.Compute/disks/shared-data"),
                        null,
                        null,
                        "snapshot-rg-b")));
        assertThat(plan.items().get(0).draft().snapshotGroup()).hasToString(Seeds.SNAPSHOTS);
        assertThat(plan.items().get(1).draft().snapshotGroup())
                .hasToString("/subscriptions/" + Seeds.STORAGE + "/resourceGroups/snapshot-rg-b");
        assertThat(plan.items()).allMatch(item -> item.verdict() == PlanItem.Verdict.PROTECT);
    }

    @Test
    void grantsAreGroupedAsWideAsAsked() {
        PlanRequest narrow = disks(DatasourceQuery.in(List.of(), List.of("RG-DiskBackup")));
        Plan plan = bench.planner.plan(narrow);
        assertThat(plan.grants()).hasSize(5);
        assertThat(plan.grants().get(1).need().role()).isEqualTo(Role.DISK_SNAPSHOT_CONTRIBUTOR);
        assertThat(plan.grants().get(1).items()).isEqualTo(4);
        assertThat(plan.forecast())
                .isEqualTo(new Forecast(5 + 8, 12, Duration.ofMinutes(10).plusSeconds(100), Duration.ofMinutes(10)));
        assertThat(wide(narrow, RoleScope.GROUP).grants())
                .extracting(grant -> grant.need().scope().toString())
                .containsExactly(
                        "/subscriptions/" + Seeds.OPERATIONS + "/resourceGroups/RG-DiskBackup", Seeds.SNAPSHOTS);
        assertThat(wide(narrow, RoleScope.SUBSCRIPTION).grants())
                .extracting(grant -> grant.need().scope().toString())
                .containsExactly("/subscriptions/" + Seeds.OPERATIONS, "/subscriptions/" + Seeds.OPERATIONS);
    }

    private Plan wide(PlanRequest request, RoleScope scope) {
        return bench.planner.plan(new PlanRequest(
                request.kind(),
                request.wanted(),
                request.query(),
                request.vault(),
                request.policy(),
                request.snapshotGroup(),
                scope,
                false));
    }

    @Test
    void rolesThatAreHeldAboveAreNotAskedForAgain() {
        String vault = Seeds.VAULT;
        reopen(SandboxEstate.seeds()
                .role("/subscriptions/" + Seeds.OPERATIONS, "Disk Backup Reader", vault)
                .role(Seeds.SNAPSHOTS, "Disk Snapshot Contributor", vault));
        Plan plan = bench.planner.plan(disks(DatasourceQuery.ALL, Wanted.of("msdiskbackup")));
        assertThat(plan.grants()).isEmpty();
        assertThat(plan.items().get(0).missing()).isEmpty();
        assertThat(plan.forecast().grantTime()).isZero();
    }

    private void reopen(SandboxEstate estate) {
        bench.close();
        bench = new BulkBench(home, estate);
    }

    @Test
    void whatIsProtectedJustSoIsUnchangedUnderItsOwnName() {
        reopen(SandboxEstate.seeds()
                .protectedDisk(Seeds.VAULT, "by-the-portal", Seeds.DISK, "DiskBackup-Policy", Seeds.SNAPSHOTS));
        Plan plan = bench.planner.plan(disks(DatasourceQuery.ALL, Wanted.of(Seeds.DISK.toUpperCase())));
        PlanItem item = plan.items().get(0);
        assertThat(item.verdict()).isEqualTo(PlanItem.Verdict.UNCHANGED);
        assertThat(item.draft().name()).isEqualTo("by-the-portal");
        assertThat(item.standing()).isNotNull();
        assertThat(plan.forecast().writes()).isZero();
        assertThat(plan.forecast().time()).isZero();
        Plan other = bench.planner.plan(disks(DatasourceQuery.ALL, row(1, Seeds.DISK, null, "DiskDaily-Policy", null)));
        assertThat(said(other)).containsExactly("msdiskbackup blocked UserErrorDppDatasourceAlreadyProtected");
    }

    @Test
    void whatIsMissingOrNoDiskIsBlocked() {
        Plan plan = bench.planner.plan(disks(
                DatasourceQuery.ALL,
                Wanted.of(Seeds.DISKS + "gone"),
                Wanted.of(Seeds.ACCOUNT),
                Wanted.of("/subscriptions/0000/resourceGroups/x/providers/Microsoft.Compute/disks/y")));
        assertThat(said(plan))
                .containsExactly(
                        "gone blocked UserErrorManagedDiskNotFound",
                        "msblobbackup blocked UserErrorDiskBackupDiskTypeNotSupported",
                        "y blocked InvalidSubscriptionId");
    }

    @Test
    void manyIdsAreReadByListing() {
        List<Wanted> wanted = new ArrayList<>();
        for (String name : List.of("msdiskbackup", "disk-prod-01", "gone", "shared-data")) {
            wanted.add(Wanted.of(Seeds.DISKS + name));
        }
        Plan plan = bench.planner.plan(disks(DatasourceQuery.ALL, wanted.toArray(Wanted[]::new)));
        assertThat(said(plan))
                .containsExactly(
                        "msdiskbackup protect",
                        "disk-prod-01 protect",
                        "gone blocked UserErrorManagedDiskNotFound",
                        "shared-data protect");
        assertThat(bench.requests).noneMatch(request -> request.contains("/disks/"));
    }

    @Test
    void theSameDiskIsPlannedOnceAndAContradictionIsBlocked() {
        Plan plan = bench.planner.plan(disks(
                DatasourceQuery.ALL,
                row(2, "msdiskbackup", null, null, null),
                row(3, Seeds.DISK.toLowerCase(), null, null, null),
                row(4, "MSDISKBACKUP", null, "DiskDaily-Policy", null)));
        assertThat(said(plan)).containsExactly("msdiskbackup protect", "msdiskbackup blocked null");
        assertThat(plan.items().get(1).findings().get(0).message()).contains("line 2", "DiskBackup-Policy");
        assertThat(plan.notes()).extracting(Finding::message).anyMatch(note -> note.contains("named twice"));
        assertThat(plan.isPartial()).isFalse();
    }

    @Test
    void everyRowThatCannotBeToldIsToldAtOnce() {
        assertThatThrownBy(() -> bench.planner.plan(disks(
                        DatasourceQuery.ALL,
                        row(2, "no-such-disk", null, null, null),
                        row(3, "shared-data", null, null, null),
                        row(4, "/subscriptions//x", null, null, null),
                        row(5, "msdiskbackup", null, "no-such-policy", null))))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("4 mistakes")
                .hasMessageContaining("line 2: there is no disk 'no-such-disk'")
                .hasMessageContaining("line 3: there are 2 of the name 'shared-data'")
                .hasMessageContaining("line 4: '/subscriptions//x' is no resource ID")
                .hasMessageContaining("line 5: the vault testBkpVault has no policy 'no-such-policy'");
    }

    @Test
    void rowsMayHaveTheirOwnVaultPolicyAndKind() {
        Plan plan = bench.planner.plan(disks(
                DatasourceQuery.ALL,
                row(2, "disk-east-01", "paygvault", "EastDisk-Policy", "snapshot-rg-east"),
                row(3, "disk-prod-01", null, Seeds.VAULT + "/backupPolicies/DiskDaily-Policy", null),
                new Wanted("msblobbackup", DatasourceKind.BLOB, null, "BlobBackup-Policy", null, 4)));
        assertThat(said(plan)).containsExactly("disk-east-01 protect", "disk-prod-01 protect", "msblobbackup protect");
        assertThat(plan.items().get(0).vault()).hasToString(Seeds.EAST_VAULT);
        assertThat(plan.items().get(2).draft().snapshotGroup()).isNull();
        assertThat(plan.title()).isEqualTo("3 datasources with 3 policies");
    }

    @Test
    void aSubscriptionThatCannotBeReadMakesThePlanPartial() {
        bench.sandbox
                .faults()
                .always("GET", "/subscriptions/" + Seeds.STORAGE + "/providers/Microsoft.Compute/disks", forbidden());
        Plan plan = bench.planner.plan(disks(DatasourceQuery.ALL));
        assertThat(plan.isPartial()).isTrue();
        assertThat(plan.items()).hasSize(7);
        assertThat(plan.notes().get(0).message()).contains("Storage Team", "are missing here");
        assertThatThrownBy(() -> bench.planner.plan(disks(DatasourceQuery.in(List.of(Seeds.STORAGE), List.of()))))
                .as("a place that was named must be readable")
                .isInstanceOf(DpshException.Service.class);
    }

    @Test
    void rolesThatCannotBeReadAreAssumedMissing() {
        bench.sandbox.faults().always("GET", "roleAssignments", forbidden());
        Plan plan = bench.planner.plan(disks(DatasourceQuery.ALL, Wanted.of("msdiskbackup")));
        assertThat(plan.grants()).hasSize(2);
        assertThat(plan.notes().get(0).message()).contains("as if it held none");
        assertThat(plan.isPartial()).isFalse();
    }

    private static SandboxFaults.Respond forbidden() {
        return new SandboxFaults.Respond(
                403,
                Map.of("Content-Type", "application/json"),
                "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}}");
    }

    @Test
    void namesAndFiltersTogetherAreRefused() {
        DatasourceQuery tagged =
                new DatasourceQuery(List.of(), List.of(), Map.of("env", "prod"), null, List.of(), null, null, null);
        assertThatThrownBy(() -> bench.planner.plan(disks(tagged, Wanted.of("msdiskbackup"))))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("filters");
    }

    @Test
    void aVaultWithoutIdentityBlocks() {
        String vault = Seeds.VAULT.replace("testBkpVault", "bareVault");
        reopen(SandboxEstate.seeds()
                .vaultWithoutIdentity(vault, "westus")
                .diskPolicy(vault, "Bare-Policy", "P1D", "P7D"));
        Plan plan = bench.planner.plan(disks(DatasourceQuery.ALL, row(1, "msdiskbackup", vault, "Bare-Policy", null)));
        assertThat(said(plan)).containsExactly("msdiskbackup blocked VaultMSIUnauthorized");
    }

    @Test
    void theServiceValidatesWhatWouldBeProtectedWhenAsked() {
        DatasourceQuery all = DatasourceQuery.ALL;
        PlanRequest request = new PlanRequest(
                DatasourceKind.BLOB,
                List.of(Wanted.of("msblobbackup"), Wanted.of("stpremium01"), Wanted.of("steastdata01")),
                all,
                Seeds.VAULT,
                "BlobBackup-Policy",
                null,
                RoleScope.RESOURCE,
                true);
        Plan plan = bench.planner.plan(request);
        assertThat(said(plan))
                .as("a refusal for want of roles that are planned is none")
                .containsExactly(
                        "msblobbackup protect",
                        "stpremium01 blocked UserErrorUnsupportedStorageAccountType",
                        "steastdata01 blocked null");
        assertThat(plan.grants()).as("nothing is granted for what is blocked").hasSize(1);
        List<String> sent =
                bench.requests.stream().filter(line -> !line.startsWith("GET ")).toList();
        assertThat(sent).hasSize(2).allMatch(line -> line.equals("POST " + Seeds.VAULT + "/validateForBackup"));
        bench.requests.removeAll(sent);
    }
}
