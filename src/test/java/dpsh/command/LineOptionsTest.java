package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import dpsh.sandbox.SandboxEstate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of every command, and how lines share a session. The storage account is protected, the disk is not. */
class LineOptionsTest {
    private static Dpsh dpsh;
    private static String world;

    @BeforeAll
    static void start() {
        dpsh = Dpsh.at(SandboxEstate.seeds()
                .protectedAccount(Seeds.VAULT, Seeds.BLOB_INSTANCE, Seeds.ACCOUNT, "BlobBackup-Policy"));
        world = dpsh.world();
    }

    @AfterAll
    static void stop() {
        try {
            assertThat(dpsh.world()).as("nothing here changes anything").isEqualTo(world);
        } finally {
            dpsh.close();
        }
    }

    private static List<String> requests(Ran ran) {
        return ran.out()
                .lines()
                .filter(line -> line.matches("(GET|PUT|POST|PATCH|DELETE) .*"))
                .map(line -> line.replaceFirst("https?://[^/]+.*/([^/?]+/[^/?]+)\\?api-version=(.*)", "$1 $2"))
                .toList();
    }

    @Test
    void showRequestPrintsEveryChangeAndValidationInOrderAndSendsNone() {
        Ran ran = dpsh.atVault(Seeds.PROTECT_DISK + " --show-request").ends(0);
        assertThat(requests(ran))
                .as(ran.toString())
                .containsExactly(
                        "PUT roleAssignments/74ebe912-f66d-516e-8560-a0ad58e7e041 2022-04-01",
                        "PUT roleAssignments/f890d753-1033-5ad0-98ad-d0d64376431f 2022-04-01",
                        "POST testBkpVault/validateForBackup 2025-07-01",
                        "PUT backupInstances/" + Seeds.DISK_INSTANCE + " 2025-07-01");
        assertThat(ran.out()).contains("  \"properties\": {\n    \"roleDefinitionId\": \"/subscriptions/");
    }

    @Test
    void showRequestOfOtherCommandsToo() {
        String what = "disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --show-request";
        assertThat(requests(dpsh.atVault("instance validate " + what).ends(0)))
                .containsExactly("POST testBkpVault/validateForBackup 2025-07-01");
        assertThat(requests(dpsh.atVault("instance create " + what).ends(0)))
                .containsExactly("PUT backupInstances/" + Seeds.DISK_INSTANCE + " 2025-07-01");
        assertThat(requests(dpsh.atVault("permission grant " + what).ends(0))).hasSize(3);
        assertThat(requests(dpsh.atVault("instance delete msblobbackup --show-request")
                        .ends(0)))
                .containsExactly("DELETE backupInstances/" + Seeds.BLOB_INSTANCE + " 2025-07-01");
    }

    @Test
    void showRequestAsJsonIsOneArray() {
        Ran ran = dpsh.atVault(Seeds.PROTECT_DISK + " --show-request -o json").ends(0);
        assertThat(ran.json()).hasSize(4).allSatisfy(request -> {
            assertThat(request.path("method").asText()).isIn("PUT", "POST");
            assertThat(request.path("url").asText()).startsWith("http://127.0.0.1:");
            assertThat(request.path("body").isObject()).isTrue();
        });
    }

