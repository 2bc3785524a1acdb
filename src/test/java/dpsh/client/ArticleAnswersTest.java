package dpsh.client;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.backup.InstanceDraft;
import dpsh.backup.Outcome;
import dpsh.store.OperationState;
import dpsh.wire.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two articles' conversations with the service, answer by answer as they are printed (api-version 2021-01-01). */
class ArticleAnswersTest {
    private static final Duration HOUR = Duration.ofHours(1);

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

    private mockwebserver3.MockResponse.Builder at(Sample sample) {
        return sample.at(bench.arm.root());
    }

    private Operation validate(InstanceDraft draft) {
        Operation operation = bench.service.operations().validate(ClientBench.VAULT, draft);
        assertThat(operation).isNotNull();
        return operation;
    }

    private List<Duration> gaps(Instant from, String line) {
        List<Instant> times =
                bench.arm.arrived(line).stream().map(ScriptedArm.Arrived::at).toList();
        return java.util.stream.IntStream.range(0, times.size())
                .mapToObj(i -> Duration.between(i == 0 ? from : times.get(i - 1), times.get(i)))
                .toList();
    }

    @Test
    void aDiskThatIsProtectedAlreadyIsAFailedOutcomeWithTheAdviceAndTheActivity() {
        bench.arm.on("POST " + ClientBench.VALIDATE, at(Sample.of("articles/disk-validate-already-protected.http")));
        Operation operation = validate(ClientBench.DISK);
        assertThat(operation.isOpen()).isFalse();
        assertThat(operation.look()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.status()).isEqualTo(400);
            assertThat(failed.error().code()).isEqualTo("UserErrorDppDatasourceAlreadyProtected");
            assertThat(failed.error().message())
                    .isEqualTo("Datasource is already protected under the Backup vault " + ClientBench.VAULT + ".");
            assertThat(failed.error().recommendedActions())
                    .containsExactly("Delete the backup instance SharedDataDisk from the Backup vault "
                            + ClientBench.VAULT + " to re-protect the datasource in any other vault.");
            assertThat(failed.error().activityId()).isEqualTo("0c99ff0f-6c26-4ec7-899f-205435e89894");
            assertThat(failed.error().cause()).isNull();
            assertThat(failed.error().target()).isNull();
        });
        assertThat(operation.row().correlationId()).isEqualTo("0c99ff0f-6c26-4ec7-899f-205435e89894");
    }

    @Test
    void anAccountThatIsProtectedAlreadyIsTheSameOutcome() {
        bench.arm.on("POST " + ClientBench.VALIDATE, at(Sample.of("articles/blob-validate-already-protected.http")));
        assertThat(validate(ClientBench.BLOB).look()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.status()).isEqualTo(400);
            assertThat(failed.error().code()).isEqualTo("UserErrorDppDatasourceAlreadyProtected");
            assertThat(failed.error().recommendedActions().get(0)).contains("msblobbackuptemp");
            assertThat(failed.error().activityId()).isEqualTo("f36eb67a-8932-42a8-8aba-c5ee2443aa2e");
        });
    }

    @Test
    void aValidationIsFollowedEveryTenSecondsFromInprogressToSucceeded() {
        Sample accepted = Sample.of("articles/disk-validate-accepted.http");
        String status = "GET " + accepted.path("Azure-AsyncOperation");
        Sample running = Sample.of("articles/disk-validate-status-inprogress.http");
        bench.arm
                .on("POST " + ClientBench.VALIDATE, at(accepted))
                .on(status, at(running), at(running), at(Sample.of("articles/disk-validate-status-succeeded.http")));
        Instant begun = bench.clock.now();
        Operation operation = validate(ClientBench.DISK);
        List<String> words = new java.util.ArrayList<>();
        Outcome outcome = operation.await(HOUR, step -> words.add(step.detail()));
        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        assertThat(words).containsExactly("Inprogress", "Inprogress");
        Duration ten = Duration.ofSeconds(10);
        assertThat(gaps(begun, status)).containsExactly(ten, ten, ten);
        assertThat(bench.arm.arrived(status).get(0).target())
                .isEqualTo(accepted.path("Azure-AsyncOperation") + "?api-version=2021-01-01");
        assertThat(bench.arm.arrived("POST " + ClientBench.VALIDATE).get(0).target())
                .isEqualTo(ClientBench.VALIDATE + "?api-version=2021-01-01");
        assertThat(operation.row().correlationId()).isEqualTo("3e7cacb3-65cd-4b3c-8145-71fe90d57327");
    }

    @Test
    void aDisksMissingPermissionIsPulledUpFromTheInnerError() {
        assertMissingPermission(
                ClientBench.DISK,
                "articles/disk-validate-status-failed.http",
                "Validate for Protection failed. Exception Message: The client '00001111-aaaa-2222-bbbb-3333cccc4444' with"
                        + " object id 'aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb' does not have authorization to perform action"
                        + " 'Microsoft.Authorization/roleAssignments/read' over scope '/subscriptions/"
                        + "aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/"
                        + "disks/msdiskbackup/providers/Microsoft.Authorization' or the scope is invalid. If access was"
                        + " recently granted, please refresh your credentials.");
    }

    @Test
    void anAccountsMissingPermissionIsPulledUpFromTheInnerError() {
        assertMissingPermission(
                ClientBench.BLOB,
                "articles/blob-validate-status-failed.http",
                "Validate for Protection failed. Exception Message: The client 'a8b24f84-f43c-45b3-aa54-e3f6d54d31a6' with"
                        + " object id 'a8b24f84-f43c-45b3-aa54-e3f6d54d31a6' does not have authorization to perform action"
                        + " 'Microsoft.Authorization/roleAssignments/read' over scope '/subscriptions/"
                        + ClientBench.MASK
                        + "/resourceGroups/RG-BlobBackup/providers/Microsoft.Storage/storageAccounts/msblobbackup/providers/"
                        + "Microsoft.Authorization' or the scope is invalid. If access was recently granted, please refresh"
                        + " your credentials.");
    }

    private void assertMissingPermission(InstanceDraft draft, String sample, String cause) {
        Sample accepted = Sample.of("articles/disk-validate-accepted.http");
        bench.arm
                .on("POST " + ClientBench.VALIDATE, at(accepted))
                .on("GET " + accepted.path("Azure-AsyncOperation"), at(Sample.of(sample)));
        assertThat(validate(draft).await(HOUR, step -> {})).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.status()).isEqualTo(200);
            assertThat(failed.error().code()).isEqualTo("UserErrorMissingRequiredPermissions");
            assertThat(failed.error().message())
                    .isEqualTo("Appropriate permissions to perform the operation is missing.");
            assertThat(failed.error().cause()).isEqualTo(cause);
            assertThat(failed.error().recommendedActions()).hasSize(1);
            assertThat(failed.error().activityId()).isEqualTo("3e7cacb3-65cd-4b3c-8145-71fe90d57327");
        });
    }

    @Test
    void aCreationIsFollowedEveryFifteenSecondsUntilTheInstanceItselfIsProtected() {
        Sample created = Sample.of("articles/disk-create-created.http");
        String status = "GET " + created.path("Azure-AsyncOperation");
        bench.arm
                .on("PUT " + ClientBench.INSTANCE, at(created))
                .on(status, at(Sample.of("articles/disk-create-status.http")))
                .on(
                        "GET " + ClientBench.INSTANCE,
                        ScriptedArm.json(200, created.body().replace("\"Provisioning\"", "\"Succeeded\"")),
                        ScriptedArm.json(200, created.body().replace("ConfiguringProtection", "ProtectionConfigured")));
        Instant begun = bench.clock.now();
        Operation operation = bench.service.operations().create(ClientBench.VAULT, ClientBench.DISK);
        assertThat(operation).isNotNull();
        List<String> words = new java.util.ArrayList<>();
        Outcome outcome = operation.await(HOUR, step -> words.add(step.detail()));
        assertThat(outcome).isEqualTo(new Outcome.Succeeded("ProtectionConfigured"));
        assertThat(words).containsExactly("ConfiguringProtection");
        Duration fifteen = Duration.ofSeconds(15);
        assertThat(gaps(begun, status)).containsExactly(fifteen);
        assertThat(gaps(begun, "GET " + ClientBench.INSTANCE)).containsExactly(fifteen, fifteen);
        assertThat(operation.row().correlationId()).isEqualTo("5d9ccf1b-7ac1-456d-8ae3-36c93c0d2427");
        assertThat(bench.arm.arrived("PUT " + ClientBench.INSTANCE)).hasSize(1);
    }

    @Test
    void aDeletionIsFollowedEveryThirtySecondsUntilTheInstanceIsGone() {
        Sample accepted = Sample.of("articles/disk-delete-accepted.http");
        String status = "GET " + accepted.path("Azure-AsyncOperation");
        bench.arm
                .on("DELETE " + ClientBench.INSTANCE, at(accepted))
                .on(status, at(Sample.of("articles/disk-delete-status.http")))
                .on(
                        "GET " + ClientBench.INSTANCE,
                        ScriptedArm.json(200, ClientBench.instance("SoftDeleting")),
                        ScriptedArm.json(404, "{}"));
        Instant begun = bench.clock.now();
        Operation operation = bench.service.operations().delete(ClientBench.DISK.idIn(ClientBench.VAULT));
        assertThat(operation).isNotNull();
        assertThat(operation.await(HOUR, step -> {})).isEqualTo(new Outcome.Succeeded("gone"));
        Duration thirty = Duration.ofSeconds(30);
        assertThat(gaps(begun, status)).containsExactly(thirty);
        assertThat(gaps(begun, "GET " + ClientBench.INSTANCE)).containsExactly(thirty, thirty);
        assertThat(operation.row().state()).isEqualTo(OperationState.SUCCEEDED);
    }
}
