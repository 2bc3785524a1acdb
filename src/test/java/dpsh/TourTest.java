package dpsh;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.sandbox.SandboxEstate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk through a first protection, by itself and at the prompt. */
class TourTest {
    private static final String ASKED = "or type a line of your own:";
    private static final String OTHERWISE = "It ended otherwise";

    @TempDir
    private Path home;

    /** The screen once this stands on it and a key is waited for. */
    private static String asked(TypedShell shell, String shown) {
        return shell.await(text -> text.contains(shown) && text.endsWith(ASKED));
    }

    /** Red when a line of the tour ends with another code than the tour says, so that what it tells of it is wrong. */
    @Test
    void runsThroughByItselfAndEveryStepEndsAsItSays() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            Ran ran = dpsh.lines("tour --yes", "status").ends(0);
            assertThat(ran.err())
                    .contains("1 of 9  Choose where you work", "9 of 9  Have it explained", "That was the tour.")
                    .doesNotContain(OTHERWISE);
            assertThat(ran.err().lines())
                    .filteredOn(line -> line.contains("dpsh> "))
                    .hasSize(9);
            assertThat(ran.out())
                    .contains("msdiskbackup  protected  ProtectionConfigured")
                    .contains("about the code")
                    .as("the steps are lines of the session: it stands where they put it")
                    .contains("open operations  0\n")
                    .contains("vault            testBkpVault");

            Ran again = dpsh.lines("tour 6 --yes").ends(0);
            assertThat(again.err())
                    .contains("First, where the tour stands:\n  dpsh> use vault testBkpVault")
                    .contains("6 of 9")
                    .doesNotContain("5 of 9", OTHERWISE);
            assertThat(again.out()).contains("msdiskbackup  unchanged");
        }
    }

    @Test
    void withoutAnybodyToPressEnterItSaysHowToGoOn() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            dpsh.lines("tour")
                    .ends(2)
                    .prints("")
                    .mentions("the tour waits for Enter, and there is nobody to press it. With --yes it runs through");
        }
    }

    @Test
    void isRefusedAtAzureWithoutARequestAndWhereItsVaultIsNot() {
        Dpsh.bare(home, "", List.of("-c", "tour --yes"))
                .ends(1)
                .prints("")
                .says("the tour is for a sandbox: this session works at Azure, where it would change things."
                        + " Start dpsh --sandbox, then: tour.\n");
        try (Dpsh dpsh = Dpsh.at(SandboxEstate.empty("99999999-0000-0000-0000-000000000000"))) {
            dpsh.lines("tour --yes").ends(1).mentions("the tour needs the sandbox's own estate");
        }
    }

    @Test
    void listsItsStepsAndRefusesOthers() {
        List<String> sandbox = List.of("--sandbox", "tour", "--list", "-o", "json");
        assertThat(Dpsh.bare(home, "", sandbox).ends(0).json()).hasSize(9);
        Dpsh.bare(home, "", List.of("--sandbox", "tour", "10"))
                .ends(2)
                .says("the tour has no step 10: it has 9. `tour --list` shows them.\n");
    }

    @Test
    void atThePromptItWaitsForEnterTakesOtherLinesAndGoesOnLater() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.type("tour" + ENTER);
            String first = asked(shell, "1 of 9  Choose where you work");
            assertThat(first).contains("  dpsh> use vault testBkpVault");
            shell.type(ENTER);
            asked(shell, "2 of 9  See where you stand");
            shell.type("s" + ENTER);
            asked(shell, "3 of 9");
            shell.type("explain 406" + ENTER);
            asked(shell, "HTTP 406");
            shell.type("q" + ENTER);
            shell.awaitText("The tour goes on with `tour 3`.");
            shell.await(text -> text.endsWith("\ndpsh sandbox Backup Operations/testBkpVault>"));

            shell.type("tour 5" + ENTER);
            asked(shell, "5 of 9");
            shell.type(CTRL_C);
            shell.awaitText("The tour goes on with `tour 5`.");
            shell.await(text -> text.endsWith("\ndpsh sandbox Backup Operations/testBkpVault>"));
            assertThat(shell.answer("status -o csv")).contains("testBkpVault");
            assertThat(shell.text())
                    .as("one Ctrl-C leaves the tour and does nothing at the prompt behind it")
                    .doesNotContain("Ctrl-C once more");
        }
    }
}
