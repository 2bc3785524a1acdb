package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import dpsh.sandbox.SandboxEstate;
import dpsh.sandbox.SandboxFaults.Respond;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, tags and messages of the service that hold escape sequences: shown as text in every format, obeyed in none. */
class HostileNamesTest {
    private static final String TITLE = "\u001b]0;owned\u0007";
    private static final String RED = "\u001b[31m";
    private static final String BIDI = "\u202e";

    private Dpsh dpsh;

    @BeforeEach
    void start() {
        dpsh = Dpsh.at(SandboxEstate.seeds()
                .disk(
                        Seeds.DISKS + "evil",
                        "westus",
                        "Premium_LRS",
                        8,
                        Map.of("env", TITLE + RED + "prod" + BIDI + "\n")));
    }

    @AfterEach
    void stop() {
        dpsh.close();
    }

    private static void isPlain(Ran ran) {
        isPlain(ran, "\n");
    }

    private static void isPlain(Ran ran, String layout) {
        assertThat(ran.both().chars().filter(c -> c < 0x20 && layout.indexOf(c) < 0))
                .as(ran.toString())
                .isEmpty();
        assertThat(ran.both()).doesNotContain(BIDI, "\u009b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "record", "json", "jsonl", "csv", "tsv"})
    void tagsAreShownAsText(String format) {
        Ran list = dpsh.run("datasource", "list", "disk", "-o", format).ends(0);
        String layout = format.equals("tsv") ? "\n\t" : "\n";
        isPlain(list, layout);
        assertThat(list.out()).contains("evil", "prod");
        isPlain(dpsh.run("datasource", "show", "disk", "evil", "-o", format).ends(0), layout);
    }

    @Test
    void aTagWithALineBreakStaysInItsRow() {
        Ran ran =
                dpsh.run("datasource", "list", "disk", "--group", "RG-DiskBackup", "--subscription", Seeds.OPERATIONS);
        assertThat(ran.ends(0).out().lines()).as(ran.toString()).hasSize(9);
    }

    @Test
    void namesOfSubscriptionsAndVaultsAreShownAsText() {
        answer(
                "/subscriptions$",
                "{\"value\":[{\"id\":\"/subscriptions/s\",\"subscriptionId\":\"s\",\"displayName\":\"A"
                        + "\\u001b]0;owned\\u0007\\u202eB\",\"state\":\"Enabled\"}]}");
        isPlain(dpsh.run("use").ends(0));
    }

    @Test
    void messagesOfErrorsAreShownAsText() {
        dpsh.sandbox()
                .faults()
                .always(
                        "GET",
                        "backupPolicies",
                        new Respond(
                                400,
                                Map.of("Content-Type", "application/json"),
                                "{\"error\":{\"code\":\"Bad\\u001b[2J\",\"message\":\"gone \\u001b[31m\\u0007\\r\\nnext line\"}}"));
        Ran text = dpsh.atVault("policy list").ends(1).prints("");
        isPlain(text);
        assertThat(text.err().lines()).as(text.toString()).hasSize(1);
        Ran json = dpsh.atVault("policy list -o json").ends(1).prints("");
        isPlain(json);
        assertThat(Ran.read(json.err()).at("/error/exitCode").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsRememberedForLaterIsNoLineToExecute() {
        answer(
                "backupVaults$",
                "{\"value\":[{\"id\":\"" + Seeds.VAULT + "\",\"name\":\"x; exit 9\",\"location\":\"westus\","
                        + "\"properties\":{}}]}");
        dpsh.lines("vault list", "status -o jsonl").ends(0);
    }

    private void answer(String path, String body) {
        dpsh.sandbox().faults().always("GET", path, new Respond(200, Map.of("Content-Type", "application/json"), body));
    }
}
