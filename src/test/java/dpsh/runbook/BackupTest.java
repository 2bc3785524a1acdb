package dpsh.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Ran;
import dpsh.Seeds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupTest {
    private final Runbooks runbooks = new Runbooks();

    @AfterEach
    void close() {
        runbooks.close();
    }

    @Test
    void filtersChooseDatasources() {
        Ran ran = runbooks.script(
                "println backup.disks(group: 'RG-DiskBackup', tags: [env: 'prod'])*.name",
                "println backup.disks(name: 'disk-*', region: 'West US')*.name",
                "println backup.disks(name: ~/disk-east-0[12]/, subscription: '" + Seeds.OPERATIONS + "')*.name",
                "println backup.disks(size: 4..64).every { it.sizeGb >= 4 && it.sizeGb <= 64 }",
                "println backup.disks(resourceGroup: 'rg-diskbackup', protected: true)*.name",
                "println backup.storageAccounts(protected: false).any { it.name == 'msblobbackup' }",
                "println backup.datasources(name: 'ms*')*.kind",
                "println backup.disks(name: ['disk-dev-*', ~/shared.*/])*.name");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(0);
        assertThat(ran.out()).isEqualTo("""
                        [disk-east-01, disk-east-02, disk-prod-01, disk-ultra-01]
                        [disk-dev-01, disk-prod-01, disk-ultra-01]
                        [disk-east-01, disk-east-02]
                        true
                        [disk-east-02]
                        true
                        [DISK, BLOB]
                        [disk-dev-01, shared-data, shared-data]
                        """);
    }

    @Test
    void protectsADiskStepByStep() {
        Ran ran = runbooks.script(
                "def disk = backup.disk('msdiskbackup')",
                "def draft = backup.instance(disk, policy: 'DiskBackup-Policy', snapshotGroup: 'snapshot-rg')",
                "println draft.name",
                "println backup.check(draft)*.message",
                "println backup.permissions(draft)*.missing",
                "println backup.grant(draft)*.missing",
                "println backup.validate(draft).await('20 min').succeeded",
                "def work = backup.create(draft)",
                "println \"$work.kind $work.open\"",
                "def verdict = work.await()",
                "println \"$verdict.state $verdict.detail ${verdict ? 'true' : 'false'}\"",
                "println backup.create(draft).unchanged",
                "println backup.instance('msdiskbackup').state == 'ProtectionConfigured'",
                "println backup.instances(state: 'ProtectionConfigured', kind: 'disk', name: 'ms*')*.name",
                "println backup.operation(work.number).state",
                "println backup.operations().every { !it.failed || it.kind == 'validate' }");
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.out())
                .isEqualTo(Seeds.DISK_INSTANCE + "\n[]\n[true, true]\n[false, false]\ntrue\ncreate instance true\n"
                        + "succeeded ProtectionConfigured true\ntrue\ntrue\n[" + Seeds.DISK_INSTANCE
                        + "]\nsucceeded\ntrue\n");
    }

    @Test
    void protectsSeveralAndSaysHowEachEnded() {
        Path file = runbooks.file(
                "protect.groovy",
                "def results = backup.protect(backup.disks(name: ['disk-prod-01']) + backup.disk('disk-east-01'),",
                "    policy: 'DiskBackup-Policy', snapshotGroup: 'snapshot-rg', grant: true)",
                "results.each { println \"$it.datasource.name $it.result ${it ? 'yes' : 'no'}\" }",
                "println results[1].detail");
        Ran ran = runbooks.run(file, List.of());
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.out())
                .startsWith("disk-prod-01 protected yes\ndisk-east-01 blocked no\n")
                .contains("they must be in the same region");
        assertThat(ran.err()).contains("disk-prod-01  granted").contains("in force");
        assertThat(runbooks.run(file, List.of()).out()).startsWith("disk-prod-01 unchanged yes\n");
    }

    @Test
    void whatCannotBeUndoneNeedsAYes() {
        assertThat(runbooks.dpsh().atVault(Seeds.PROTECT_DISK).code()).isZero();
        Path delete = runbooks.file("delete.groovy", "println backup.delete('msdiskbackup').await()");
        Path stop = runbooks.file("stop.groovy", "println backup.stop(backup.instance('msdiskbackup')).await()");
        for (Path file : List.of(delete, stop)) {
            String before = runbooks.dpsh().world();
            Ran refused = runbooks.run(file, List.of());
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("this must be confirmed, and there is nobody to ask");
            assertThat(runbooks.dpsh().world()).isEqualTo(before);
        }
        assertThat(runbooks.run(stop, List.of("--yes")).out()).isEqualTo("succeeded: ProtectionStopped\n");
        assertThat(runbooks.run(delete, List.of("--yes")).code()).isZero();
        assertThat(runbooks.script("println backup.instances().size()").out()).isEqualTo("0\n");
    }

    @Test
    void doesWhatComesAfterProtection() {
        assertThat(runbooks.dpsh().atVault(Seeds.PROTECT_DISK).code()).isZero();
        Path file = runbooks.file(
                "after.groovy",
                "def disk = backup.instance('msdiskbackup')",
                "println backup.backup(disk).await().succeeded",
                "println backup.jobs(operation: 'Backup', running: false)*.state*.word",
                "println backup.job(backup.jobs().first().name).datasourceName",
                "println backup.recoveryPoints(disk)*.type",
                "println backup.update(disk, policy: 'DiskDaily-Policy').await().detail",
                "println backup.update(disk, policy: 'DiskDaily-Policy').unchanged",
                "println backup.suspend(disk).await().detail",
                "println backup.resume(disk).await().detail",
                "println backup.sync(disk).await().succeeded",
                "println backup.coverage(name: 'msdisk*')*.standing",
                "try { backup.update(disk, policy: 'BlobBackup-Policy') } catch (e) { println e.code() }");
        Ran ran = runbooks.run(file, List.of("--yes"));
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.out())
                .isEqualTo("true\n[Completed]\nmsdiskbackup\n[Incremental]\nProtectionConfigured\ntrue\n"
                        + "BackupsSuspended\nProtectionConfigured\ntrue\n[PROTECTED]\nBMSUserErrorInvalidInput\n");
    }

    @Test
    void plansRunsAndPlansAgain() {
        Path plan = runbooks.directory().resolve("plan.json");
        Path file = runbooks.file(
                "plan.groovy",
                "def plan = backup.plan {",
                "    disks group: 'RG-DiskBackup', tags: [env: 'prod'], region: 'westus'",
                "    policy 'DiskBackup-Policy'",
                "    snapshotGroup 'snapshot-rg'",
                "}",
                "println plan",
                "plan.save '" + plan + "'",
                "def run = plan.run(grant: true)",
                "println \"$run ${run ? 'all' : 'not all'} ${run.blocked*.code}\"");
        Ran ran = runbooks.run(file, List.of());
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.out())
                .contains("protect  disk-prod-01\n", "1 to protect, 0 unchanged, 1 blocked; 2 grants needed; about ")
                .endsWith("run 1: 1 protected, 0 unchanged, 1 blocked, 0 failed not all"
                        + " [UserErrorDiskBackupDiskTypeNotSupported]\n");
        Path report = runbooks.directory().resolve("report.csv");
        Ran told = runbooks.script("def run = backup.run(1); println run; run.report '" + report + "'");
        assertThat(told.out()).isEqualTo("run 1: 1 protected, 0 unchanged, 1 blocked, 0 failed\n");
        assertThat(report).content().contains("disk-prod-01", "UserErrorDiskBackupDiskTypeNotSupported");
        assertThat(runbooks.script("backup.run(1).report 'report.doc'").err())
                .contains("book.groovy:1: 'report.doc' names no kind of report");
        Ran again = runbooks.run(file, List.of());
        assertThat(again.out()).contains("run 2: 0 protected, 1 unchanged, 1 blocked, 0 failed");
        assertThat(runbooks.script("println backup.plan('" + plan + "').items.size()")
                        .out())
                .isEqualTo("2\n");
    }

    @Test
    void aPlanShowsItsRequestsInPlaceOfSendingThem() {
        Path file = runbooks.file(
                "shown.groovy",
                "def plan = backup.plan { disks(['disk-prod-01']); policy 'DiskBackup-Policy'; snapshotGroup 'snapshot-rg' }",
                "println plan.run(grant: true)");
        String before = runbooks.dpsh().world();
        Ran ran = runbooks.run(file, List.of("--show-request"));
        assertThat(ran.out())
                .contains("nothing was run", "validateForBackup", "roleAssignments", "backupInstances/disk-prod-01");
        assertThat(runbooks.dpsh().world()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "disks(['nosuch']) | there is no disk 'nosuch'",
                "disks([]) | the list of disks is empty",
                "disks group: 'x'; storageAccounts group: 'x' | a plan takes one of disks and storageAccounts, once",
                "scope 'wide' | there is no scope 'wide': there are resource, group and subscription",
            })
    void aPlanSaysWhatIsWrongWithIt(String line, String said) {
        Ran ran = runbooks.script(
                "backup.plan { " + line + "; policy 'DiskBackup-Policy'; snapshotGroup 'snapshot-rg' }");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("book.groovy:1: ").contains(said);
    }

    @Test
    void theTimeoutHoldsForWaiting() {
        assertThat(runbooks.script(
                                "backup.protect(backup.disk('msdiskbackup'), policy: 'DiskBackup-Policy', snapshotGroup: 'snapshot-rg', grant: true)")
                        .code())
                .isZero();
        Path file = runbooks.file("backup.groovy", "println backup.backup('msdiskbackup').await()");
        Ran ran = runbooks.run(file, List.of("--timeout", "20s"));
        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err()).startsWith("backup.groovy:1: ").contains("is still running", "operation watch");
    }
}
