package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.FixedHour;
import dpsh.InProcess;
import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code apply}, {@code runs} and {@code results} at a sandbox of the articles' world. */
class RunsCommandsTest {
    private static final String PLAN = "plan disks disk-dev-01 disk-prod-01 msdiskbackup --vault testBkpVault"
            + " --policy DiskBackup-Policy --snapshot-group snapshot-rg --scope subscription --save ";

    @TempDir
    Path directory;

    private Sandbox sandbox;
    private InProcess dpsh;
    private Path plan;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(FixedHour.inProcess()
                .withSpeed(600)
                .withEstate(SandboxEstate.seeds().roleLag(Duration.ZERO)));
        dpsh = InProcess.at(sandbox.endpoint().toString(), 600, directory.resolve("home"));
        plan = directory.resolve("plan.json");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private InProcess.Ended run(String... lines) {
        String[] arguments = new String[2 * lines.length + 3];
        arguments[0] = "--keep-going";
        arguments[1] = "--timeout";
        arguments[2] = "100h";
        for (int i = 0; i < lines.length; i++) {
            arguments[2 * i + 3] = "-c";
            arguments[2 * i + 4] = lines[i];
        }
        return dpsh.run(arguments);
    }

    @Test
    void aPlanIsAppliedOnceAndTheSecondTimeNothingChanges() {
        InProcess.Ended ended = run(PLAN + plan, "apply " + plan + " --grant", "apply " + plan, "runs list -o jsonl");

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.err()).contains("run 1: 3 protected", "run 2: 3 unchanged");
        assertThat(ended.out().lines().filter(line -> line.startsWith("{\"number\":")))
                .hasSize(2)
                .allMatch(line -> line.contains("\"state\":\"done\"") && line.contains("\"done\":3"));
    }

    @Test
    void withoutLeaveToGrantEveryItemIsBlockedAndARetryWithItProtects() {
        InProcess.Ended refused = run(PLAN + plan, "apply " + plan);
        assertThat(refused.code()).as(refused.toString()).isEqualTo(3);
        assertThat(refused.out()).contains("UserErrorMissingRequiredPermissions", "--grant");

        InProcess.Ended retried = run("runs retry --only blocked --grant");

        assertThat(retried.code()).as(retried.toString()).isZero();
        assertThat(retried.err()).contains("run 1: 3 protected");
    }

    @Test
    void resultsAreToldAsCsvAndReportsAreWritten() throws IOException {
        Path page = directory.resolve("run.html");
        Path junit = directory.resolve("run.xml");
        InProcess.Ended ended = run(
                PLAN + plan,
                "apply " + plan + " --grant --report " + page,
                "results 1 --status protected -o csv",
                "runs report " + junit + " --run 1");

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out().lines().filter(line -> line.matches("\\d,.*,protected,.*")))
                .hasSize(3);
        assertThat(Files.readString(page)).contains("msdiskbackup");
        assertThat(Files.readString(junit)).contains("<testcase");
    }

    @Test
    void shownRequestsAreNotSentAndNoRunIsBegun() {
        run(PLAN + plan);

        InProcess.Ended shown = run("apply " + plan + " --grant --show-request", "runs list");

        assertThat(shown.code()).as(shown.toString()).isZero();
        assertThat(shown.out().lines().filter(line -> line.startsWith("PUT ")))
                .as("two roles and three instances")
                .hasSize(5);
        assertThat(shown.out()).contains("/validateForBackup");
        assertThat(shown.err()).contains("no runs");
    }

    @Test
    void aReadOnlySessionRefusesBeforeARunIsBegun() {
        run(PLAN + plan);

        InProcess.Ended refused = run("apply " + plan + " --read-only", "runs list");

        assertThat(refused.err()).contains("this session is read-only", "no runs");
    }

    @Test
    void whatIsNoPlanIsRefused() throws IOException {
        run(PLAN + plan);
        String text = Files.readString(plan);
        Path edited = directory.resolve("edited.json");
        Files.writeString(edited, text.replace("disk-dev-01", "disk-east-01"));
        Path other = directory.resolve("other.json");
        Files.writeString(other, "{\"a\":1}");

        assertThat(run("apply " + edited)).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("was edited since it was made");
        });
        assertThat(run("apply " + other).err()).contains("is no plan");
        assertThat(run("apply " + directory.resolve("none.json")).err()).contains("there is no such file");
        try (Sandbox elsewhere = Sandbox.start(FixedHour.inProcess())) {
            InProcess.Ended foreign = InProcess.at(elsewhere.endpoint().toString(), 600, directory.resolve("home"))
                    .run("-c", "apply " + plan);
            assertThat(foreign.code()).isEqualTo(2);
            assertThat(foreign.err()).contains("was made at").contains("this session works at");
        }
        assertThat(run("runs list").err()).contains("no runs");
    }

    @Test
    void runsThatAreNotThereAndStatesThatAreNotTriedAgainAreRefused() {
        assertThat(run("runs show")).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("there is no run yet");
        });
        assertThat(run("runs show 7").err()).contains("there is no run 7");
        assertThat(run("runs resume 7").code()).isEqualTo(2);
        assertThat(run("runs retry --only protected").err()).contains("what is protected is not tried again");
        assertThat(run("runs report run.pdf").err()).contains("names no kind of report");
    }
}
