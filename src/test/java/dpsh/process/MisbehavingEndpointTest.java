package dpsh.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dpsh.sandbox.SandboxFaults.Fault;
import dpsh.sandbox.SandboxFaults.Garbage;
import dpsh.sandbox.SandboxFaults.Reset;
import dpsh.sandbox.SandboxFaults.Respond;
import dpsh.sandbox.SandboxFaults.Silence;
import dpsh.sandbox.SandboxFaults.Truncate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Endpoints that are down, hang, or answer what no ARM endpoint answers: the exit code of the table, one sentence that says
 * what to do next, nothing on standard output, and one JSON object where JSON was asked for.
 */
class MisbehavingEndpointTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @TempDir
    Path homes;

    /**
     * What is wrong, and how it must be told.
     *
     * @param fault what every request meets
     * @param code the exit code
     * @param errorCode of the JSON error
     * @param words what the sentence says, among others
     */
    private record Case(String name, Fault fault, int code, String errorCode, String... words) {}

    private static Case of(String name, Fault fault, int code, String errorCode, String... words) {
        return new Case(name, fault, code, errorCode, words);
    }

    private static Respond error(int status, String code, String message) {
        return new Respond(status, JSON, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}");
    }

    private static Respond throttled(int status, String seconds) {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Retry-After", seconds);
        return new Respond(
                status, headers, error(status, "TooManyRequests", "Slow down").body());
    }

    private static final String PAGE = "<!DOCTYPE html><html><body>Please sign in to the Wi-Fi</body></html>";

    private static final List<Case> CASES = List.of(
            of("a page", new Respond(200, Map.of("Content-Type", "text/html"), PAGE), 1, "transport", "a web page"),
            of(
                    "a page of a gateway",
                    new Respond(502, Map.of("Content-Type", "text/html"), PAGE),
                    1,
                    "transport",
                    "502"),
            of("no JSON", new Respond(200, JSON, "{]"), 1, "transport", "not JSON", "--endpoint"),
            of("JSON that is no list", new Respond(200, JSON, "{}"), 1, "transport", "no list"),
            of("nothing", new Respond(200, JSON, ""), 1, "transport", ""),
            of("no HTTP", new Garbage("SSH-2.0-OpenSSH_9.2\r\n\r\n"), 1, "transport", "--endpoint"),
            of("a reset", new Reset(false), 1, "transport", "--endpoint"),
            of("a cut body", new Truncate(25), 1, "transport", "--endpoint"),
            of(
                    "a redirect",
                    new Respond(302, Map.of("Location", "https://login.example.com/secret?sig=abc"), ""),
                    1,
                    "transport",
                    "a redirect to https://login.example.com",
                    "not followed"),
            of("429 for ever", throttled(429, "120"), 5, "timed-out", "throttles", "later"),
            of("503 for ever", throttled(503, "120"), 5, "timed-out", "throttles", "later"),
            of("500 for ever", error(500, "InternalServerError", "Oops"), 1, "InternalServerError", "Oops"),
            of(
                    "a token that is refused",
                    error(401, "ExpiredAuthenticationToken", "It expired"),
                    4,
                    "not-allowed",
                    "refused the token twice",
                    "ExpiredAuthenticationToken",
                    "`login`"),
            of(
                    "a made-up token at a strict sandbox",
                    error(401, "InvalidAuthenticationToken", "It is not mine"),
                    4,
                    "not-allowed",
                    "refused the token twice",
                    "InvalidAuthenticationToken",
                    "--strict"),
            of(
                    "no right",
                    error(403, "AuthorizationFailed", "The client has no right"),
                    4,
                    "AuthorizationFailed",
                    "The client has no right"));

    @Test
    void everyCaseIsToldInOneSentence() throws Exception {
        List<Callable<Object>> tests = new ArrayList<>();
        for (Case one : CASES) {
            tests.add(() -> {
                try (Azure azure = Azure.misbehaving()) {
                    azure.sandbox.faults().always("*", ".", one.fault());
                    isTold(
                            one,
                            DpshProcess.runHere(
                                    home(), arguments(azure.endpoint().toString(), "--speed", "6000")));
                }
                return true;
            });
        }
        Lanes.run(tests);
    }

    @Test
    void anEndpointThatIsDown() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        isTold(
                of("down", new Silence(), 1, "transport", "http://127.0.0.1:" + port, "--endpoint"),
                run("http://127.0.0.1:" + port, "--speed", "6000"));
    }

    @Test
    void anEndpointThatHangs() throws IOException {
        try (Azure azure = Azure.misbehaving()) {
            azure.sandbox.faults().always("*", ".", new Silence());
            isTold(
                    of("hangs", new Silence(), 5, "timed-out", "did not answer in time (1 s)", "--endpoint"),
                    run(azure.endpoint().toString(), "--speed", "6000", "--timeout", "1s"));
        }
    }

    /** A list that breaks off is shown as far as it came, says so, and its other page is not asked for elsewhere. */
    @Test
    void aNextLinkThatLeavesTheOrigin() throws IOException {
        try (Azure azure = Azure.misbehaving();
                Foreigner foreigner = new Foreigner()) {
            String vault = "{\"id\":\"" + Azure.VAULT + "\",\"name\":\"testBkpVault\",\"location\":\"westus\"}";
            String link = foreigner.url() + "/subscriptions/x?$skipToken=y";
            azure.sandbox
                    .faults()
                    .always(
                            "GET",
                            "/backupVaults$",
                            new Respond(200, JSON, "{\"value\":[" + vault + "],\"nextLink\":\"" + link + "\"}"));
            DpshProcess.Result result = DpshProcess.run(
                    home(), List.of("--endpoint", azure.endpoint().toString(), "-c", "vault list"));
            assertThat(result.code()).as(result.toString()).isEqualTo(3);
            assertThat(result.out()).contains("testBkpVault");
            assertThat(result.err())
                    .contains("foreign origin, " + foreigner.url(), "not followed")
                    .doesNotContain("skipToken");
            assertThat(foreigner.wasCalled()).isFalse();
        }
    }

    /** The same line twice in one process, for a person and for a program. */
    private static List<String> arguments(String endpoint, String... options) {
        List<String> arguments = new ArrayList<>(List.of("--endpoint", endpoint, "--keep-going"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("-c", "vault list", "-c", "vault list -o json"));
        return arguments;
    }

    private DpshProcess.Result run(String endpoint, String... options) throws IOException {
        return DpshProcess.run(home(), arguments(endpoint, options));
    }

    private Path home() throws IOException {
        return Files.createTempDirectory(homes, "home");
    }

    /** Each failed line is followed by one that names it; these have the line's number. */
    private static void isTold(Case expected, DpshProcess.Result result) {
        String story = expected.name() + "\n" + result;
        assertThat(result.code()).as(story).isEqualTo(expected.code());
        assertThat(result.out()).as(story).isEmpty();
        assertThat(result.err()).as(story).doesNotContain("\tat ", "Exception (", "<html", "Wi-Fi", "sig=", "Bearer");
        List<String> said = result.err().lines().toList();
        assertThat(said).as(story).hasSize(4);
        assertThat(said.get(1)).as(story).startsWith("dpsh: line 1 ended with " + expected.code());
        assertThat(said.get(3)).as(story).startsWith("dpsh: line 2 ended with " + expected.code());

        String sentence = said.get(0);
        assertThat(sentence).as(story).startsWith("list subscriptions").contains(expected.words());
        assertThat(sentence.length()).as(story).isLessThan(400);
        JsonNode error = Ledger.documents(said.get(2)).get(0).path("error");
        assertThat(error.path("code").asText()).as(story).isEqualTo(expected.errorCode());
        assertThat(error.path("exitCode").asInt()).as(story).isEqualTo(expected.code());
        assertThat(error.path("next").asText("")).as(story).isNotBlank().isNotEqualTo("null");
    }
}
