package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import dpsh.backup.ErrorCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    private final Sentences sentences = new Sentences(ErrorCatalog.load());

    private static DpshException service(int status, ErrorBody error, @Nullable String next) {
        return new DpshException.Service("validate msdiskbackup", status, error, "c0ffee", next);
    }

    private void assertSaid(Throwable error, ExitCode exitCode, String text) {
        Said said = sentences.say(error);
        assertThat(said.text()).isEqualTo(text);
        assertThat(said.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void tellsWrongUsage() {
        assertSaid(
                new DpshException.Usage(
                        "'x' is no resource ID", "it does not begin with /subscriptions/", "`use` lists them"),
                ExitCode.USAGE,
                "'x' is no resource ID: it does not begin with /subscriptions/. `use` lists them.");
    }

    @Test
    void tellsARefusal() {
        assertSaid(
                new DpshException.Refused("msdiskbackup is protected elsewhere", null, "delete that instance first."),
                ExitCode.FAILED,
                "msdiskbackup is protected elsewhere. Delete that instance first.");
    }

    @Test
    void tellsAServiceErrorWithOurAdviceCodeAndCorrelation() {
        assertSaid(
                service(
                        200,
                        new ErrorBody(
                                "UserErrorMissingRequiredPermissions",
                                "Appropriate permissions are missing.",
                                "The client 'a' has no authorization.\r\nRefresh your credentials.",
                                List.of("Grant them."),
                                null,
                                null),
                        null),
                ExitCode.FAILED,
                "validate msdiskbackup: The client 'a' has no authorization. Refresh your credentials."
                        + " Give the vault's identity the roles of this datasource, let them take effect and validate"
                        + " again (`permission grant`). [UserErrorMissingRequiredPermissions, correlation c0ffee]");
    }

    @Test
    void prefersTheAdviceThatCameWithTheException() {
        assertThat(sentences
                        .say(service(
                                400, ErrorBody.of("CloudInternalError", "It broke."), "`operation watch 3` goes on"))
                        .text())
                .isEqualTo("validate msdiskbackup: It broke. `operation watch 3` goes on."
                        + " [CloudInternalError, correlation c0ffee]");
    }

    @Test
    void takesTheServicesOwnAdviceForAnUnknownCode() {
        assertSaid(
                service(
                        409,
                        new ErrorBody("NewCode", "", null, List.of("Do this.", "", "Then that."), "act-1", null),
                        null),
                ExitCode.FAILED,
                "validate msdiskbackup. Do this; Then that. [NewCode, correlation act-1]");
    }

    @Test
    void saysWhatTheCodeMeansWhenTheServiceGivesNoText() {
        assertThat(sentences
                        .say(service(500, ErrorBody.of("CloudInternalError", ""), null))
                        .cause())
                .isEqualTo("a fault inside the service");
    }

    @ParameterizedTest
    @CsvSource({
        "401, Whatever, NOT_ALLOWED",
        "403, Whatever, NOT_ALLOWED",
        "400, authorizationfailed, NOT_ALLOWED",
        "200, LinkedAuthorizationFailed, NOT_ALLOWED",
        "400, InvalidAuthenticationTokenTenant, NOT_ALLOWED",
        "400, ExpiredAuthenticationToken, NOT_ALLOWED",
        "429, Whatever, TIMED_OUT",
        "200, TooManyRequests, TIMED_OUT",
        "400, UserErrorMissingRequiredPermissions, FAILED",
        "404, ResourceNotFound, FAILED",
        "500, InternalServerError, FAILED",
        "200, UserErrorBackupRequestThrottled, FAILED",
    })
    void givesServiceErrorsTheirExitCode(int status, String code, ExitCode exitCode) {
        assertThat(sentences.say(service(status, ErrorBody.of(code, "x"), null)).exitCode())
                .isEqualTo(exitCode);
    }

    @Test
    void tellsATransportFaultAndWhetherTheRequestMayHaveArrived() {
        assertSaid(
                new DpshException.Transport(
                        "list vaults", "connection refused", "is the sandbox running?", false, null),
                ExitCode.FAILED,
                "list vaults: connection refused. Is the sandbox running?");
        assertSaid(
                new DpshException.Transport("create a", "the connection was reset", "`operation show 3`", true, null),
                ExitCode.FAILED,
                "create a: the connection was reset; the request may have arrived all the same. `operation show 3`.");
    }

    @Test
    void tellsThatTimeRanOutAndHowLongItWaited() {
        assertSaid(
                new DpshException.TimedOut(
                        "create a", "it still runs at the service", "`operation watch 3`", Duration.ofMinutes(60)),
                ExitCode.TIMED_OUT,
                "create a: it still runs at the service. `operation watch 3`. [waited 1 h]");
        assertSaid(new DpshException.TimedOut("create a", null, null, Duration.ZERO), ExitCode.TIMED_OUT, "create a.");
    }

    @Test
    void tellsWhatIsNotAllowed() {
        assertSaid(
                new DpshException.NotAllowed("nobody is signed in", "az: not installed", "`login` signs in", null),
                ExitCode.NOT_ALLOWED,
                "nobody is signed in: az: not installed. `login` signs in.");
    }

    @Test
    void tellsAnInterruptionAndWhatGoesOn() {
        assertSaid(
                new DpshException.Interrupted(
                        "interrupted", "the operation goes on at the service; `operation watch 3` comes back to it"),
                ExitCode.INTERRUPTED,
                "interrupted. The operation goes on at the service; `operation watch 3` comes back to it.");
        assertSaid(new IllegalStateException(new InterruptedException()), ExitCode.INTERRUPTED, "interrupted.");
    }

    @Test
    void tellsThatTheLedgerCannotBeWritten() {
        assertSaid(
                new DpshException.LedgerUnavailable("nothing was sent", "the disk is full", "free some space", null),
                ExitCode.FAILED,
                "nothing was sent: the disk is full. Free some space.");
    }

    @Test
    void tellsTheRootCauseOfTheUnexpected() {
        assertSaid(
                new RuntimeException("outer", new UncheckedIOException("middle", new IOException("pipe closed."))),
                ExitCode.FAILED,
                "unexpected: pipe closed (IOException). Run with --trace to see where.");
        assertSaid(
                new NullPointerException(),
                ExitCode.FAILED,
                "unexpected: NullPointerException. Run with --trace to see where.");
    }

    @Test
    void survivesACircleOfCauses() {
        RuntimeException first = new RuntimeException("first");
        RuntimeException second = new RuntimeException("second", first);
        first.initCause(second);
        assertSaid(first, ExitCode.FAILED, "unexpected: second (RuntimeException). Run with --trace to see where.");
    }

    @Test
    void tellsAWrappedErrorAsItself() {
        assertSaid(
                new CompletionException(new DpshException.Usage("no vault is chosen", null, "`use vault NAME`")),
                ExitCode.USAGE,
                "no vault is chosen. `use vault NAME`.");
    }

    @Test
    void neverDoublesPunctuationNorRepeatsItself() {
        assertSaid(
                new DpshException.Usage("it failed.", "no reason:", "try again!"),
                ExitCode.USAGE,
                "it failed: no reason. Try again.");
        assertSaid(new DpshException.Usage("a is wrong", "a is wrong", " "), ExitCode.USAGE, "a is wrong.");
        assertSaid(new DpshException.Usage("", null, null), ExitCode.USAGE, "failed.");
    }

    @Test
    void showsTextFromOutsideAsPlainText() {
        assertThat(sentences
                        .say(service(400, ErrorBody.of("Bad\u001b[2J", "a\u001b]0;x\u0007b\u202ec\nd"), null))
                        .text())
                .isEqualTo("validate msdiskbackup: abc d. [Bad, correlation c0ffee]");
    }

    /** Law 1: returning the text unchanged from Secrets.hidden turns this red. */
    @Test
    void hidesTokensAndSignedQueries() {
        String token = "eyJhbGciOiJub25lIn0.eyJvaWQiOiJhIn0.c2lnbmF0dXJl";
        String url = "https://management.azure.com/subscriptions/1/operationStatus/x==?api-version=2025-07-01"
                + "&t=638&c=MIIH&s=secretsignature&h=hash";
        String text = sentences
                .say(new RuntimeException("GET " + url + " with Authorization: Bearer " + token + " and " + token))
                .text();
        assertThat(text)
                .isEqualTo("unexpected: GET https://management.azure.com/subscriptions/1/operationStatus/x==?"
                        + "api-version=2025-07-01&… with Authorization: Bearer … and … (RuntimeException)."
                        + " Run with --trace to see where.");
    }

    @Test
    void writesJsonForPrograms() throws JsonProcessingException {
        Said said =
                sentences.say(service(403, ErrorBody.of("AuthorizationFailed", "No \"role\"."), "ask\u200b somebody"));
        assertThat(said.in(Format.JSON))
                .isEqualTo("{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"validate msdiskbackup\","
                        + "\"cause\":\"No \\\"role\\\"\",\"next\":\"ask somebody\",\"correlationId\":\"c0ffee\","
                        + "\"exitCode\":4}}");
        JsonNode unexpected = new ObjectMapper()
                .readTree(sentences.say(new IllegalStateException()).in(Format.JSONL))
                .get("error");
        assertThat(unexpected.get("code").textValue()).isEqualTo("unexpected");
        assertThat(unexpected.get("correlationId").isNull()).isTrue();
        assertThat(unexpected.get("exitCode").intValue()).isEqualTo(1);
    }

    @Test
    void printsBesideTheDataInTheFormatOfTheResults() {
        Said said = sentences.say(new DpshException.Usage("a is wrong", null, null));
        Paper table = Paper.marked();
        said.print(Format.TABLE, table.page());
        assertThat(table.out()).isEmpty();
        assertThat(table.err()).isEqualTo("bad(a is wrong.)\n");
        Paper json = Paper.marked();
        said.print(Format.JSON, json.page());
        assertThat(json.err()).startsWith("{\"error\":{\"code\":\"usage\"").endsWith("\"exitCode\":2}}\n");
    }
}
