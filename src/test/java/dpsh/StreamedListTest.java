package dpsh;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxEstate;
import dpsh.sandbox.SandboxFaults;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list on a terminal whose second page never comes. */
class StreamedListTest {
    private static final String VAULT =
            "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/TestBkpVaultRG"
                    + "/providers/Microsoft.DataProtection/backupVaults/testBkpVault";

    @TempDir
    Path home = Path.of("");

    /** Red when a table is laid out as a whole: nothing would be on the screen until the second page is there. */
    @Test
    void theFirstPageIsOnTheScreenWhileTheSecondLetsWait() {
        try (Sandbox sandbox =
                Sandbox.start(FixedHour.inProcess().withSpeed(600).withEstate(SandboxEstate.seeds()))) {
            theSecondPageNeverComes(sandbox);
            try (TypedShell shell = TypedShell.at(sandbox, home, "--speed", "600")) {
                shell.type("policy list --vault testBkpVault\r").await(text -> text.contains("\nfirst "));
                assertThat(shell.text()).contains("name ").doesNotContain("1 policy");
                shell.type("\u0003").await(text -> text.contains("partial: 1 policy so far, then you interrupted it"));
                shell.await(text -> text.endsWith(">"));
                assertThat(shell.answer("_ -o csv --columns name")).startsWith("name\nfirst\npartial: 1 policy so far");
            }
        }
    }

    private static void theSecondPageNeverComes(Sandbox sandbox) {
        String first = "{\"id\":\"" + VAULT + "/backupPolicies/first\",\"name\":\"first\",\"properties\":"
                + "{\"datasourceTypes\":[\"Microsoft.Compute/disks\"],\"policyRules\":[]}}";
        sandbox.faults()
                .always(
                        "GET",
                        "/backupPolicies$",
                        new SandboxFaults.Respond(
                                200,
                                Map.of("Content-Type", "application/json"),
                                "{\"value\":[" + first + "],\"nextLink\":\"" + sandbox.endpoint()
                                        + "/subscriptions/x/never?$skipToken=2\"}"));
        sandbox.faults().always("GET", "/never", new SandboxFaults.Silence());
    }
}
