package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import dpsh.sandbox.SandboxEstate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code operation}, each line a session of its own on one home: operation 1 is a validation that failed, operation 2 the
 * creation of the storage account's instance.
 */
class OperationCommandsTest {
    private static Dpsh dpsh;
    private static Ran created;

    @BeforeAll
    static void start() {
        dpsh = Dpsh.at(SandboxEstate.seeds().role(Seeds.ACCOUNT, "Storage Account Backup Contributor", Seeds.VAULT));
        dpsh.atVault("instance validate disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg")
                .ends(1);
        created = dpsh.atVault("instance create blob msblobbackup --policy BlobBackup-Policy --no-wait");
    }

    @AfterAll
    static void stop() {
        dpsh.close();
    }

    @Test
    void noWaitTellsTheNumberAndNeverCallsItDone() {
        created.ends(0)
                .prints("msblobbackup: still running: accepted\n")
                .says("accepted as operation 2; `operation watch 2` follows it\n");
    }

    @Test
    void watchPicksUpAnOperationOfAnEarlierSession() {
        dpsh.run("operation", "watch", "2").ends(0).prints("operation 2: succeeded: ProtectionConfigured\n");
        dpsh.run("operation", "wait", "2")
                .ends(0)
                .prints("operation 2: succeeded: ProtectionConfigured\n")
                .says("");
        dpsh.run("operation", "watch").ends(0).prints("").says("no operation is open\n");
    }

    @Test
    void waitEndsWithTheFailureOfWhatFailedAndThreeWhenMixed() {
        Ran failed = dpsh.run("operation", "wait", "1").ends(1).says("");
        assertThat(failed.out()).startsWith("operation 1: failed: UserErrorMissingRequiredPermissions: ");
        dpsh.run("operation", "wait", "1", "2").ends(3);
    }

    @Test
    void waitAsJsonLinesIsARecordEach() {
        Ran ran = dpsh.run("operation", "wait", "2", "1", "-o", "jsonl").ends(3);
        assertThat(ran.out().lines().map(line -> Ran.read(line).path("state").asText()))
                .containsExactly("succeeded", "failed");
    }

    @Test
    void listTellsNewestFirst() {
        dpsh.run("operation", "wait", "2").ends(0);
        Ran ran = dpsh.run("operation", "list").ends(0).says("2 operations\n");
        assertThat(ran.out().lines().skip(1).map(line -> {
                    String[] cells = line.strip().split(" {2,}");
                    return cells[0] + " " + cells[1] + " " + cells[3] + " " + cells[4];
                }))
                .as(ran.toString())
                .containsExactly(
                        "2 create instance succeeded ProtectionConfigured",
                        "1 validate failed UserErrorMissingRequiredPermissions");
        dpsh.run("operation", "list", "--limit", "1").ends(0).says("1 operation\n");
        dpsh.run("operation", "list", "--open").ends(0).prints("").says("no operations\n");
    }

    @Test
    void jsonNeverShowsTheSignedUrls() {
        Ran ran = dpsh.run("operation", "list", "-o", "json").ends(0);
        assertThat(ran.json()).hasSize(2);
        assertThat(ran.json().get(1).path("operation").asText()).isEqualTo("BackupInstances_ValidateForBackup");
        assertThat(ran.json().get(1).path("state").asText()).isEqualTo("failed");
        assertThat(ran.json().get(1).path("open").asBoolean()).isFalse();
        assertThat(ran.out()).doesNotContain("&s=", "&h=", "operationStatus");
    }

    @Test
    void showTellsOneInFull() {
        Ran ran = dpsh.run("operation", "show", "1").ends(0).says("");
        assertThat(ran.out())
                .as(ran.toString())
                .startsWith("number          1\noperation       validate\ntarget          " + Seeds.VAULT)
                .contains(
                        "state           failed\n",
                        "code            UserErrorMissingRequiredPermissions\n",
                        "advice          Grant appropriate permissions");
        assertThat(dpsh.run("operation", "show", "2", "-o", "json")
                        .ends(0)
                        .json()
                        .path("target")
                        .asText())
                .isEqualTo(Seeds.VAULT + "/backupInstances/" + Seeds.BLOB_INSTANCE);
    }

    @Test
    void numbersOfAnotherWorldAreNotFound() {
        try (Dpsh other = Dpsh.atSeeds()) {
            Ran ran = Dpsh.bare(
                    dpsh.home(),
                    "",
                    java.util.List.of("--endpoint", other.sandbox().endpoint().toString(), "operation", "show", "2"));
            ran.ends(2)
                    .prints("")
                    .says("there is no operation 2: it belongs to "
                            + dpsh.sandbox().endpoint() + ". `operation list` shows the numbers.\n");
        }
    }
}
