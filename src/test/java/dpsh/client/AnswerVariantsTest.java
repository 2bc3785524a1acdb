package dpsh.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import dpsh.backup.Outcome;
import dpsh.store.OperationState;
import dpsh.wire.Sample;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ways in which the service accepts work and ends it, as they were seen live: 200, 201, 202 and 204, with one header or
 * both or none, with stale headers on the last answer, and with status URLs that cannot be read.
 */
class AnswerVariantsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String PUT = "PUT " + ClientBench.INSTANCE;
    private static final String GET = "GET " + ClientBench.INSTANCE;
    private static final String DELETE = "DELETE " + ClientBench.INSTANCE;
    private static final String STATUS = "GET " + ClientBench.STATUS;
    private static final String RESULT = "GET " + ClientBench.RESULT;

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

    private MockResponse.Builder accepted(int status) {
        MockResponse.Builder answer = status == 201
                ? ScriptedArm.json(201, ClientBench.instance("ConfiguringProtection"))
                : ScriptedArm.empty(status);
        return answer.addHeader("Azure-AsyncOperation", bench.arm.root() + ClientBench.STATUS + "?t=1");
    }

    private MockResponse.Builder located(int status) {
        return ScriptedArm.empty(status).addHeader("Location", bench.arm.root() + ClientBench.RESULT + "?t=2");
    }

    private Operation create() {
        Operation operation = bench.service.operations().create(ClientBench.VAULT, ClientBench.DISK);
        assertThat(operation).isNotNull();
        return operation;
    }

    private Operation delete() {
        Operation operation = bench.service.operations().delete(ClientBench.DISK.idIn(ClientBench.VAULT));
        assertThat(operation).isNotNull();
        return operation;
    }

    private Operation validate() {
        Operation operation = bench.service.operations().validate(ClientBench.VAULT, ClientBench.DISK);
        assertThat(operation).isNotNull();
        return operation;
    }

    private Outcome end(Operation operation) {
        return operation.await(HOUR, step -> {});
    }

    @Test
    void aCreationAnswered200WithoutHeadersIsAskedAtTheInstance() {
        bench.arm
                .on(PUT, ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")))
                .on(GET, ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")));
        assertThat(end(create())).isEqualTo(new Outcome.Succeeded("ProtectionConfigured"));
        assertThat(bench.arm.arrived()).hasSize(2);
    }

    @Test
    void aCreationAnswered202WithBothHeadersIsFollowedAtTheFirst() {
        bench.arm
                .on(PUT, accepted(202).addHeader("Location", bench.arm.root() + ClientBench.RESULT))
                .on(STATUS, ScriptedArm.status("Inprogress"), ScriptedArm.status("Succeeded"))
                .on(GET, ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")));
        assertThat(end(create())).isEqualTo(new Outcome.Succeeded("ProtectionConfigured"));
        assertThat(bench.arm.arrived(STATUS)).hasSize(2);
        assertThat(bench.arm.arrived(RESULT)).isEmpty();
    }

    @Test
    void aLocationAloneIsAskedUntilItIsNo202AnyMore() {
        bench.arm
                .on(PUT, located(202))
                .on(RESULT, located(202), located(202), ScriptedArm.json(200, ClientBench.instance("x")))
                .on(GET, ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")));
        assertThat(end(create())).isEqualTo(new Outcome.Succeeded("ProtectionConfigured"));
        assertThat(bench.arm.arrived(RESULT)).hasSize(3);
    }

    @Test
    void aLocationThatEndsWithAnErrorIsTheOutcome() {
        bench.arm
                .on("POST " + ClientBench.VALIDATE, located(202))
                .on(
                        RESULT,
                        ScriptedArm.json(400, "{\"error\":{\"code\":\"BMSUserErrorInvalidInput\",\"message\":\"m\"}}"));
        assertThat(end(validate())).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.error().code()).isEqualTo("BMSUserErrorInvalidInput");
            assertThat(failed.status()).isEqualTo(400);
        });
    }

    @Test
    void aValidationAnswered200IsDone() {
        bench.arm.on(
                "POST " + ClientBench.VALIDATE, ScriptedArm.json(200, "{\"objectType\":\"OperationJobExtendedInfo\"}"));
        assertThat(end(validate())).isInstanceOf(Outcome.Succeeded.class);
        assertThat(bench.arm.arrived()).hasSize(1);
    }

    @Test
    void deletingWhatIsAbsentIs204AndDoneAtOnce() {
        bench.arm.on(DELETE, ScriptedArm.empty(204));
        Operation operation = delete();
        assertThat(operation.isOpen()).isFalse();
        assertThat(end(operation)).isInstanceOf(Outcome.Succeeded.class);
        assertThat(bench.arm.arrived()).hasSize(1);
    }

    @Test
    void aDeletionAnswered200IsDoneWhenTheInstanceIsGone() {
        bench.arm
                .on(DELETE, ScriptedArm.empty(200))
                .on(GET, ScriptedArm.json(200, ClientBench.instance("SoftDeleting")), ScriptedArm.json(404, "{}"));
        assertThat(end(delete())).isEqualTo(new Outcome.Succeeded("gone"));
        assertThat(bench.arm.arrived(GET)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void staleHeadersOnTheLastAnswerStartNothingNew(int last) {
        MockResponse.Builder stale = (last == 200
                        ? ScriptedArm.json(200, "{\"objectType\":\"OperationJobExtendedInfo\"}")
                        : ScriptedArm.empty(204))
                .addHeader("Azure-AsyncOperation", bench.arm.root() + "/stale")
                .addHeader("Retry-After", "30");
        bench.arm.on(DELETE, located(202)).on(RESULT, stale).on(GET, ScriptedArm.json(404, "{}"));
        assertThat(end(delete())).isEqualTo(new Outcome.Succeeded("gone"));
        assertThat(bench.arm.arrived("GET /stale")).isEmpty();
        assertThat(bench.arm.arrived(RESULT)).hasSize(1);
    }

    @Test
    void aSignedUrlOfThreeAndAHalfKilobytesIsFollowedByteForByteAlsoByALaterSession() {
        Sample recorded = Sample.of("recorded/blob-create-accepted.http");
        String signed = URI.create(recorded.headers().get("Azure-AsyncOperation"))
                .toString()
                .replace("https://management.azure.com", "");
        assertThat(signed).hasSizeGreaterThan(3300).contains("==?api-version=");
        String path = recorded.path("Azure-AsyncOperation");
        bench.arm
                .on(PUT, recorded.at(bench.arm.root()))
                .on("GET " + path, ScriptedArm.status("Inprogress"), ScriptedArm.status("Succeeded"))
                .on(GET, ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")));
        long number = create().number();
        assertThat(bench.service.operations().pickUp(number).look()).isInstanceOf(Outcome.StillRunning.class);
        assertThat(end(bench.service.operations().pickUp(number)))
                .isEqualTo(new Outcome.Succeeded("ProtectionConfigured"));
        assertThat(bench.arm.arrived("GET " + path)).hasSize(2).allSatisfy(poll -> assertThat(poll.target())
                .isEqualTo(signed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Canceled", "Cancelled", "CANCELED", "cancelled"})
    void canceledEndsItInEverySpelling(String word) {
        bench.arm.on(PUT, accepted(201)).on(STATUS, ScriptedArm.status(word));
        Operation operation = create();
        assertThat(end(operation)).isEqualTo(new Outcome.Canceled());
        assertThat(operation.row().state()).isEqualTo(OperationState.CANCELED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "FAILED", "failed"})
    void failedWithoutAReasonIsAFailureAllTheSame(String word) {
        bench.arm.on(PUT, accepted(201)).on(STATUS, ScriptedArm.status(word));
        assertThat(end(create())).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(
                        failed.error().code())
                .isEqualTo("Failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"InProgress", "Accepted", "Running", "Whatever", ""})
    void anyOtherWordMeansThatItRuns(String word) {
        bench.arm
                .on("POST " + ClientBench.VALIDATE, accepted(202))
                .on(STATUS, ScriptedArm.status(word), ScriptedArm.status("SUCCEEDED"));
        assertThat(end(validate())).isInstanceOf(Outcome.Succeeded.class);
        assertThat(bench.arm.arrived(STATUS)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void aStatusThatCannotBeReadSaysNothingAboutTheOperationTheInstanceDoes(int refused) {
        bench.arm
                .on(PUT, accepted(201))
                .on(
                        STATUS,
                        ScriptedArm.json(refused, "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}}"))
                .on(
                        GET,
                        ScriptedArm.json(200, ClientBench.instance("ConfiguringProtection")),
                        ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")));
        assertThat(end(create())).isEqualTo(new Outcome.Succeeded("ProtectionConfigured"));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void aValidationWhoseStatusCannotBeReadIsNotKnownAndNeverSucceeded(int refused) {
        bench.arm
                .on("POST " + ClientBench.VALIDATE, accepted(202))
                .on(
                        STATUS,
                        ScriptedArm.json(refused, "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}}"));
        Operation operation = validate();
        assertThat(end(operation)).isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.why())
                .contains("AuthorizationFailed", "run it again"));
        assertThat(operation.row().state()).isEqualTo(OperationState.LOST);
    }

    @Test
    void aServerErrorOnTheStatusReadLeavesTheOperationOpen() {
        bench.arm.on(PUT, accepted(201)).on(STATUS, ScriptedArm.json(500, "{}"));
        Operation operation = create();
        assertThatThrownBy(() -> end(operation)).isInstanceOf(DpshException.Service.class);
        assertThat(operation.row().state()).isEqualTo(OperationState.ACCEPTED);
        bench.arm
                .on(STATUS, ScriptedArm.status("Succeeded"))
                .on(GET, ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")));
        assertThat(end(operation)).isEqualTo(new Outcome.Succeeded("ProtectionConfigured"));
    }

    @Test
    void aStatusThatIsNoJsonLeavesTheOperationOpen() {
        bench.arm.on(PUT, accepted(201)).on(STATUS, ScriptedArm.json(200, "{\"status\":"));
        Operation operation = create();
        assertThatThrownBy(() -> end(operation)).isInstanceOf(DpshException.Transport.class);
        assertThat(operation.row().state()).isEqualTo(OperationState.ACCEPTED);
    }

    @Test
    void withoutARetryAfterItIsAskedEveryFifteenSeconds() {
        bench.arm
                .on(PUT, accepted(201))
                .on(STATUS, ScriptedArm.status("Inprogress"), ScriptedArm.status("Succeeded"))
                .on(GET, ScriptedArm.json(200, ClientBench.instance("ProtectionConfigured")));
        Instant begun = bench.clock.now();
        end(create());
        assertThat(bench.arm.arrived(STATUS).stream().map(ScriptedArm.Arrived::at))
                .isEqualTo(List.of(begun.plusSeconds(15), begun.plusSeconds(30)));
    }
}
