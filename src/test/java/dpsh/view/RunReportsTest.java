package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import dpsh.store.ItemState;
import dpsh.store.RunItem;
import dpsh.store.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportsTest {
    static final String HOSTILE =
            "</script><!--<script>alert(1)</script>]]>&\"'|`*_[x](http://evil)\u001b[31m\u0000\ufffe\ud800";

    @TempDir
    Path directory;

    static String written(String name, RunState state, List<RunItem> items) {
        return written(name, state, "disks of RG-DiskBackup", items);
    }

    static String written(String name, RunState state, String title, List<RunItem> items) {
        StringBuilder out = new StringBuilder();
        try {
            RunReports.of(Path.of(name)).write(RunSamples.run(state, title), items, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    /** Failed, with everything that the service may have written. */
    static RunItem hostile() {
        return RunSamples.item(1, "a", ItemState.FAILED, 0, 1, 2)
                .in(ItemState.FAILED, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
    }

    @Test
    void theEndingChoosesTheReport() {
        for (String name : List.of("a.xml", "a.jsonl", "a.csv", "a.md", "a.html", "A.HTML", "b.c/d.e.md")) {
            assertThat(RunReports.of(Path.of(name))).isNotNull();
        }
        assertThatThrownBy(() -> RunReports.of(Path.of("report.pdf")))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("'report.pdf' names no kind of report");
        assertThatThrownBy(() -> RunReports.of(Path.of("report"))).isInstanceOf(DpshException.Usage.class);
        assertThatThrownBy(() -> RunReports.of(Path.of("/"))).isInstanceOf(DpshException.Usage.class);
    }

    @Test
    void aFileIsReplacedWholeAndNothingElseIsLeft() throws IOException {
        Path file = Files.writeString(directory.resolve("run.jsonl"), "old");
        RunReports.write(file, RunSamples.run(RunState.DONE), RunSamples.small());
        assertThat(Files.readString(file)).startsWith("{\"number\":1,").endsWith("}\n");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    /** Red when the file itself is written to: the old report would be gone and half a new one there. */
    @Test
    void aReportThatBreaksOffLeavesTheOldOne() throws IOException {
        Path file = Files.writeString(directory.resolve("run.csv"), "old");
        Iterable<RunItem> breaking = () -> {
            throw new DpshException.LedgerUnavailable("the journal cannot be read", null, null, null);
        };
        assertThatThrownBy(() -> RunReports.write(file, RunSamples.run(RunState.DONE), breaking))
                .isInstanceOf(DpshException.LedgerUnavailable.class);
        assertThat(Files.readString(file)).isEqualTo("old");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsARefusal() {
        Path nowhere = directory.resolve("no/such/run.html");
        assertThatThrownBy(() -> RunReports.write(nowhere, RunSamples.run(RunState.DONE), RunSamples.small()))
                .isInstanceOf(DpshException.Refused.class)
                .hasMessageContaining("the report cannot be written into " + nowhere);
    }

    @Test
    void jsonLinesHaveTheShapeOfResults() {
        String report = written("r.jsonl", RunState.DONE, RunSamples.small());
        assertThat(report.lines()).hasSize(7);
        assertThat(report.lines().skip(3).findFirst().orElseThrow())
                .isEqualTo("{\"number\":4,\"kind\":\"disk\",\"datasource\":"
                        + "\"/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/RG-DiskBackup/providers/"
                        + "Microsoft.Compute/disks/sql-disk\",\"region\":\"westus\",\"vault\":"
                        + "\"/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/TestBkpVaultRG/providers/"
                        + "Microsoft.DataProtection/backupVaults/testBkpVault\",\"policy\":"
                        + "\"/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/TestBkpVaultRG/providers/"
                        + "Microsoft.DataProtection/backupVaults/testBkpVault/backupPolicies/DiskBackup-Policy\","
                        + "\"snapshotGroup\":\"/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/"
                        + "snapshot-rg\",\"instance\":\"sql-disk-1\",\"state\":\"failed\","
                        + "\"code\":\"UserErrorMissingPermissions\","
                        + "\"message\":\"The vault's identity lacks Disk Backup Reader\","
                        + "\"fix\":\"`permission grant disk sql-disk`\","
                        + "\"activity\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"operation\":null,\"attempts\":1,"
                        + "\"started\":\"2026-11-21T09:00:03Z\",\"submitted\":\"2026-11-21T09:00:14Z\","
                        + "\"ended\":\"2026-11-21T09:01:30Z\"}");
    }

    @Test
    void csvIsReadBackValueByValue() {
        List<List<String>> rows = CsvReader.rows(written("r.csv", RunState.DONE, RunSamples.small()));
        assertThat(rows).hasSize(8).allSatisfy(row -> assertThat(row).hasSize(20));
        assertThat(rows.get(0)).startsWith("number", "datasource", "state", "code", "why", "fix", "kind", "group");
        assertThat(rows.get(3))
                .startsWith(
                        "3",
                        "ultra-disk",
                        "blocked",
                        "UserErrorUnsupportedDiskSku",
                        "Ultra disks cannot be protected",
                        "choose another SKU",
                        "disk",
                        "RG-DiskBackup")
                .contains("1.000", "2026-11-21T09:00:02Z");
        assertThat(rows.get(7)).contains("planned", "").doesNotContain("null");
    }

    @Test
    void csvKeepsFormulasFromBeingCarriedOut() {
        RunItem item = RunSamples.item(1, "a", ItemState.FAILED, 0, 1, 2)
                .in(ItemState.FAILED, "@SUM(1)", "=HYPERLINK(\"http://evil\",\"x\"),\ny", "-1+1", null);
        List<String> row =
                CsvReader.rows(written("r.csv", RunState.DONE, List.of(item))).get(1);
        assertThat(row).contains("'@SUM(1)", "'=HYPERLINK(\"http://evil\",\"x\"), y", "'-1+1");
    }

    @Test
    void markdownHasTheTroubleFirst() {
        assertThat(written("r.md", RunState.DONE, RunSamples.small())).isEqualTo("""
                # Run 7: disks of RG-DiskBackup

                2 of 7 protected. Begun 2026-11-21T09:00:00Z; done after 14 min 5 s.

                | state | items |
                |---|---:|
                | planned | 1 |
                | configuring | 1 |
                | protected | 1 |
                | unchanged | 1 |
                | blocked | 1 |
                | failed | 1 |
                | unknown | 1 |

                ## Not protected

                | datasource | state | code | why | fix |
                |---|---|---|---|---|
                | `ultra-disk` | blocked | `UserErrorUnsupportedDiskSku` | Ultra disks cannot be protected | choose another SKU |
                | `sql-disk` | failed | `UserErrorMissingPermissions` | The vault's identity lacks Disk Backup Reader | \\`permission grant disk sql-disk\\` |
                | `slow-disk` | unknown |  | it did not end within 1 h | \\`runs resume 7\\` |
                | `late-disk` | configuring |  |  |  |
                | `last-disk` | planned |  |  |  |

                ## All datasources

                | # | datasource | group | policy | vault | state | took |
                |---:|---|---|---|---|---|---:|
                | 1 | `msdiskbackup` | RG-DiskBackup | DiskBackup-Policy | testBkpVault | protected | 3 min 20 s |
                | 2 | `data-disk-01` | RG-DiskBackup | DiskBackup-Policy | testBkpVault | unchanged | 1 s |
                | 3 | `ultra-disk` | RG-DiskBackup | DiskBackup-Policy | testBkpVault | blocked | 1 s |
                | 4 | `sql-disk` | RG-DiskBackup | DiskBackup-Policy | testBkpVault | failed | 1 min 27 s |
                | 5 | `slow-disk` | RG-DiskBackup | DiskBackup-Policy | testBkpVault | unknown | 14 min 1 s |
                | 6 | `late-disk` | RG-DiskBackup | DiskBackup-Policy | testBkpVault | configuring |  |
                | 7 | `last-disk` | RG-DiskBackup | DiskBackup-Policy | testBkpVault | planned |  |
                """);
    }

    @Test
    void markdownMakesNothingOfHostileText() {
        String row = written("r.md", RunState.DONE, List.of(hostile()))
                .lines()
                .filter(line -> line.startsWith("| `a` | failed"))
                .findFirst()
                .orElseThrow();
        assertThat(row).contains("| ``</script><!--<script>alert(1)</script>]]>&\"'\\|`*_[x](http://evil)");
        assertThat(row.substring(row.indexOf("`` |")))
                .as("outside of the code")
                .contains("\\</script\\>\\<\\!--\\<script\\>alert(1)", "\\[x\\](http\\://evil)", "\\|\\`\\*\\_")
                .doesNotContainPattern("[^\\\\]<")
                .doesNotContain("\u001b", "\u0000");
        assertThat(MarkdownText.code("a`b|c``d")).isEqualTo("```a`b\\|c``d```");
        assertThat(MarkdownText.code("`x`")).isEqualTo("`` `x` ``");
        assertThat(MarkdownText.of("www.evil.example me@evil.example"))
                .isEqualTo("www\\.evil.example me\\@evil.example");
    }

    @Test
    void tenThousandItemsAreAllThere() throws IOException {
        List<RunItem> items = RunSamples.many(10_000);
        for (String name : List.of("a.xml", "a.jsonl", "a.csv", "a.md", "a.html")) {
            Path file = directory.resolve(name);
            RunReports.write(file, RunSamples.run(RunState.DONE), items);
            String report = Files.readString(file);
            assertThat(report.contains("disk-9998") && report.contains("disk-sql-0011"))
                    .as(name)
                    .isTrue();
        }
    }
}
