package dpsh.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** scripts/runbooks: unprotected and nightly-report, in a world with a protected, a stopped, a failed and a failing disk. */
class ReportRunbooksTest {
    private static Runbooks runbooks;

    private final TakenRunbook unprotected = TakenRunbook.of(runbooks, "unprotected");
    private final TakenRunbook night = TakenRunbook.of(runbooks, "nightly-report");

    @BeforeAll
    static void open() {
        runbooks = new Runbooks();
        Ran ran = runbooks.dpsh()
                .run(
                        "--vault",
                        "testBkpVault",
                        "--yes",
                        "-c",
                        "protect disk disk-prod-01 disk-dev-01 disk-ultra-01 --policy DiskDaily-Policy --snapshot-group"
                                + " snapshot-rg --grant",
                        "-c",
                        "instance stop disk-dev-01",
                        "-c",
                        "sandbox fault add code UserErrorDiskSnapshotNotFound on=backup times=1",
                        "--keep-going",
                        "-c",
                        "instance backup disk-prod-01",
                        "-c",
                        "sandbox fault clear",
                        "-c",
                        "sandbox fault add code CloudInternalError on=putInstance times=1",
                        "-c",
                        "instance update disk-ultra-01 --policy DiskBackup-12h-Policy",
                        "-c",
                        "sandbox fault clear");
        assertThat(ran.out()).as(ran.toString()).contains("UserErrorDiskSnapshotNotFound", "CloudInternalError");
    }

    @AfterAll
    static void close() {
        runbooks.close();
    }

    @Test
    void listsWhatHasNoBackupsAndWhy() {
        TakenRunbook.Answered disks = unprotected.json("--kind", "disk", "--group", "RG-DiskBackup");
        assertThat(disks.ran().code()).as(disks.ran().toString()).isZero();
        assertThat(disks.of("msdiskbackup", "standing")).isEqualTo("unprotected");
        assertThat(disks.of("disk-dev-01", "standing")).isEqualTo("stopped");
        assertThat(disks.of("disk-dev-01", "vault")).isEqualTo("testBkpVault");
        assertThat(disks.of("disk-ultra-01", "standing")).isEqualTo("failing");
        assertThat(disks.all("datasource")).doesNotContain("disk-prod-01", "disk-east-02", "msblobbackup");
        assertThat(unprotected.json("--kind", "blob").all("datasource")).contains("msblobbackup");
    }

    @Test
    void theFormAndTheExitCodeAreTheCallersChoice() {
        Ran csv = unprotected.with(List.of("-o", "csv"), "--name", "disk-dev-01", "--fail");
        assertThat(csv.code()).isEqualTo(1);
        assertThat(csv.out())
                .startsWith("datasource,kind,standing,why,vault,region,sizeGb,id")
                .contains("disk-dev-01,disk,stopped");
        assertThat(csv.err()).contains("1 of 1 datasources have no backups made");
        assertThat(unprotected.run("--name", "disk-prod-01", "--fail").code()).isZero();
        assertThat(unprotected
                        .run("--tag", "env=dev", "--tag", "no=such", "--fail")
                        .code())
                .isZero();
    }

    @Test
    void theNightlyReportHasEverythingThatSomebodyMustSee() {
        TakenRunbook.Answered report = night.json();
        assertThat(report.ran().code()).as(report.ran().toString()).isZero();
        assertThat(rows(report, "failed jobs")).containsExactly("disk-prod-01 Failed");
        assertThat(rows(report, "errors")).containsExactly("disk-ultra-01 ProtectionError");
        assertThat(rows(report, "stopped")).containsExactly("disk-dev-01 ProtectionStopped");
        assertThat(rows(report, "unprotected")).contains("msdiskbackup unprotected", "msblobbackup unprotected");
        assertThat(rows(report, "instances")).contains("1 ProtectionConfigured", "1 ProtectionStopped");
        assertThat(night.run("--fail").code()).isEqualTo(1);
        assertThat(rows(night.json("--vault", "paygVault"), "failed jobs")).isEmpty();
    }

    @Test
    void theNightlyReportIsWrittenAsItsNameSays() {
        Path markdown = runbooks.directory().resolve("night.md");
        Path html = runbooks.directory().resolve("night.html");
        Path csv = runbooks.directory().resolve("night.csv");
        for (Path file : List.of(markdown, html, csv)) {
            Ran ran = night.with(List.of("--read-only"), "--report", file.toString());
            assertThat(ran.code()).as(ran.toString()).isZero();
            assertThat(ran.err()).contains("written to " + file);
        }
        assertThat(markdown)
                .content()
                .contains("## Failed jobs\n\n| what | state |", "| disk-prod-01 | Failed | Backup: ");
        assertThat(html)
                .content()
                .contains("<h2>Failed jobs</h2>", "<td>disk-prod-01</td><td>Failed</td>")
                .endsWith("</html>\n");
        assertThat(csv)
                .content()
                .startsWith("section,what,state,detail,vault,time\r\n")
                .contains("\"failed jobs\",\"disk-prod-01\",\"Failed\"");
        Ran nowhere = night.run(
                "--report", runbooks.directory().resolve("none/night.md").toString());
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err()).contains("the report cannot be written into");
    }

    @Test
    void aNightLongAgoIsNotReported() {
        Ran ran = runbooks.dpsh().lines("sandbox clock --help");
        assertThat(ran.code()).isZero();
        assertThat(rows(night.json("--hours", "0"), "failed jobs")).hasSizeLessThan(2);
    }

    private static List<String> rows(TakenRunbook.Answered report, String section) {
        List<String> rows = new java.util.ArrayList<>();
        report.rows().forEach(row -> {
            if (row.path("section").asText().equals(section)) {
                rows.add(row.path("what").asText() + " " + row.path("state").asText());
            }
        });
        return rows;
    }
}
