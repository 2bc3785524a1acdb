package dpsh.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** scripts/runbooks: protect-disks, protect-accounts and retry-errors. */
class ProtectRunbooksTest {
    private static final String[] DISKS = {
        "--policy", "DiskDaily-Policy", "--snapshot-group", "snapshot-rg", "--tag", "env=prod", "--region", "westus"
    };

    private final Runbooks runbooks = new Runbooks();
    private final TakenRunbook disks = TakenRunbook.of(runbooks, "protect-disks");
    private final TakenRunbook accounts = TakenRunbook.of(runbooks, "protect-accounts");
    private final TakenRunbook retry = TakenRunbook.of(runbooks, "retry-errors");

    @AfterEach
    void close() {
        runbooks.close();
    }

    private static String[] and(String[] words, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(words), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    @Test
    void protectsDisksByTagOnceAndReportsIt() {
        String before = runbooks.dpsh().world();
        TakenRunbook.Answered preview = disks.json(and(DISKS, "--preview"));
        assertThat(preview.all("verdict")).containsExactly("protect", "protect");
        assertThat(preview.ran().err()).contains("2 to protect, 0 unchanged, 0 blocked; 3 grants needed");
        Ran shown = disks.with(List.of("--show-request"), and(DISKS, "--grant"));
        assertThat(shown.code()).as(shown.toString()).isZero();
        assertThat(shown.out()).contains("PUT ");
        assertThat(disks.with(List.of("--read-only"), and(DISKS, "--grant")).code())
                .isEqualTo(4);
        assertThat(runbooks.dpsh().world()).isEqualTo(before);

        Path report = runbooks.directory().resolve("report.html");
        Path plan = runbooks.directory().resolve("plan.json");
        TakenRunbook.Answered run =
                disks.json(and(DISKS, "--report", report.toString(), "--save", plan.toString(), "--grant"));
        assertThat(run.ran().code()).as(run.ran().toString()).isZero();
        assertThat(run.all("state")).containsExactly("protected", "protected");
        assertThat(report).content().contains("disk-prod-01").startsWith("<!DOCTYPE html>");
        assertThat(plan).content().contains("disk-ultra-01");
        TakenRunbook.Answered again = disks.json(DISKS);
        assertThat(again.ran().code()).isZero();
        assertThat(again.all("state")).containsExactly("unchanged", "unchanged");
    }

    @Test
    void someThatCannotBeProtectedAreExitCode3AndAllAre1() {
        TakenRunbook.Answered some = disks.json(
                "--policy",
                "DiskDaily-Policy",
                "--snapshot-group",
                "snapshot-rg",
                "--name",
                "disk-east-01",
                "--name",
                "disk-prod-01",
                "--grant");
        assertThat(some.ran().code()).as(some.ran().toString()).isEqualTo(3);
        assertThat(some.of("disk-east-01", "state")).isEqualTo("blocked");
        assertThat(some.of("disk-prod-01", "state")).isEqualTo("protected");
        assertThat(some.ran().err()).contains("1 of 2 are not protected as planned");
        TakenRunbook.Answered all =
                disks.json("--policy", "DiskDaily-Policy", "--snapshot-group", "snapshot-rg", "--name", "disk-east-01");
        assertThat(all.ran().code()).isEqualTo(1);
        assertThat(all.of("disk-east-01", "state")).isEqualTo("blocked");
        TakenRunbook.Answered none =
                disks.json("--policy", "DiskDaily-Policy", "--snapshot-group", "snapshot-rg", "--name", "zz*");
        assertThat(none.ran().code()).as(none.ran().toString()).isZero();
        assertThat(none.rows()).isEmpty();
    }

    @Test
    void protectsTheAccountsOfACsvOnce() {
        Path csv = runbooks.file(
                "accounts.csv", "name,policy,owner", "msblobbackup,BlobBackup-Policy,ann", "stprodlogs01,,bob");
        String[] words = {csv.toString(), "--policy", "BlobBackup-Policy"};
        TakenRunbook.Answered preview = accounts.json(and(words, "--preview"));
        assertThat(preview.all("verdict")).as(preview.ran().toString()).containsExactly("protect", "protect");
        assertThat(preview.ran().err()).contains("columns that mean nothing here: owner");
        TakenRunbook.Answered run = accounts.json(and(words, "--grant"));
        assertThat(run.ran().code()).as(run.ran().toString()).isZero();
        assertThat(run.all("state")).containsExactly("protected", "protected");
        assertThat(accounts.json(words).all("state")).containsExactly("unchanged", "unchanged");
    }

    @Test
    void aWrongCsvIsToldWithItsLines() {
        String before = runbooks.dpsh().world();
        Ran column = accounts.run(
                runbooks.file("a.csv", "acount,policy", "x,y").toString(), "--policy", "BlobBackup-Policy", "--grant");
        assertThat(column.code()).as(column.toString()).isEqualTo(2);
        assertThat(column.err()).contains("a.csv").contains("protect-accounts.groovy:");
        Ran cells = accounts.run(
                runbooks.file("b.csv", "name,policy", "x,y,z,w").toString(), "--policy", "BlobBackup-Policy");
        assertThat(cells.code()).isEqualTo(2);
        assertThat(cells.err()).contains("line 2");
        assertThat(accounts.run("-", "--policy", "BlobBackup-Policy").err()).contains("does not read standard input");
        assertThat(runbooks.dpsh().world()).isEqualTo(before);
    }

    @Test
    void retriesWhatFailedToBeConfiguredAndWhatFailedToBeUpdated() {
        disks.json(and(DISKS, "--grant"));
        fault("code CloudInternalError on=putInstance times=1");
        runbooks.dpsh().atVault("instance update disk-prod-01 --policy DiskBackup-Policy --yes");
        runbooks.dpsh().lines("sandbox fault clear");
        fault("code CloudInternalError on=putInstance times=1");
        runbooks.dpsh()
                .atVault("protect disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --grant");
        runbooks.dpsh().lines("sandbox fault clear");

        TakenRunbook.Answered preview = retry.json("--preview");
        assertThat(preview.of("disk-prod-01", "state"))
                .as(preview.ran().toString())
                .isEqualTo("ProtectionError");
        assertThat(preview.of("msdiskbackup", "state")).isEqualTo("ConfiguringProtectionFailed");
        assertThat(preview.of("msdiskbackup", "code")).isEqualTo("CloudInternalError");
        assertThat(preview.rows()).hasSize(2);
        Ran shown = retry.with(List.of("--show-request"), "--grant");
        assertThat(shown.code()).as(shown.toString()).isZero();
        assertThat(shown.out()).contains("PUT ");

        TakenRunbook.Answered retried = retry.json("--grant");
        assertThat(retried.ran().code()).as(retried.ran().toString()).isZero();
        assertThat(retried.all("after")).containsExactly("ProtectionConfigured", "ProtectionConfigured");
        assertThat(retried.all("helped")).containsExactly("configured again", "configured again");
        TakenRunbook.Answered again = retry.json();
        assertThat(again.ran().code()).isZero();
        assertThat(again.rows()).isEmpty();
    }

    @Test
    void whatCannotBeHelpedIsTold() {
        fault("code CloudInternalError on=putInstance times=1");
        runbooks.dpsh()
                .atVault("protect disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --grant");
        runbooks.dpsh().lines("sandbox fault clear");
        fault("code UserErrorNotEnoughPermissionOnDisk on=putInstance");
        fault("code UserErrorNotEnoughPermissionOnDisk on=sync");
        TakenRunbook.Answered retried = retry.json("--grant");
        assertThat(retried.ran().code()).as(retried.ran().toString()).isEqualTo(1);
        assertThat(retried.of("msdiskbackup", "after")).isNotEqualTo("ProtectionConfigured");
        assertThat(retried.of("msdiskbackup", "code")).isEqualTo("UserErrorNotEnoughPermissionOnDisk");
        assertThat(retried.ran().err()).contains("1 of 1 instances are in an error state still");
    }

    private void fault(String line) {
        Ran ran = runbooks.dpsh().lines("sandbox fault add " + line);
        assertThat(ran.code()).as(ran.toString()).isZero();
    }
}
