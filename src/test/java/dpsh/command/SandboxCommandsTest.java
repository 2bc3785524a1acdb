package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sandbox clock} and {@code sandbox fault}, at a served sandbox and at the one in the process. */
class SandboxCommandsTest {
    private static final Pattern ENDPOINT = Pattern.compile("\"endpoint\":\"([^\"]+)\"");

    private static Dpsh dpsh;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        dpsh = Dpsh.atSeeds();
    }

    @AfterAll
    static void stop() {
        dpsh.close();
    }

    @AfterEach
    void clear() {
        dpsh.sandbox().faults().clear();
    }

    private Ran inProcess(String... lines) {
        List<String> arguments = new java.util.ArrayList<>(List.of("--sandbox"));
        for (String line : lines) {
            arguments.addAll(List.of("-c", line));
        }
        return Dpsh.bare(directory, "", arguments);
    }

    @Test
    void clockIsShownAndMoved() {
        Instant before = dpsh.sandbox().clock().now();

        Ran moved = dpsh.run("sandbox", "clock", "advance", "1d").ends(0).says("");

        assertThat(dpsh.sandbox().clock().now()).isAfter(before.plus(Duration.ofDays(1)));
        assertThat(moved.out()).contains("time   20").contains("speed  " + Dpsh.SPEED + "\n");
        Ran shown = dpsh.run("sandbox", "clock", "-o", "json").ends(0);
        assertThat(Instant.parse(shown.json().path("time").asText())).isAfter(before.plus(Duration.ofDays(1)));
        assertThat(dpsh.run("sandbox", "clock", "show").ends(0).out()).startsWith("time ");
    }

    @Test
    void badDurationsAreRefused() {
        dpsh.run("sandbox", "clock", "advance", "soon").ends(2).mentions("'soon' is no duration");
        dpsh.run("sandbox", "clock", "advance").ends(2);
    }

    @Test
    void faultIsOrderedListedSufferedAndCleared() {
        Ran added = dpsh.run("sandbox", "fault", "add", "code", "AuthorizationFailed", "on=listVaults");
        added.ends(0).says("");
        assertThat(added.out()).contains("fault     code AuthorizationFailed on=listVaults\n");

        dpsh.run("vault", "list").mentions("AuthorizationFailed");
        Ran listed = dpsh.run("sandbox", "fault", "list", "-o", "json").ends(0);
        assertThat(listed.json()).hasSize(1);
        assertThat(listed.json().get(0).path("line").asText()).isEqualTo("code AuthorizationFailed on=listVaults");
        assertThat(listed.json().get(0).path("fired").asInt()).isPositive();

        String id = listed.json().get(0).path("id").asText();
        dpsh.run("sandbox", "fault", "clear", id).ends(0).prints("").says("1 fault cleared\n");
        dpsh.run("vault", "list").ends(0);
        dpsh.run("sandbox", "fault", "list").ends(0).prints("").says("no faults\n");
        dpsh.run("sandbox", "fault", "clear", id).ends(2).mentions("No fault " + id + " is in force");
        dpsh.run("sandbox", "fault", "clear").ends(0).says("no faults cleared\n");
        dpsh.run("sandbox", "fault", "clear", "x").ends(2);
    }

    @Test
    void wholeLineMayBeOneWord() {
        dpsh.run("sandbox", "fault", "add", "length -10 times=1").ends(0);
        dpsh.run("sandbox", "fault", "add", "status", "418", "message=short and stout", "on=putVault")
                .ends(0);

        assertThat(dpsh.sandbox().faults().list().stream().map(fault -> fault.line()))
                .containsExactly("length -10 times=1", "status 418 message=\"short and stout\" on=putVault");
    }

    @Test
    void wrongLineIsExplained() {
        dpsh.run("sandbox", "fault", "add", "explode")
                .ends(2)
                .prints("")
                .mentions("'explode' is no kind of fault; code, status, storm");
        assertThat(dpsh.sandbox().faults().list()).isEmpty();
    }

    @Test
    void showRequestSendsNothing() {
        Ran ran =
                dpsh.run("sandbox", "fault", "add", "silence", "--show-request").ends(0);
        assertThat(dpsh.run("sandbox", "clock", "advance", "90s", "--show-request")
                        .ends(0)
                        .out())
                .contains("/_sandbox/clock/advance", "\"PT1M30S\"");
        assertThat(dpsh.run("sandbox", "fault", "clear", "--show-request")
                        .ends(0)
                        .out())
                .contains("DELETE /_sandbox/faults");

        assertThat(ran.out()).contains("POST /_sandbox/faults", "\"line\": \"silence\"");
        assertThat(dpsh.sandbox().faults().list()).isEmpty();
    }

    @Test
    void sandboxInTheProcessHasTheSameDoor() {
        Ran ran = inProcess(
                "sandbox fault add reset before-headers on=listSubscriptions times=1",
                "sandbox clock advance 1d",
                "sandbox fault list -o json");

        ran.ends(0);
        assertThat(ran.out()).contains("reset before-headers on=listSubscriptions times=1", "speed");
    }

    @Test
    void nothingOfItIsWrittenDown() {
        Ran before = dpsh.run("operation", "list", "-o", "json").ends(0);
        dpsh.run("sandbox", "clock", "advance", "1s").ends(0);

        assertThat(dpsh.run("operation", "list", "-o", "json").ends(0).json()).isEqualTo(before.json());
    }

    @Test
    void serviceThatIsNoSandboxIsRefused() throws IOException {
        try (MockWebServer other = new MockWebServer()) {
            other.enqueue(new MockResponse.Builder().code(404).body("{}").build());
            other.start();
            Dpsh.bare(directory, "", List.of("--endpoint", "http://127.0.0.1:" + other.getPort(), "sandbox", "clock"))
                    .ends(2)
                    .prints("")
                    .mentions("is no sandbox", "it answers 404 there");
        }
    }

    @Test
    void azureIsNeverAskedForItsClock() {
        Dpsh.bare(directory, "", List.of("sandbox", "clock", "advance", "1d"))
                .ends(2)
                .prints("")
                .mentions("the service at https://management.azure.com is no sandbox", "not on this machine");
    }

    @Test
    void serveRefusesAFileOfFaultsThatItDoesNotUnderstand() throws IOException {
        Path file = Files.writeString(directory.resolve("faults.txt"), """
                # what the night shift saw
                status 503 every=5   # a comment behind a line

                explode
                """);

        Dpsh.bare(directory, "", List.of("sandbox", "serve", "--faults", file.toString()))
                .ends(2)
                .prints("")
                .mentions("'explode': 'explode' is no kind of fault");
        Dpsh.bare(directory, "", List.of("sandbox", "serve", "--faults", directory.resolve("none") + ""))
                .ends(2)
                .mentions("cannot be read");
    }

    @Test
    void servedSandboxHasTheFaultsOfItsFileFromTheStart() throws Exception {
        Path file = Files.writeString(directory.resolve("faults.txt"), """
                # what the night shift saw
                status 503 every=2   # a comment behind a line

                slow 5s on=putVault
                """);
        CompletableFuture<String> ready = new CompletableFuture<>();
        StringBuilder heard = new StringBuilder();
        Thread serving = new Thread(() -> Dpsh.bare(
                directory,
                InputStream.nullInputStream(),
                List.of("sandbox", "serve", "--faults", file.toString(), "--seed", "1"),
                written -> {
                    heard.append(written);
                    Matcher endpoint = ENDPOINT.matcher(heard);
                    if (endpoint.find()) {
                        ready.complete(endpoint.group(1));
                    }
                }));
        serving.start();
        try {
            String endpoint = ready.get(30, TimeUnit.SECONDS);
            Ran listed =
                    Dpsh.bare(directory, "", List.of("--endpoint", endpoint, "sandbox", "fault", "list", "-o", "json"));
            assertThat(listed.ends(0).json().findValuesAsText("line"))
                    .containsExactly("status 503 every=2", "slow PT5S on=putVault");
        } finally {
            serving.interrupt();
            serving.join();
        }
    }
}