    @Test
    void showRequestWritesNoOperationDown() {
        try (Dpsh own = Dpsh.atSeeds()) {
            own.lines("use vault testBkpVault", Seeds.PROTECT_DISK + " --show-request -o jsonl", "operation list")
                    .ends(0)
                    .mentions("no operations\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Seeds.PROTECT_DISK,
                "instance create disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg",
                "instance delete msblobbackup --yes",
                "permission grant disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg"
            })
    void readOnlyRefusesEveryChange(String line) {
        dpsh.atVault(line + " --read-only").ends(4).prints("").mentions("read-only");
        dpsh.run("--read-only", "--vault", "testBkpVault", "-c", line).ends(4).mentions("read-only");
    }

    @Test
    void readOnlyLetsReadsAndValidationsThrough() {
        dpsh.atVault("instance list --read-only").ends(0);
        Ran ran = dpsh.atVault("instance validate disk msdiskbackup --policy DiskBackup-Policy"
                + " --snapshot-group snapshot-rg --read-only");
        assertThat(ran.out()).as(ran.toString()).startsWith("validate msdiskbackup: failed");
    }

    @Test
    void yesAnswersQuestionsAndAddsNoStep() {
        Ran ran = dpsh.atVault(
                        "protect disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --yes -o jsonl")
                .ends(1);
        assertThat(ran.json().path("result").asText()).isEqualTo("blocked");
    }

    @Test
    void aDeadlineThatPassesIsFiveAndSaysHowToComeBack() {
        try (Dpsh own =
                Dpsh.at(SandboxEstate.seeds().role(Seeds.ACCOUNT, "Storage Account Backup Contributor", Seeds.VAULT))) {
            Ran ran = own.atVault("instance create blob msblobbackup --policy BlobBackup-Policy --timeout 1s")
                    .ends(5);
            assertThat(ran.both()).as(ran.toString()).contains("still running");
            own.run("operation", "wait", "1").ends(0).prints("operation 1: succeeded: ProtectionConfigured\n");
        }
    }

    @Test
    void optionsStandBeforeOrAfterTheCommand() {
        String expected = dpsh.run("policy", "list", "--vault", "paygVault", "-o", "jsonl")
                .ends(0)
                .out();
        dpsh.run("--vault", "paygVault", "-o", "jsonl", "policy", "list")
                .ends(0)
                .prints(expected);
        dpsh.run("policy", "--vault=paygVault", "list", "--output=jsonl")
                .ends(0)
                .prints(expected);
        dpsh.lines("--vault paygVault policy list -o jsonl").ends(0).prints(expected);
        dpsh.run("-o", "jsonl", "-c", "policy list --vault paygVault").ends(0).prints(expected);
    }

    @Test
    void anOptionOfALineEndsWithItsLine() {
        Ran ran =
                dpsh.lines("use vault testBkpVault", "policy list --vault paygVault", "policy show DiskBackup-Policy");
        ran.ends(0);
        assertThat(ran.out()).contains("EastDisk-Policy", "name              DiskBackup-Policy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--sandbox",
                "--endpoint http://127.0.0.1:1",
                "--speed 2",
                "--cloud china",
                "--api-version 2021-01-01",
                "--home elsewhere",
                "--trace",
                "--keep-going",
                "--command status"
            })
    void whatChoosesTheServiceIsRefusedInsideASession(String option) {
        String name = option.replaceFirst(" .*", "");
        dpsh.lines("status " + option)
                .ends(2)
                .prints("")
                .says(name + " belongs to the start of dpsh: a session keeps the service it began with.\n");
    }

    @Test
    void pipedLinesShareASessionAndStopAtTheFirstFailure() {
        Ran ran = dpsh.run("# a comment\nuse vault testBkpVault\n\npolicy show nix\ninstance list\n", new String[0]);
        ran.ends(2).prints("").says("""
                        at vault testBkpVault, group TestBkpVaultRG, subscription Backup Operations
                        the vault testBkpVault has no policy 'nix'. `policy list --vault testBkpVault` shows its policies.
                        dpsh: line 4 ended with 2, stopped there: policy show nix
                        """);
    }

    @Test
    void keepGoingRunsEveryLineAndEndsWithThree() {
        Ran ran = dpsh.run(
                "policy show nix\ninstance list -o jsonl\n", new String[] {"--keep-going", "--vault", "testBkpVault"});
        ran.ends(3).mentions("dpsh: line 1 ended with 2: policy show nix\n");
        assertThat(ran.out().lines()).hasSize(1);
    }

    @Test
    void exitLeavesWithItsCode() {
        dpsh.lines("exit", "policy show nix").ends(0).prints("").says("");
        dpsh.lines("exit 7", "status").ends(7).prints("").says("");
    }

    @Test
    void anErrorInJsonIsOneObjectOnStandardError() {
        Ran ran = dpsh.run("policy", "show", "nix", "--vault", "testBkpVault", "-o", "json")
                .ends(2)
                .prints("");
        assertThat(Ran.read(ran.err())).isEqualTo(Ran.read("""
                {"error": {"code": "usage", "message": "the vault testBkpVault has no policy 'nix'", "cause": null,
                 "next": "`policy list --vault testBkpVault` shows its policies", "correlationId": null, "exitCode": 2}}
                """));
    }

    @Test
    void aLineMayBeTheNameOfACommand() {
        dpsh.run("-c", "use", "-c", "whoami").ends(0).mentions("2 subscriptions\n");
    }

    @Test
    void theStartsSpeedHoldsForLaterLines() {
        Ran ran = dpsh.lines(
                "status",
                "instance validate disk msdiskbackup --vault testBkpVault --policy DiskBackup-Policy"
                        + " --snapshot-group snapshot-rg --timeout 90s");
        assertThat(ran.out())
                .as("ninety service seconds are enough only at the speed of the start")
                .contains("failed: ");
    }
}
