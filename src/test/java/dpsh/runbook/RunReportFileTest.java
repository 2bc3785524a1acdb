package dpsh.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reports of a real run at the sandbox, from a runbook and from the prompt. */
class RunReportFileTest {
    private final Runbooks books = new Runbooks();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aRunbookAndAnOperatorGetTheirReports() throws IOException {
        Path html = books.directory().resolve("run.html");
        Path junit = books.directory().resolve("run.xml");
        Ran ran = books.script(
                "def plan = backup.plan {",
                "    disks(['msdiskbackup', 'disk-ultra-01'])",
                "    policy 'DiskBackup-Policy'",
                "    snapshotGroup 'snapshot-rg'",
                "}",
                "def run = plan.run(grant: true)",
                "run.report '" + html + "'");
        assertThat(ran.ends(0).err()).doesNotContain("\u001b");
        assertThat(Files.readString(html))
                .contains("<strong>1</strong> of 2 protected", "disk-ultra-01", ">done · begun ");

        Ran results = books.dpsh().run("runs", "report", junit.toString()).ends(0);
        assertThat(results.out()).isEmpty();
        assertThat(Files.readString(junit)).contains("tests=\"2\" failures=\"1\" errors=\"0\"");

        Ran wrong = books.dpsh().run("runs", "report", "run.pdf").ends(2);
        assertThat(wrong.err()).contains("'run.pdf' names no kind of report. End the name in .html,");
    }
}
