package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scheduled backups, their tags, their expiry and their failures, in worlds whose time the test gives. */
class SchedulerTest {
    private static final String SUBSCRIPTION = "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e";
    private static final String VAULT =
            SUBSCRIPTION + "/resourceGroups/g/providers/Microsoft.DataProtection/backupVaults/vault";
    private static final String SNAPSHOTS = SUBSCRIPTION + "/resourceGroups/snaps";
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final ArmId ONE = ArmId.of(VAULT + "/backupInstances/i0");

    private static World world(int disks, String every, String keep) {
        World world = unsettled(disks, every, keep);
        world.timeline.settle(START);
        return world;
    }

    private static World unsettled(int disks, String every, String keep) {
        SandboxEstate estate = SandboxEstate.empty("aaaabbbb-0000-cccc-1111-dddd2222eeee")
                .vault(VAULT, "westus")
                .diskPolicy(VAULT, "policy", every, keep)
                .group(SNAPSHOTS, "westus");
        for (int i = 0; i < disks; i++) {
            String disk = SUBSCRIPTION + "/resourceGroups/g/providers/Microsoft.Compute/disks/d" + i;
            estate.disk(disk, "westus", "Premium_LRS", 4, Map.of())
                    .protectedDisk(VAULT, "i" + i, disk, "policy", SNAPSHOTS);
        }
        return estate.build();
    }

    private static BackupInstance one(World world) {
        BackupInstance instance = world.instances.shelf().get(ONE);
        assertThat(instance).isNotNull();
        return instance;
    }

    private static List<RecoveryPoint> points(World world, Instant now) {
        world.timeline.settle(now);
        BackupHistory history = world.backups.history(ONE);
        assertThat(history).isNotNull();
        return history.visible(now);
    }

    private static List<String> days(List<RecoveryPoint> points) {
        return points.stream()
                .map(point -> point.created().toString().substring(5, 13))
                .toList();
    }

    private static Instant days(int days) {
        return START.plus(Duration.ofDays(days));
    }

    @Test
    void backsUpWhenTheScheduleSays() {
        World world = world(1, "PT4H", "P1D");

        List<RecoveryPoint> points = points(world, Instant.parse("2026-11-22T17:30:00Z"));

        assertThat(days(points))
                .containsExactly("11-22T17", "11-22T13", "11-22T09", "11-22T05", "11-22T01", "11-21T21");
        RecoveryPoint newest = points.get(0);
        assertThat(newest.created()).isBetween("2026-11-22T17:01:01Z", "2026-11-22T17:01:25.1Z");
        assertThat(newest.expiry()).isEqualTo(newest.created().plus(Duration.ofDays(1)));
        assertThat(Duration.between(newest.created(), newest.time()))
                .isBetween(Duration.ofSeconds(70), Duration.ofSeconds(110));
    }

    @Test
    void jobOfAScheduledBackupIsNobodys() {
        World world = world(1, "P1D", "P7D");
        Instant now = days(1);
        world.timeline.settle(now);

        List<Job> jobs = world.jobs.of(ArmId.of(VAULT));

        JsonNode newest = new JobBody(jobs.get(jobs.size() - 1), now, new ApiVersion("2025-07-01"))
                .single()
                .path("properties");
        assertThat(newest.path("isUserTriggered").asBoolean()).isFalse();
        assertThat(newest.path("supportedActions")).isEmpty();
        assertThat(newest.path("extendedInfo")
                        .path("additionalDetails")
                        .path("RetentionTag")
                        .asText())
                .isEqualTo("Default");
        assertThat(newest.path("status").asText()).isEqualTo("Completed");
    }

    @Test
    void worldBeginsWithTheLastSevenDays() {
        assertThat(points(world(1, "P1D", "P30D"), START)).hasSize(7);
        assertThat(points(world(1, "P1D", "P3D"), START)).hasSize(3);
    }

    @Test
    void onePassAndManyStepsLeadToTheSame() {
        World atOnce = world(1, "PT4H", "P2D");
        World stepwise = world(1, "PT4H", "P2D");
        for (int minutes = 0; minutes < 60 * 24 * 40; minutes += 37) {
            stepwise.timeline.settle(START.plus(Duration.ofMinutes(minutes)));
        }
        Instant end = days(40);

        assertThat(points(atOnce, end)).isEqualTo(points(stepwise, end)).hasSize(12);
        assertThat(atOnce.jobs.of(ArmId.of(VAULT)).stream().map(Job::name))
                .isEqualTo(stepwise.jobs.of(ArmId.of(VAULT)).stream()
                        .map(Job::name)
                        .toList());
        assertThat(atOnce.jobs.of(ArmId.of(VAULT))).isEqualTo(stepwise.jobs.of(ArmId.of(VAULT)));
    }

    @Test
    void suspendedInstanceKeepsItsLastRecoveryPoint() {
        World world = world(1, "P1D", "P7D");
        one(world).becomes(BackupInstance.State.BackupsSuspended);
        world.scheduler.watch(one(world));

        assertThat(points(world, days(3))).hasSize(4);
        assertThat(days(points(world, days(60)))).containsExactly("11-20T13");
        one(world).becomes(BackupInstance.State.ProtectionConfigured);
        world.scheduler.watch(one(world));
        assertThat(days(points(world, days(60).plus(Duration.ofHours(2))))).containsExactly("01-20T13");
    }

    @Test
    void stoppedInstanceKeepsEverything() {
        World world = world(1, "P1D", "P7D");
        one(world).becomes(BackupInstance.State.ProtectionStopped);
        world.scheduler.watch(one(world));

        assertThat(points(world, days(365))).hasSize(7);
    }

