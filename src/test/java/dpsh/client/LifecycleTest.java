package dpsh.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.OperationKind;
import dpsh.backup.Outcome;
import dpsh.backup.Policy;
import dpsh.store.OperationState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a protected instance, answer by answer: also lost ones, and those of an earlier session. */
class LifecycleTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String ONE = ClientBench.INSTANCE;
    private static final String GET = "GET " + ONE;
    private static final ResourceId ID = ResourceId.parse(ONE);
    private static final String JOB = ClientBench.VAULT + "/backupJobs/f8d7a20d-7953-4e5f-ac00-13e16fd6c466";
    private static final Policy OTHER = new Policy(
            ClientBench.VAULT.child("backupPolicies", "Other-Policy"),
            List.of("Microsoft.Compute/disks"),
            List.of(),
            List.of(),
            List.of("OperationalStore"),
            "{}");
    private static final String POLICY = """
            {"id":"%s","properties":{"datasourceTypes":["Microsoft.Compute/disks"],"policyRules":[
            {"objectType":"AzureBackupRule","name":"BackupHourly"},{"objectType":"AzureRetentionRule","name":"Default"}]}}""".formatted(ClientBench.DISK.policy());

    @TempDir
    Path home;

    private ClientBench bench;

    @BeforeEach
    void open() {
        bench = new ClientBench(home);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private MockResponse.Builder accepted() {
        return ScriptedArm.empty(202)
                .addHeader("Azure-AsyncOperation", bench.arm.root() + ClientBench.STATUS + "?t=1")
                .addHeader("Location", bench.arm.root() + ClientBench.RESULT + "?t=2");
    }

    private static MockResponse.Builder lost() {
        return ScriptedArm.json(200, "{}").onResponseStart(new SocketEffect.CloseSocket());
    }

    private static MockResponse.Builder state(String word) {
        return ScriptedArm.json(200, ClientBench.instance(word));
    }

    private static MockResponse.Builder withOther(String word) {
        return ScriptedArm.json(
                200,
                ClientBench.instance(word)
                        .replace(
                                ClientBench.DISK.policy().toString(), OTHER.id().toString()));
    }

    private BackupInstance instance() {
        BackupInstance instance = bench.service.backup().instance(ID);
        assertThat(instance).isNotNull();
        return instance;
    }

    private Lifecycle lifecycle() {
        return bench.service.lifecycle();
    }

    private static Operation begun(Change change) {
        assertThat(change).isInstanceOf(Change.Begun.class);
        return ((Change.Begun) change).operation();
    }

    private Outcome end(Change change) {
        return begun(change).await(HOUR, step -> {});
    }

    private Change update() {
        return lifecycle().update(instance(), OTHER, HOUR, step -> {});
    }

    private static String job(String status, String activity) {
        return """
                {"id":"%s","name":"f8d7a20d-7953-4e5f-ac00-13e16fd6c466","properties":{"status":"%s","operation":"Backup",
                "activityID":"%s","backupInstanceId":"%s","duration":"PT3M36.4945012S"%s}}""".formatted(
                        JOB,
                        status,
                        activity,
                        ONE,
                        status.equals("InProgress") ? "" : ",\"endTime\":\"2025-11-04T08:58:27.0792347Z\"");
    }

    @Test
    void anUpdateIsDoneWhenTheInstanceShowsThePolicyAndIsProtected() {
        bench.arm
                .on(
                        GET,
                        state("ProtectionConfigured"),
                        state("ProtectionConfigured"),
                        state("ProtectionConfigured"),
                        withOther("UpdatingProtection"),
                        withOther("ProtectionConfigured"))
                .on("PUT " + ONE, accepted())
                .on("GET " + ClientBench.STATUS, ScriptedArm.status("Succeeded"));
        Change change = update();
        assertThat(begun(change).look()).isEqualTo(new Outcome.StillRunning("Accepted"));
        assertThat(end(change)).isEqualTo(new Outcome.Succeeded("ProtectionConfigured"));
        assertThat(bench.arm.arrived(GET)).as("the old policy is not the end").hasSize(5);
        assertThat(bench.arm.arrived("PUT " + ONE)).singleElement().satisfies(put -> assertThat(put.body())
                .contains("Other-Policy")
                .doesNotContain("DiskBackup-Policy", "currentProtectionState", "provisioningState"));
    }

    @Test
    void thePolicyThatItHasIsUnchangedAndNothingIsSent() {
        bench.arm.on(GET, withOther("ProtectionConfigured"));
        assertThat(update()).isEqualTo(new Change.Unchanged("it has the policy Other-Policy"));
        assertThat(bench.arm.changes()).isEmpty();
    }

    @Test
    void aLostAnswerToAnUpdateIsReadBackFromThePolicyAlsoByALaterSession() {
        bench.arm
                .on(
                        GET,
                        state("ProtectionConfigured"),
                        state("ProtectionConfigured"),
                        withOther("ProtectionConfigured"))
                .on("PUT " + ONE, lost());
        long number = begun(update()).number();
        assertThat(bench.log.find(number).aim()).isEqualTo(OTHER.id());
        assertThat(bench.service.operations().pickUp(number).await(HOUR, step -> {}))
                .isEqualTo(new Outcome.Succeeded("ProtectionConfigured"));
        assertThat(bench.arm.changes()).containsExactly("PUT " + ONE);
    }

    @Test
    void aLostAnswerToAnUpdateThatDidNotArriveIsWithoutEffectAfterItsTime() {
        bench.arm.on(GET, state("ProtectionConfigured")).on("PUT " + ONE, lost());
        Operation operation = begun(update());
        assertThat(operation.await(HOUR, step -> {}))
                .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.why())
                        .contains("no effect", "still has the policy DiskBackup-Policy"));
        assertThat(operation.row().state()).isEqualTo(OperationState.NOT_SENT);
    }

    @Test
    void anUpdateThatSomebodyBeganIsFollowedAndNotSentAgain() {
        bench.arm.on(
                GET,
                withOther("UpdatingProtection"),
                withOther("UpdatingProtection"),
                withOther("ProtectionConfigured"));
        Change change = update();
        assertThat(((Change.Begun) change).pickedUp()).isTrue();
        assertThat(end(change)).isEqualTo(new Outcome.Succeeded("ProtectionConfigured"));
        assertThat(bench.arm.changes()).isEmpty();
    }

    @Test
    void aPolicyOfAnotherVaultOrOfAnotherKindIsBlocked() {
        bench.arm.on(GET, state("ProtectionConfigured"));
        ResourceId elsewhere =
                ResourceId.parse(OTHER.id().toString().replace("backupVaults/testBkpVault", "backupVaults/otherVault"));
        Policy foreign = new Policy(elsewhere, OTHER.datasourceTypes(), List.of(), List.of(), List.of(), "{}");
        Policy blobs = new Policy(
                OTHER.id(),
                List.of("Microsoft.Storage/storageAccounts/blobServices"),
                List.of(),
                List.of(),
                List.of(),
                "{}");
        for (Policy wrong : List.of(foreign, blobs)) {
            assertThat(lifecycle().update(instance(), wrong, HOUR, step -> {})).isInstanceOf(Change.Blocked.class);
        }
        assertThat(bench.arm.changes()).isEmpty();
    }

    @Test
    void stoppingIsDoneWhenTheInstanceIsStopped() {
        bench.arm
                .on(
                        GET,
                        state("ProtectionConfigured"),
                        state("ProtectionConfigured"),
                        state("ProtectionConfigured"),
                        state("ProtectionStopped"))
                .on("POST " + ONE + "/stopProtection", accepted())
                .on("GET " + ClientBench.STATUS, ScriptedArm.status("Inprogress"), ScriptedArm.status("Succeeded"));
        assertThat(end(lifecycle().stop(instance()))).isEqualTo(new Outcome.Succeeded("ProtectionStopped"));
        assertThat(lifecycle().stop(instance())).isEqualTo(new Change.Unchanged("it is ProtectionStopped"));
        assertThat(bench.arm.arrived("POST " + ONE + "/stopProtection"))
                .singleElement()
                .satisfies(post -> assertThat(post.body()).isEmpty());
    }

    @Test
    void aLostAnswerToStoppingIsReadBackFromTheState() {
        bench.arm
                .on(GET, state("ProtectionConfigured"), state("ProtectionConfigured"), state("ProtectionStopped"))
                .on("POST " + ONE + "/stopProtection", lost());
        assertThat(end(lifecycle().stop(instance()))).isEqualTo(new Outcome.Succeeded("ProtectionStopped"));
        assertThat(bench.arm.changes()).hasSize(1);
    }

    /** Both words of a suspended instance lead to resumeBackups, a stopped one to resumeProtection. */
    @Test
    void resumingPicksTheRequestThatUndoesWhatWasDone() {
        bench.arm
                .on("POST " + ONE + "/resumeBackups", ScriptedArm.empty(200))
                .on("POST " + ONE + "/resumeProtection", ScriptedArm.empty(200));
        for (String word : List.of("BackupsSuspended", "BackupSchedulesSuspended", "ProtectionStopped")) {
            bench.arm.on(GET, state(word), state(word), state("ProtectionConfigured"));
            assertThat(end(lifecycle().resume(instance()))).isEqualTo(new Outcome.Succeeded("ProtectionConfigured"));
        }
        assertThat(bench.arm.changes())
                .containsExactly(
                        "POST " + ONE + "/resumeBackups",
                        "POST " + ONE + "/resumeBackups",
                        "POST " + ONE + "/resumeProtection");
    }

    @Test
    void whatTheStateForbidsIsNotSentAndSaysTheWayOut() {
        bench.arm.on(GET, state("ConfiguringProtection"));
        assertThat(lifecycle().suspend(instance())).isInstanceOfSatisfying(Change.Blocked.class, blocked -> {
            assertThat(blocked.finding().message()).contains("is ConfiguringProtection and cannot be suspended");
            assertThat(blocked.finding().fix()).contains("instance show");
        });
        assertThat(lifecycle().resume(instance())).isInstanceOf(Change.Blocked.class);
        assertThat(bench.arm.changes()).isEmpty();
    }

    @Test
    void aBackupIsDoneWhenItsJobIsAndTheJobIsRememberedByALaterSession() {
        bench.arm
                .on(GET, state("ProtectionConfigured"))
                .on("GET " + ClientBench.DISK.policy(), ScriptedArm.json(200, POLICY))
                .on("POST " + ONE + "/backup", accepted())
                .on(
                        "GET " + ClientBench.STATUS,
                        ScriptedArm.json(200, "{\"status\":\"Succeeded\",\"properties\":{\"jobId\":\"" + JOB + "\"}}"),
                        ScriptedArm.json(404, "{}"))
                .on(
                        "GET " + JOB,
                        ScriptedArm.json(200, job("InProgress", "a")),
                        ScriptedArm.json(200, job("InProgress", "a")),
                        ScriptedArm.json(200, job("Completed", "a")));
        Operation operation = begun(lifecycle().backup(instance(), null, null));
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(operation.look()).isEqualTo(new Outcome.StillRunning("job InProgress"));
        assertThat(bench.log.find(operation.number()).aim()).isEqualTo(ResourceId.parse(JOB));
        Change again = lifecycle().backup(instance(), null, null);
        assertThat(((Change.Begun) again).pickedUp()).as("the same backup").isTrue();
        assertThat(end(again)).isEqualTo(new Outcome.Succeeded("Completed in 3 min 36 s"));
        assertThat(bench.arm.arrived("POST " + ONE + "/backup")).singleElement().satisfies(post -> assertThat(
                        post.body())
                .isEqualTo("{\"backupRuleOptions\":{\"ruleName\":\"BackupHourly\",\"triggerOption\":{}}}"));
    }

    @Test
    void aJobWithWarningsIsDoneAndOneThatFailedIsNot() {
        bench.arm.on(
                "GET " + JOB,
                ScriptedArm.json(200, job("CompletedWithWarnings", "a")),
                ScriptedArm.json(
                        200,
                        job("Failed", "a")
                                .replace(
                                        "\"duration\"",
                                        "\"errorDetails\":[{\"code\":\"UserErrorX\",\"message\":\"m\"}],\"duration\"")),
                ScriptedArm.json(200, job("Cancelled", "a")));
        Jobs jobs = bench.service.jobs();
        ResourceId id = ResourceId.parse(JOB);
        assertThat(jobs.look(id)).isEqualTo(new Outcome.Succeeded("CompletedWithWarnings in 3 min 36 s"));
        assertThat(jobs.look(id)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(
                        failed.error().code())
                .isEqualTo("UserErrorX"));
        assertThat(jobs.look(id)).isInstanceOf(Outcome.Canceled.class);
    }

    @Test
    void waitingForAJobHasADeadline() {
        bench.arm.on("GET " + JOB, ScriptedArm.json(200, job("InProgress", "a")));
        assertThatThrownBy(() -> bench.service.jobs().await(ResourceId.parse(JOB), Duration.ofMinutes(1), step -> {}))
                .isInstanceOf(DpshException.TimedOut.class)
                .hasMessageContaining("still running");
        assertThat(bench.clock.slept()).isEqualTo(Duration.ofMinutes(1));
    }

    private Operation lostBackup() {
        bench.arm
                .on(GET, state("ProtectionConfigured"))
                .on("GET " + ClientBench.DISK.policy(), ScriptedArm.json(200, POLICY))
                .on("POST " + ONE + "/backup", lost());
        return begun(lifecycle().backup(instance(), null, null));
    }

    @Test
    void aLostAnswerToABackupIsFoundAgainByTheJobsActivity() {
        Operation operation = lostBackup();
        String sent = operation.row().clientRequestId();
        bench.arm
                .on(
                        "GET " + ClientBench.VAULT + "/backupJobs",
                        ScriptedArm.json(
                                200, "{\"value\":[" + job("Failed", "other") + "," + job("InProgress", sent) + "]}"))
                .on("GET " + JOB, ScriptedArm.json(200, job("Completed", sent)));
        assertThat(operation.await(HOUR, step -> {})).isEqualTo(new Outcome.Succeeded("Completed in 3 min 36 s"));
        assertThat(bench.arm.changes()).hasSize(1);
    }

    @Test
    void aLostAnswerToABackupWithoutAJobIsUnknownAndNeverSentTwice() {
        Operation operation = lostBackup();
        bench.arm.on("GET " + ClientBench.VAULT + "/backupJobs", ScriptedArm.json(200, "{\"value\":[]}"));
        assertThat(operation.await(HOUR, step -> {}))
                .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.why())
                        .contains("job list"));
        assertThat(operation.row().state()).isEqualTo(OperationState.LOST);
        assertThat(bench.arm.changes()).hasSize(1);
    }

    @Test
    void aRuleThatThePolicyLacksIsRefusedBeforeAnythingIsSent() {
        bench.arm
                .on(GET, state("ProtectionConfigured"))
                .on("GET " + ClientBench.DISK.policy(), ScriptedArm.json(200, POLICY));
        assertThatThrownBy(() -> lifecycle().backup(instance(), "Default", null))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageContaining("BackupHourly");
        assertThat(bench.arm.changes()).isEmpty();
    }

    /** As recorded: 200, no header, and the instance is stopped at once. */
    @Test
    void anUndeletedInstanceIsThereAndStoppedWithoutAWait() {
        String deleted = ClientBench.VAULT + "/deletedBackupInstances/" + ID.name();
        bench.arm
                .on("GET " + deleted, ScriptedArm.json(200, ClientBench.instance(deleted, "SoftDeleted")))
                .on("POST " + deleted + "/undelete", ScriptedArm.empty(200))
                .on(GET, state("ProtectionStopped"));
        Change change = lifecycle().undelete(bench.service.backup().deletedInstance(ID));
        assertThat(end(change)).isEqualTo(new Outcome.Succeeded("ProtectionStopped"));
        assertThat(bench.clock.slept()).isEqualTo(Duration.ZERO);
        assertThat(OperationKind.of(begun(change).row().operation())).isEqualTo(OperationKind.UNDELETE);
    }

    @Test
    void syncEndsWithWhatTheInstanceSays() {
        bench.arm
                .on("POST " + ONE + "/sync", accepted())
                .on("GET " + ClientBench.STATUS, ScriptedArm.status("Succeeded"))
                .on(GET, state("ProtectionError"), state("ProtectionError"), state("ProtectionConfigured"));
        assertThat(end(lifecycle().sync(instance(), true))).isEqualTo(new Outcome.Succeeded("ProtectionConfigured"));
        bench.arm.on(GET, state("ProtectionError"));
        assertThat(end(lifecycle().sync(instance(), false))).isInstanceOf(Outcome.Failed.class);
    }
}
