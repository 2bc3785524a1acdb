package dpsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.backup.DatasourceKind;
import dpsh.sandbox.SandboxEstate;
import dpsh.store.ItemState;
import dpsh.store.RunItem;
import dpsh.store.RunRow;
import dpsh.store.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkRunsTest {
    private static final int DISKS = 60;

    @TempDir
    Path home;

    private final List<RunProgress> seen = new ArrayList<>();

    private static RunSettings settings(boolean grant) {
        return new RunSettings(grant, RoleScope.SUBSCRIPTION, Duration.ofHours(100), Duration.ofHours(100));
    }

    private static Plan plan(BulkBench bench, RoleScope scope) {
        return bench.planner.plan(new PlanRequest(
                DatasourceKind.DISK, List.of(), DatasourceQuery.ALL, "bulk", "Daily", "rg-snapshots", scope, false));
    }

    private static BulkRuns runs(BulkBench bench) {
        return new BulkRuns(bench.service.bulk(), bench.service.runs(), bench.planner::recheck, bench.service.world());
    }

    private RunRow run(BulkBench bench, Plan plan, boolean grant) {
        return runs(bench).run(plan, settings(grant), begun -> {}, seen::add);
    }

    @Test
    void protectsEveryDiskAndTheSecondTimeChangesNothing() {
        try (BulkBench bench = new BulkBench(home, BulkWorld.granted(DISKS))) {
            Plan plan = plan(bench, RoleScope.RESOURCE);

            RunRow run = run(bench, plan, false);

            assertThat(runs(bench).items(run.number(), Set.of()))
                    .allSatisfy(item -> assertThat(item.state()).isEqualTo(ItemState.PROTECTED))
                    .hasSize(DISKS);
            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(bench.service.operations().list(true, 10)).isEmpty();
            assertThat(bench.service
                            .backup()
                            .instances(plan.items().get(0).vault())
                            .all())
                    .hasSize(DISKS)
                    .allSatisfy(instance ->
                            assertThat(instance.state().isProtected()).isTrue());
            bench.requests.clear();

            RunRow again = run(bench, plan, false);

            assertThat(runs(bench).counts(again.number()).of(ItemState.UNCHANGED))
                    .isEqualTo(DISKS);
            assertThat(bench.requests).noneMatch(line -> line.startsWith("PUT") || line.startsWith("POST"));
        }
    }

    @Test
    void assignsRolesOnceAndWaitsForThemOnceForTheBatch() {
        try (BulkBench bench = new BulkBench(home, BulkWorld.estate(DISKS))) {
            Plan plan = plan(bench, RoleScope.SUBSCRIPTION);

            RunRow run = run(bench, plan, true);

            assertThat(runs(bench).counts(run.number()).of(ItemState.PROTECTED)).isEqualTo(DISKS);
            assertThat(bench.requests.stream().filter(line -> line.contains("/roleAssignments/")))
                    .hasSize(2);
            // Two minutes of service time until the roles act: some validations are refused, and not one of each disk.
            assertThat(bench.requests.stream().filter(line -> line.contains("/validateForBackup")))
                    .hasSizeLessThan(DISKS + 12);
        }
    }

    @Test
    void withoutLeaveToGrantWhatLacksRolesIsBlockedAndNothingIsSent() {
        try (BulkBench bench = new BulkBench(home, BulkWorld.estate(3))) {
            Plan plan = plan(bench, RoleScope.RESOURCE);
            bench.requests.clear();

            RunRow run = run(bench, plan, false);

            assertThat(runs(bench).items(run.number(), Set.of()))
                    .extracting(RunItem::state, RunItem::code)
                    .containsOnly(org.assertj.core.groups.Tuple.tuple(
                            ItemState.BLOCKED, "UserErrorMissingRequiredPermissions"));
            assertThat(bench.requests).noneMatch(line -> line.startsWith("PUT") || line.startsWith("POST"));
        }
    }

    @Test
    void whatIsTooManyForTheVaultIsBlockedAndTheRestIsProtected() {
        SandboxEstate estate = BulkWorld.granted(3);
        for (int i = 0; i < 4_999; i++) {
            String disk =
                    BulkWorld.SUBSCRIPTION + "/resourceGroups/rg-full/providers/Microsoft.Compute/disks/full-" + i;
            estate = estate.disk(disk, "westus", "Premium_LRS", 64, Map.of())
                    .protectedDisk(BulkWorld.VAULT, "full-" + i, disk, "Daily", BulkWorld.SNAPSHOTS);
        }
        try (BulkBench bench = new BulkBench(home, estate)) {
            List<Wanted> three = List.of(Wanted.of("disk-0"), Wanted.of("disk-1"), Wanted.of("disk-2"));
            Plan plan = bench.planner.plan(new PlanRequest(
                    DatasourceKind.DISK,
                    three,
                    DatasourceQuery.ALL,
                    "bulk",
                    "Daily",
                    "rg-snapshots",
                    RoleScope.RESOURCE,
                    false));

            RunRow run = run(bench, plan, false);

            assertThat(runs(bench).counts(run.number()).of(ItemState.PROTECTED)).isEqualTo(1);
            assertThat(runs(bench).items(run.number(), Set.of(ItemState.BLOCKED)))
                    .hasSize(2)
                    .allSatisfy(item -> assertThat(item.message()).contains("takes 5000 at most"));
        }
    }
}
