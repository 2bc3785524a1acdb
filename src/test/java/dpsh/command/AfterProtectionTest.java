package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import dpsh.sandbox.SandboxEstate;
import dpsh.sandbox.SandboxFaults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of what comes after protection, in a world where the articles' disk and account are protected. */
class AfterProtectionTest {
    private static final String GUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private Dpsh dpsh;

    @BeforeEach
    void start() {
        dpsh = Dpsh.at(SandboxEstate.seeds()
                .protectedDisk(Seeds.VAULT, Seeds.DISK_INSTANCE, Seeds.DISK, "DiskBackup-Policy", Seeds.SNAPSHOTS)
                .protectedAccount(Seeds.VAULT, Seeds.BLOB_INSTANCE, Seeds.ACCOUNT, "BlobBackup-Policy"));
    }

    @AfterEach
    void stop() {
        dpsh.close();
    }

    private String instance(String pointer) {
        return Ran.read(dpsh.raw(Seeds.VAULT + "/backupInstances/" + Seeds.DISK_INSTANCE))
                .at(pointer)
                .asText();
    }

    private String state() {
        return instance("/properties/currentProtectionState");
    }

    private void softDelete(String state, int days) throws IOException, InterruptedException {
        HttpRequest patch = HttpRequest.newBuilder(
                        URI.create(dpsh.sandbox().endpoint() + Seeds.VAULT + "?api-version=2025-07-01"))
                .header("Authorization", "Bearer test")
                .header("Content-Type", "application/json")
                .method(
                        "PATCH",
                        HttpRequest.BodyPublishers.ofString(
                                "{\"properties\":{\"securitySettings\":{\"softDeleteSettings\":" + "{\"state\":\""
                                        + state + "\",\"retentionDurationInDays\":" + days + "}}}}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(patch, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    /** The names of the jobs that somebody asked for: the disk's schedule made others, before the test began. */
    private List<String> askedFor() {
        List<String> names = new ArrayList<>();
        for (JsonNode job : dpsh.atVault("job list -o json").ends(0).json()) {
            if (job.at("/properties/isUserTriggered").asBoolean()) {
                names.add(job.get("name").asText());
            }
        }
        return names;
    }

    /** Fails with the end of what was said only: lists of jobs are long. */
    private static void contains(Ran ran, String... parts) {
        for (String part : parts) {
            assertThat(ran.both().contains(part)).as(part + " in\n" + ran).isTrue();
        }
    }

    @Test
    void updateValidatesSendsAndWatchesUntilThePolicyIsShown() {
        Ran ran = dpsh.atVault("instance update msdiskbackup --policy DiskDaily-Policy")
                .ends(0);
        assertThat(ran.out()).endsWith("update msdiskbackup: succeeded: ProtectionConfigured\n");
        assertThat(instance("/properties/policyInfo/policyId")).endsWith("/DiskDaily-Policy");
        assertThat(state()).isEqualTo("ProtectionConfigured");
        contains(dpsh.atVault("operation list").ends(0), "validate update", "update instance");
        dpsh.sandbox().faults().always("PUT", ".", new SandboxFaults.LoseAnswer());
        dpsh.atVault("instance update msdiskbackup --policy DiskDaily-Policy")
                .ends(0)
                .prints("update msdiskbackup: unchanged: it has the policy DiskDaily-Policy\n");
        assertThat(dpsh.atVault("instance update msdiskbackup --policy DiskDaily-Policy -o json")
                        .ends(0)
                        .json()
                        .toString())
                .isEqualTo("{\"outcome\":\"unchanged\",\"detail\":\"it has the policy DiskDaily-Policy\"}");
    }

    @Test
    void updateWithALostAnswerEndsWellAndSendsItOnce() {
        dpsh.sandbox().faults().next(1, "PUT", "backupInstances", new SandboxFaults.LoseAnswer());
        dpsh.atVault("instance update msdiskbackup --policy DiskDaily-Policy").ends(0);
        assertThat(instance("/properties/policyInfo/policyId")).endsWith("/DiskDaily-Policy");
        Ran operations = dpsh.atVault("operation list").ends(0);
        assertThat(operations.out().split("update instance", -1)).hasSize(2);
    }

    @Test
    void updateShowsItsRequestsAndSendsNone() {
        String before = dpsh.world();
        Ran ran = dpsh.atVault("instance update msdiskbackup --policy DiskDaily-Policy --show-request")
                .ends(0);
        assertThat(ran.out()).contains("POST ", "/validateForModifyBackup", "PUT ", "DiskDaily-Policy");
        assertThat(ran.out()).doesNotContain("currentProtectionState");
        assertThat(dpsh.world()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instance update msdiskbackup --policy nope|2|has no policy 'nope'",
                "instance update msdiskbackup|2|lacks --policy POLICY",
                "instance update msdiskbackup --policy BlobBackup-Policy|1|is for Microsoft.Storage/storageAccounts/blobServices",
                "instance stop nothing --yes|2|there is no backup instance 'nothing'",
                "instance backup msblobbackup|1|its backup is continuous",
                "instance backup msdiskbackup --rule Default|2|its rules are BackupHourly",
                "instance backup msdiskbackup --tag Nope|1|BMSUserErrorInvalidInput",
                "instance undelete msdiskbackup|2|keeps no deleted instance 'msdiskbackup'",
                "instance stop msblobbackup --yes|1|UserErrorStopProtectionNotSupportedForBlobOperationalBackup",
                "job show 1234|2|there is no job '1234'",
                "job show a/b|2|is no name of a job",
                "job watch 00000000-0000-0000-0000-000000000000|2|there is no job",
                "job list --last soon|2|is no duration",
                "recovery-point show msblobbackup|2|has no recovery point yet",
                "recovery-point show msdiskbackup abc|2|has no recovery point 'abc'",
                "recovery-point list nothing|2|there is no backup instance 'nothing'",
                "coverage tape|2|'tape' is no kind of datasource",
                "datasource list --protected --unprotected|2|exclude each other",
            })
    void badInputGetsOneSentenceAndChangesNothing(String line, int code, String said) {
        String before = dpsh.world();
        assertThat(dpsh.atVault(line).ends(code).both()).contains(said);
        assertThat(dpsh.world()).isEqualTo(before);
    }

    @Test
    void stopAndSuspendAskAndResumeFindsTheWayBackFromEither() {
        for (String verb : new String[] {"stop", "suspend"}) {
            String before = dpsh.world();
            dpsh.atVault("instance " + verb + " msdiskbackup")
                    .ends(2)
                    .prints("")
                    .mentions(
                            "this must be confirmed",
                            "in the vault testBkpVault",
                            "`instance resume` undoes it",
                            "--yes");
            assertThat(dpsh.world()).isEqualTo(before);
        }
        dpsh.atVault("instance suspend msdiskbackup --yes")
                .ends(0)
                .prints("suspend msdiskbackup: succeeded: BackupsSuspended\n");
        dpsh.atVault("instance suspend msdiskbackup")
                .ends(0)
                .prints("suspend msdiskbackup: unchanged: it is BackupsSuspended\n");
        dpsh.atVault("instance backup msdiskbackup")
                .ends(1)
                .mentions("is BackupsSuspended and cannot be backed up", "instance resume");
        dpsh.atVault("instance resume msdiskbackup")
                .ends(0)
                .prints("resume msdiskbackup: succeeded: ProtectionConfigured\n");
        dpsh.atVault("instance stop msdiskbackup --yes")
                .ends(0)
                .prints("stop msdiskbackup: succeeded: ProtectionStopped\n");
        dpsh.atVault("instance suspend msdiskbackup --yes")
                .ends(1)
                .mentions("is ProtectionStopped and cannot be suspended");
        dpsh.atVault("instance resume msdiskbackup").ends(0);
        assertThat(state()).isEqualTo("ProtectionConfigured");
        dpsh.atVault("instance resume msdiskbackup")
                .ends(0)
                .prints("resume msdiskbackup: unchanged: it is ProtectionConfigured\n");
        dpsh.atVault("instance sync msdiskbackup").ends(0);
    }

    @Test
    void readOnlyRefusesEachOfThem() {
        for (String line : new String[] {
            "update msdiskbackup --policy DiskDaily-Policy",
            "stop msdiskbackup --yes",
            "suspend msdiskbackup --yes",
            "sync msdiskbackup",
            "backup msdiskbackup"
        }) {
            assertThat(dpsh.atVault("instance " + line + " --read-only").ends(4).out())
                    .isEmpty();
        }
    }

    @Test
    void aBackupIsFollowedToTheEndOfItsJobAndLeavesARecoveryPoint() {
        Ran ran = dpsh.atVault("instance backup msdiskbackup").ends(0);
        assertThat(ran.out())
                .matches("back up msdiskbackup: succeeded: Completed in 3 min \\d+ s, recovery point [0-9a-f]{32}\n");
        String point = ran.out().strip().replaceFirst(".* ", "");
        assertThat(askedFor()).hasSize(1);
        String job = askedFor().get(0);
        contains(
                dpsh.atVault("job show " + job.substring(0, 13)).ends(0),
                "state           Completed",
                point,
                "begun by        somebody",
                "Trigger Backup: Completed");
        assertThat(dpsh.atVault("job list --failed").ends(0).both()).contains("no jobs");
        assertThat(dpsh.atVault("job list --running").ends(0).both()).contains("no jobs");
        assertThat(dpsh.atVault("job list --last 24h").ends(0).out())
                .containsPattern(GUID + "  Backup     msdiskbackup");
        assertThat(dpsh.atVault("recovery-point list msdiskbackup").ends(0).out())
                .contains(point, "Incremental");
        contains(dpsh.atVault("recovery-point show msdiskbackup").ends(0), point, "DiskBackup-Policy");
        assertThat(dpsh.atVault("recovery-point show msdiskbackup " + point + " -o json")
                        .ends(0)
                        .json()
                        .at("/properties/recoveryPointId")
                        .asText())
                .isEqualTo(point);
    }

    @Test
    void aBackupThatIsNotWaitedForIsFollowedByItsOperationInALaterSession() {
        contains(
                dpsh.atVault("instance backup msdiskbackup --no-wait").ends(0),
                "accepted as operation 1",
                "still running");
        contains(dpsh.run("operation", "wait", "1").ends(0), "operation 1: succeeded: Completed in 3 min");
        assertThat(askedFor()).hasSize(1);
        contains(dpsh.atVault("job watch " + askedFor().get(0)).ends(0), "backup msdiskbackup: succeeded: Completed");
    }

    @Test
    void aFailedJobIsTheFailureOfItsBackup() {
        dpsh.sandbox().faults().add("code UserErrorDiskBackupAuthorizationFailed on=backup times=1");
        contains(
                dpsh.atVault("instance backup msdiskbackup").ends(1), "failed: UserErrorDiskBackupAuthorizationFailed");
        Ran failed = dpsh.atVault("job list --failed -o json").ends(0);
        String job = failed.json().get(0).get("name").asText();
        contains(dpsh.atVault("job show " + job).ends(0), "Failed", "UserErrorDiskBackupAuthorizationFailed");
        contains(dpsh.atVault("job watch " + job).ends(1), "backup msdiskbackup: failed: UserErrorDiskBackup");
    }

    @Test
    void aLostAnswerToABackupIsFoundByItsJobAndNotSentAgain() {
        dpsh.sandbox().faults().next(1, "POST", "/backup$", new SandboxFaults.LoseAnswer());
        contains(dpsh.atVault("instance backup msdiskbackup").ends(0), "succeeded: Completed");
        assertThat(askedFor()).hasSize(1);
    }

    @Test
    void deletingSaysWhatTheVaultDoesWithTheData() throws Exception {
        dpsh.atVault("instance delete msdiskbackup").ends(2).mentions("It cannot be undone");
        softDelete("On", 14);
        dpsh.atVault("instance delete msdiskbackup")
                .ends(2)
                .mentions("The vault keeps the data 14 days", "`instance undelete msdiskbackup` brings it back");
        contains(
                dpsh.atVault("instance delete msdiskbackup --yes").ends(0),
                "succeeded: deleted; its data is kept until 20",
                "`instance undelete " + Seeds.DISK_INSTANCE);
        contains(
                dpsh.atVault("instance list --deleted").ends(0),
                "msdiskbackup",
                Seeds.DISK_INSTANCE,
                "DiskBackup-Policy");
        assertThat(dpsh.run("coverage", "disk").ends(0).out())
                .containsPattern("msdiskbackup +disk +RG-DiskBackup +deleted +testBkpVault");
        dpsh.atVault("instance undelete msdiskbackup")
                .ends(0)
                .prints("undelete msdiskbackup: succeeded: ProtectionStopped\n")
                .mentions("`instance resume msdiskbackup` protects it again");
        dpsh.atVault("instance resume msdiskbackup").ends(0);
        assertThat(state()).isEqualTo("ProtectionConfigured");
    }

    @Test
    void coverageTellsEveryDatasourceOnceWithWhatProtectsIt() {
        Ran ran = dpsh.run("coverage").ends(0);
        assertThat(ran.out())
                .containsPattern("msdiskbackup +disk +RG-DiskBackup +protected +testBkpVault +DiskBackup-Policy")
                .containsPattern("msblobbackup +blob +RG-BlobBackup +protected +testBkpVault +BlobBackup-Policy")
                .containsPattern("disk-east-02 +disk +RG-DiskBackup +protected +paygVault")
                .containsPattern(
                        "disk-prod-01 +disk +RG-DiskBackup +unprotected +- +- +no vault has an instance of it");
        assertThat(ran.err()).contains("3 protected, ", "unprotected");
        JsonNode all = dpsh.run("coverage", "-o", "json").ends(0).json();
        assertThat(all.findValuesAsText("datasource")).doesNotHaveDuplicates().contains(Seeds.DISK, Seeds.ACCOUNT);
        Ran here = dpsh.run("coverage", "--subscription", Seeds.STORAGE, "-o", "jsonl")
                .ends(0);
        assertThat(here.out())
                .contains("\"standing\":\"protected\"", Seeds.ACCOUNT)
                .doesNotContain(Seeds.DISK);
        dpsh.atVault("instance stop msdiskbackup --yes").ends(0);
        assertThat(dpsh.run("coverage", "disk", "--unprotected").ends(0).out())
                .containsPattern("msdiskbackup .* stopped +testBkpVault .* ProtectionStopped")
                .doesNotContain("disk-east-02");
    }

    @Test
    void aSubscriptionWhoseVaultsMayNotBeReadMakesItPartial() {
        dpsh.sandbox()
                .faults()
                .always(
                        "GET",
                        Seeds.STORAGE + "/providers/Microsoft.DataProtection/backupVaults",
                        new SandboxFaults.Respond(
                                403,
                                Map.of("Content-Type", "application/json"),
                                "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}}"));
        contains(dpsh.run("coverage").ends(3), "cannot be read", "counts as unprotected", "msdiskbackup");
    }

    @Test
    void protectedAndUnprotectedDatasourcesAreAllOfThem() {
        int all = dpsh.run("datasource", "list", "-o", "json").ends(0).json().size();
        int covered = dpsh.run("datasource", "list", "--protected", "-o", "json")
                .ends(0)
                .json()
                .size();
        int open = dpsh.run("datasource", "list", "--unprotected", "-o", "json")
                .ends(0)
                .json()
                .size();
        assertThat(covered).isEqualTo(3);
        assertThat(covered + open).isEqualTo(all);
    }
}