    @Test
    void lostRoleFailsTheJobsUntilItIsBack() {
        World world = world(1, "P1D", "P30D");
        RoleAssignment reader =
                world.roles.around(one(world).protection().datasource(), false).get(0);
        world.timeline.settle(days(1));
        world.roles.remove(reader.name());
        world.timeline.settle(days(3));
        world.roles.make(
                "99999999-0000-0000-0000-000000000001",
                reader.scope(),
                reader.role(),
                reader.principal(),
                "ServicePrincipal",
                "me",
                days(3).plus(Duration.ofHours(2)));
        Instant end = days(6);
        world.timeline.settle(end);

        List<String> outcomes = world.jobs.of(ArmId.of(VAULT)).stream()
                .filter(job -> job.start().isAfter(START))
                .map(job -> job.outcome().name())
                .toList();

        assertThat(outcomes).containsExactly("Completed", "Failed", "Failed", "Failed", "Completed", "Completed");
        assertThat(points(world, end)).hasSize(7 + 3);
        DppError failure = world.jobs.of(ArmId.of(VAULT)).get(9).failure();
        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo("UserErrorNotEnoughPermissionOnDisk");
    }

    @Test
    void lostDiskAndLostGroupFailTheJobs() {
        World world = world(1, "P1D", "P30D");
        Disk disk = world.disks.get(one(world).protection().datasource());
        assertThat(disk).isNotNull();
        world.disks.remove(disk.id());
        world.timeline.settle(days(1));
        world.disks.put(disk);
        world.groups.remove(ArmId.of(SNAPSHOTS));
        world.timeline.settle(days(2));

        List<String> codes = world.jobs.of(ArmId.of(VAULT)).stream()
                .filter(job -> job.failure() != null)
                .map(job -> job.failure() == null ? "" : job.failure().code())
                .toList();

        assertThat(codes)
                .containsExactly(
                        "UserErrorManagedDiskNotFound", "UserErrorDiskBackupSnapshotRGOrMSIPermissionsNotPresent");
    }

    @Test
    void firstOfTheDayIsKeptLonger() {
        World world = world(1, "PT4H", "P1D");
        ArmId id = ArmId.of(VAULT + "/backupPolicies/policy");
        Policy plain = world.policies.get(id);
        assertThat(plain).isNotNull();
        world.policies.put(new Policy(id, withDailyTag(plain)));

        List<RecoveryPoint> points = points(world, days(40));

        assertThat(points.stream().filter(point -> point.tag().equals("Daily"))).hasSize(30);
        assertThat(points.stream().filter(point -> point.tag().equals("Default")))
                .hasSize(5);
        assertThat(points.stream().filter(point -> point.tag().equals("Daily")))
                .allMatch(point -> point.created().toString().contains("T01:01:"));
    }

    private static ObjectNode withDailyTag(Policy plain) {
        ObjectNode properties = plain.properties().deepCopy();
        ((ObjectNode) properties.path("policyRules").path(0).path("trigger"))
                .withArray("taggingCriteria")
                .add(Wire.json("""
                        {"tagInfo":{"tagName":"Daily","id":"Daily_"},"taggingPriority":25,"isDefault":false,
                         "criteria":[{"absoluteCriteria":["FirstOfDay"],"objectType":"ScheduleBasedBackupCriteria"}]}"""));
        properties.withArray("policyRules").add(Wire.json("""
                {"name":"Daily","objectType":"AzureRetentionRule","isDefault":false,"lifecycles":[
                 {"deleteAfter":{"objectType":"AbsoluteDeleteOption","duration":"P30D"},
                  "sourceDataStore":{"dataStoreType":"OperationalStore","objectType":"DataStoreInfoBase"}}]}"""));
        return properties;
    }

    @Test
    void otherPolicyCountsFromItsBeginning() {
        World world = world(1, "P1D", "P30D");
        ArmId hourly = ArmId.of(VAULT + "/backupPolicies/hourly");
        world.policies.put(Policy.of(hourly, SeedPolicies.disk("PT1H", "P30D")));
        Instant change = days(5);
        world.timeline.settle(change);
        Protection changed = Protection.read(
                SeedPolicies.instance(one(world).protection().datasource(), "westus", hourly, SNAPSHOTS));
        one(world).configure(changed, null, true);
        one(world).configured(change);
        world.scheduler.watch(one(world));

        assertThat(points(world, change.plus(Duration.ofMinutes(150)))).hasSize(7 + 5 + 2);
    }

    @Test
    void yearPassesOverManyInstances() {
        World world = world(100, "PT4H", "P7D");

        world.timeline.settle(days(365));

        assertThat(world.backups.histories())
                .hasSize(100)
                .allMatch(history -> history.visible(days(365)).size() == 42);
        assertThat(world.jobs.of(ArmId.of(VAULT))).hasSize(100 * 30 * 6);
    }

    @Test
    void savedWorldGoesOnWhereItWas() {
        World world = world(2, "PT4H", "P1D");
        world.timeline.settle(days(1));
        World other = world(2, "PT4H", "P1D");
        JsonNode histories = Wire.json(new SavedPoints(world).save().toString());
        JsonNode jobs = Wire.json(new SavedJobs(world).save().toString());
        World loaded = unsettled(2, "PT4H", "P1D");
        new SavedPoints(loaded).load(histories);
        new SavedJobs(loaded).load(jobs);
        loaded.timeline.settle(days(1));
        Instant end = days(2);

        assertThat(points(loaded, end)).isEqualTo(points(world, end)).isEqualTo(points(other, end));
        assertThat(loaded.jobs.all()).isEqualTo(world.jobs.all()).hasSizeGreaterThan(40);
        assertThat(new SavedPoints(loaded).save()).isEqualTo(new SavedPoints(world).save());
    }
}
