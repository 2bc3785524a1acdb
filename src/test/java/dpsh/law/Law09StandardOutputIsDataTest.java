package dpsh.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dpsh.InProcess;
import dpsh.sandbox.SandboxFaults;
import dpsh.view.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Law 9: standard output is data.
 *
 * <p>Red, each tried: {@code Desk.say} writing to {@code out()}; {@code Said.in} without its JSON; {@code RecordPrinter.total}
 * printing a line of data; {@code TerminalFacts.of} always styled; {@code ExitCode.TIMED_OUT} with another number.
 */
class Law09StandardOutputIsDataTest {
    private static final JsonMapper JSON = new JsonMapper();

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

    /** Every value of a stream of JSON values; fails at anything else. */
    private static List<JsonNode> json(String text) throws Exception {
        List<JsonNode> values = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(text)) {
            while (parser.nextToken() != null) {
                values.add(parser.readValueAsTree());
            }
        }
        return values;
    }

    private static void plain(InProcess.Ended ended) {
        assertThat(ended.out() + ended.err())
                .as(ended.toString())
                .matches(
                        text -> text.chars().allMatch(c -> c >= 0x20 && c != 0x7f || c == '\n'),
                        "no control characters");
    }

    @Test
    void theMainJobsStandardOutputInJsonIsJsonAndNothingElse() throws Exception {
        InProcess.Ended ended = rehearsal.linesWith(
                List.of("-o", "json"), Rehearsal.PROTECT, "instance list", "operation list", "status", "whoami");
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(json(ended.out())).as(ended.toString()).hasSize(5);
        assertThat(ended.err()).contains("permission missing", "granted", "validated", "accepted as operation");
        plain(ended);
    }

    @Test
    void aTablesRowsAreAllThatStandardOutputHolds() {
        InProcess.Ended ended = rehearsal.lines("policy list");
        assertThat(ended.out().lines().map(line -> line.split(" ")[0]))
                .containsExactly(
                        "name",
                        "BlobBackup-Policy",
                        "BlobVaulted-Policy",
                        "DiskBackup-12h-Policy",
                        "DiskBackup-Policy",
                        "DiskDaily-Policy");
        assertThat(ended.err()).endsWith("5 policies\n");
        plain(ended);
    }

    @Test
    void jsonIsTheServicesOwnWithNothingLost() throws Exception {
        InProcess.Ended ended = rehearsal.lines("vault show testBkpVault -o json");
        JsonNode vault = json(ended.out()).get(0);
        assertThat(vault.at("/properties/securitySettings/softDeleteSettings/retentionDurationInDays")
                        .toString())
                .isEqualTo("0.0");
        assertThat(ended.out()).contains("\"retentionDurationInDays\": 0.0");
        assertThat(vault.at("/id").asText()).isEqualToIgnoringCase(Rehearsal.VAULT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | usage | policy show no-such-policy
            2 | usage | protect disk /subscriptions/s//x --policy DiskBackup-Policy --snapshot-group snapshot-rg
            2 | usage | no-such-command
            2 | usage | instance delete no-such-instance
            1 | UserErrorOperationalStoreParametersNotProvided | instance build disk msdiskbackup --policy DiskBackup-Policy
            """)
    void anErrorInJsonIsOneObjectOnStandardErrorAndStandardOutputIsEmpty(int code, String word, String line)
            throws Exception {
        InProcess.Ended ended = rehearsal.lines("-o json " + line);
        InProcess.Ended behind = rehearsal.lines(line + " -o json");
        for (InProcess.Ended one : List.of(ended, behind)) {
            assertThat(one.code()).as(one.toString()).isEqualTo(code);
            assertThat(one.out()).isEmpty();
            List<String> objects =
                    one.err().lines().filter(text -> text.startsWith("{")).toList();
            assertThat(objects).as(one.toString()).hasSize(1);
            assertThat(json(objects.get(0)).get(0).at("/error/code").asText()).isEqualTo(word);
        }
    }

    @Test
    void aServicesErrorInJsonCarriesItsCodeAndStatus() throws Exception {
        rehearsal
                .faults()
                .next(
                        1,
                        "GET",
                        "/subscriptions$",
                        new SandboxFaults.Respond(
                                403,
                                Map.of("Content-Type", "application/json", "x-ms-correlation-request-id", "corr-1"),
                                "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"The client may not.\"}}"));
        InProcess.Ended ended = rehearsal.dpsh.run("use", "-o", "json");
        assertThat(ended.code()).as(ended.toString()).isEqualTo(4);
        assertThat(ended.out()).isEmpty();
        JsonNode error = json(ended.err()).get(0).get("error");
        assertThat(error.path("code").asText()).isEqualTo("AuthorizationFailed");
        assertThat(error.toString()).contains("corr-1");
    }

    /** The table of the design; a script relies on it. */
    @Test
    void exitCodesAreStable() {
        assertThat(Arrays.stream(ExitCode.values()).map(code -> code + "=" + code.number()))
                .containsExactlyInAnyOrder(
                        "DONE=0", "FAILED=1", "USAGE=2", "PARTLY=3", "NOT_ALLOWED=4", "TIMED_OUT=5", "INTERRUPTED=130");
    }

    @Test
    void withoutATerminalThereIsNoPromptNoColourAndNoSpinner() {
        InProcess.Ended piped = rehearsal.dpsh.runWithInput(Rehearsal.USE + "\npolicy list\nstatus\n");
        assertThat(piped.code()).as(piped.toString()).isZero();
        assertThat(piped.out() + piped.err()).doesNotContain("dpsh ", "> ");
        plain(piped);
        plain(rehearsal.dpsh.run("--help"));
        plain(rehearsal.dpsh.run("no-such-command"));
    }

    @Test
    void pipedLinesStopAtTheFirstFailureWhoseCodeIsTheExitCode() {
        InProcess.Ended stopped = rehearsal.dpsh.runWithInput("use vault nowhere\nvault list\n");
        assertThat(stopped.code()).as(stopped.toString()).isEqualTo(2);
        assertThat(stopped.out()).isEmpty();
        InProcess.Ended mixed = rehearsal.dpsh.runWithInput("use vault nowhere\nvault list\n", "--keep-going");
        assertThat(mixed.code()).as(mixed.toString()).isEqualTo(3);
        assertThat(mixed.out()).contains("testBkpVault");
    }
}
