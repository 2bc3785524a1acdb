package dpsh.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dpsh.InProcess;
import dpsh.client.ClientBench;
import dpsh.sandbox.SandboxFaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Law 11: text from outside is text. Names, states, tags and messages of the service try to paint, to move the cursor, to set
 * the window's title, to turn the line around and to be carried out.
 *
 * <p>Red, each tried: {@code PlainText.of} returning its argument; {@code JsonText.harmless} returning its argument;
 * {@code dpsh.rest.Plain.text} returning its argument.
 */
class Law11TextFromOutsideIsTextTest {
    /** A colour, a title, a backspace, the 8-bit CSI, a right-to-left override, a line break, and a bell. */
    private static final String HOSTILE =
            "a\u001b[31mred\u001b]0;title\u0007\b\bb\u009b2Jc\u202ed\r\nVERDICT: protected\u2028e\u0000\u007f";

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @TempDir
    Path home;

    private Rehearsal rehearsal;

    @BeforeEach
    void open() {
        rehearsal = new Rehearsal(home);
    }

    @AfterEach
    void close() {
        rehearsal.close();
    }

    private static String quoted(String text) {
        return JsonMapper.builder().build().getNodeFactory().textNode(text).toString();
    }

    private static ObjectNode instance() throws Exception {
        ObjectNode instance = (ObjectNode) new JsonMapper().readTree(ClientBench.instance("x"));
        ObjectNode properties = (ObjectNode) instance.get("properties");
        instance.put("name", HOSTILE);
        properties.put("friendlyName", HOSTILE);
        properties.put("currentProtectionState", HOSTILE);
        properties.putObject("protectionErrorDetails").put("code", HOSTILE).put("message", HOSTILE);
        return instance;
    }

    private static void harmless(InProcess.Ended ended) {
        harmless(ended, "\n");
    }

    private static void harmless(InProcess.Ended ended, String layout) {
        String all = ended.out() + ended.err();
        assertThat(all.codePoints().filter(c -> layout.indexOf(c) < 0).noneMatch(Character::isISOControl))
                .as("control characters in " + ended)
                .isTrue();
        assertThat(all)
                .as(ended.toString())
                .doesNotContain("\u202e", "\u2028")
                .doesNotContainPattern("(?m)^VERDICT: protected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "record", "json", "jsonl", "csv", "tsv"})
    void aHostileInstanceIsShownHarmlessly(String format) throws Exception {
        SandboxFaults.Respond list = new SandboxFaults.Respond(200, JSON, "{\"value\":[" + instance() + "]}");
        rehearsal.faults().always("GET", "/backupInstances$", list);
        InProcess.Ended ended = rehearsal.lines("instance list -o " + format);
        assertThat(ended.code()).as(ended.toString()).isZero();
        harmless(ended, format.equals("tsv") ? "\n\t" : "\n");
        assertThat(ended.out()).contains("VERDICT: protected");
    }

    @Test
    void jsonKeepsEveryCharacterEscaped() throws Exception {
        SandboxFaults.Respond list = new SandboxFaults.Respond(200, JSON, "{\"value\":[" + instance() + "]}");
        rehearsal.faults().always("GET", "/backupInstances$", list);
        InProcess.Ended ended = rehearsal.lines("instance list -o jsonl");
        assertThat(new JsonMapper().readTree(ended.out()).get("name").asText()).isEqualTo(HOSTILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json"})
    void aHostileErrorIsShownHarmlessly(String format) {
        String error = "{\"error\":{\"code\":" + quoted(HOSTILE) + ",\"message\":" + quoted(HOSTILE)
                + ",\"innerError\":{\"additionalInfo\":{\"DetailedNonLocalisedMessage\":" + quoted(HOSTILE + "2")
                + "}},\"recommendedAction\":[" + quoted(HOSTILE) + "]}}";
        rehearsal.faults().always("GET", "/backupPolicies$", new SandboxFaults.Respond(400, JSON, error));
        InProcess.Ended ended = rehearsal.linesWith(List.of("--trace"), "policy list -o " + format);
        assertThat(ended.code()).as(ended.toString()).isEqualTo(1);
        harmless(ended);
    }

    @Test
    void aHostileOperationWordAndRefusalAreShownHarmlesslyNowAndLater() {
        rehearsal
                .faults()
                .always(
                        "GET",
                        "/operationStatus/",
                        new SandboxFaults.Respond(
                                200,
                                JSON,
                                "{\"status\":\"Failed\",\"error\":{\"code\":" + quoted(HOSTILE) + ",\"message\":"
                                        + quoted(HOSTILE) + "}}"));
        InProcess.Ended ended = rehearsal.linesWith(
                List.of("--keep-going"),
                "instance validate disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg",
                "operation list",
                "operation show 1",
                "explain last",
                "operation list -o jsonl");
        assertThat(ended.code()).as(ended.toString()).isEqualTo(3);
        assertThat(ended.out()).contains("1  validate");
        harmless(ended);
    }

    @Test
    void aHostileHeaderAndRedirectAreShownHarmlessly() {
        rehearsal
                .faults()
                .next(
                        1,
                        "GET",
                        "/subscriptions$",
                        new SandboxFaults.Respond(
                                302,
                                Map.of(
                                        "Location",
                                        "http://user:pass@[bad\u009b31m/x",
                                        "x-ms-request-id",
                                        "a\u009b31mb"),
                                "<html>\u001b[31m"));
        InProcess.Ended ended = rehearsal.dpsh.run("--trace", "use");
        assertThat(ended.code()).as(ended.toString()).isEqualTo(1);
        harmless(ended);
        assertThat(ended.err()).doesNotContain("pass");
    }

    /** Whatever a name holds, it is looked up and never carried out, neither by the shell's language nor by the system. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'$(touch %s)'",
                "'`touch %s`'",
                "'; exit'",
                "'!!'",
                "'${HOME}'",
                "'= new File(\"%s\").createNewFile()'",
                "'%%1$s{%s}'",
                "'a && touch %s'"
            })
    void aNameIsNeverCarriedOut(String name) {
        Path mark = home.resolve("carried-out");
        InProcess.Ended ended = rehearsal.lines("vault show " + name.formatted(mark));
        assertThat(ended.code()).as(ended.toString()).isEqualTo(2);
        assertThat(Files.exists(mark)).isFalse();
        harmless(ended);
    }
}
