package dpsh.shell;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.ENTER;
import static dpsh.shell.VirtualScreen.TAB;
import static dpsh.shell.VirtualShell.PROMPT;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.session.Known;
import dpsh.session.KnownValues;
import dpsh.session.Preference;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineHintsTest {
    private static final ModelReading MODEL = new ModelReading(
            new SampleCommands().model(), () -> List.of(new Known("recent", "operation list", "aliases", true)));
    private static final String POLICY = "--policy NAME|ID  The policy to follow.";

    /** {@code _} is where the cursor stands; at the end unless said. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "vau ! vault  Look at vaults: list, show",
                "vau_lt list ! vault  Look at vaults: list, show",
                "vault list ! vault list  List vaults.",
                "vault_ ! vault  Look at vaults: list, show",
                "vault s ! vault show  Show a vault.",
                "e ! echo  exit",
                "rece ! ",
                "recent ! recent  operation list",
                "protect disk x --pol ! " + POLICY,
                "protect disk x --policy=a ! " + POLICY,
                "protect disk x --policy a_ --grant ! " + POLICY,
                "protect disk x -- ! what stands behind it is no option",
                "protect disk x --g ! --grant  Assign missing roles.",
                "vault list -o js ! '-o, --output FORMAT  How to print: table, json, jsonl.'",
                "vault list -ojs ! '-o, --output FORMAT  How to print: table, json, jsonl.'",
                "echo a && vault list ! vault list  List vaults.",
                "echo a > fi ! ",
                "vault list | jq .x ! ",
                "= [1 ! ",
                "# vault ! "
            })
    void tellsWhatIsUnderTheCursor(String typed, String expected) {
        int cursor = typed.contains("_") ? typed.indexOf('_') : typed.length();
        assertThat(LineHints.at(MODEL, typed.replace("_", ""), cursor)).isEqualTo(expected);
    }

    @Test
    void behindABlankItTellsWhatIsDue() {
        assertThat(LineHints.at(MODEL, "vault ", 6)).isEqualTo("list  show");
        assertThat(LineHints.at(MODEL, "protect disk x --policy ", 24)).isEqualTo(POLICY);
    }

    private static VirtualShell open(String type, int columns) {
        VirtualShell shell = VirtualShell.helping(type, columns, KnownValues.NONE, null);
        shell.type("echo on" + ENTER).await(t -> shell.commands.ran.size() == 1 && t.endsWith(">"));
        return shell;
    }

    @Test
    void theLineIsBelowTheTypedOneAndGoneBehindIt() {
        try (VirtualShell shell = open("xterm-256color", 100)) {
            shell.type("vault list").await(t -> t.endsWith(PROMPT + " vault list\nvault list  List vaults."));
            shell.type(ENTER).await(t -> t.endsWith(PROMPT + " vault list\n" + PROMPT));
            shell.type("vault li").await(t -> t.endsWith("\nvault list  List vaults."));
            shell.type(CTRL_C).await(t -> t.endsWith(PROMPT + " vault li\n" + PROMPT));
        }
    }

    @Test
    void itStaysBelowWhenANoticeComesAndWhenTheLineIsAtTheLowerEdge() {
        try (VirtualShell shell = open("xterm-256color", 100)) {
            for (int i = 0; i < 13; i++) {
                String line = "echo " + i;
                shell.type(line + ENTER)
                        .await(t -> t.endsWith(PROMPT + " " + line + "\n" + line.substring(5) + "\n" + PROMPT));
            }
            shell.type("vault list")
                    .await(t -> t.endsWith("\n12\n" + PROMPT + " vault list\nvault list  List vaults."));
            shell.notices.show("operation 7 succeeded");
            shell.await(t ->
                    t.endsWith("\n12\noperation 7 succeeded\n" + PROMPT + " vault list\nvault list  List vaults."));
            shell.type(ENTER).await(t -> t.endsWith("7 succeeded\n" + PROMPT + " vault list\n" + PROMPT));
            shell.type("x").awaitLine(PROMPT + " x");
        }
    }

    @Test
    void itIsCutWhereTheTerminalEnds() {
        try (VirtualShell shell = open("xterm-256color", 40)) {
            shell.type("protect disk x --pol").await(t -> t.endsWith("--pol\n--policy NAME|ID  The policy to follow."));
            shell.type(CTRL_C).await(t -> t.endsWith(">"));
            shell.type("vault list -o js").await(t -> t.endsWith("js\n-o, --output FORMAT  How to print: tabl"));
        }
    }

    @Test
    void itGivesWayToTheListOfTab() {
        try (VirtualShell shell = open("xterm-256color", 100)) {
            shell.type("vault ").await(t -> t.endsWith("\nlist  show"));
            shell.type(TAB).await(t -> t.contains("List vaults") && !t.contains("\nlist  show"));
        }
    }

    @Test
    void itFollowsWhenTheTerminalBecomesNarrow() {
        try (VirtualShell shell = open("xterm-256color", 100)) {
            shell.type("vault list").await(t -> t.endsWith("\nvault list  List vaults."));
            shell.resize(60, 24);
            shell.type(" ").awaitText(PROMPT + " vault list");
            shell.type("-o json" + ENTER).await(t -> t.endsWith(PROMPT + " vault list -o json\n" + PROMPT));
        }
    }

    @Test
    void thereIsNoneWhenItWasTurnedOffNorOnADumbTerminal() {
        try (VirtualShell shell = open("xterm-256color", 100)) {
            shell.preferences.set(Preference.HINTS, "off");
            shell.type("vault list" + ENTER).await(t -> t.endsWith(PROMPT + " vault list\n" + PROMPT));
        }
        try (VirtualShell shell = open("dumb", 100)) {
            shell.type("vault list" + ENTER).await(t -> t.endsWith(PROMPT));
            assertThat(shell.text()).doesNotContain("List vaults");
        }
    }

    @Test
    void theWordsHaveTheirColours() {
        try (VirtualShell shell = open("xterm-256color", 100)) {
            shell.type("vault lst -o x").awaitText("vault lst -o x");
            assertThat(shell.look("vault lst")).isNotZero().isNotEqualTo(shell.look("lst"));
            assertThat(shell.look("lst")).isNotZero();
            shell.preferences.set(Preference.HIGHLIGHTING, "off");
            shell.type("y").awaitText("vault lst -o xy");
            assertThat(shell.look("vault lst")).isZero();
            assertThat(shell.look("lst")).isZero();
        }
        try (VirtualShell shell = VirtualShell.withoutColour()) {
            shell.type("echo on" + ENTER).await(t -> t.contains("\non\n"));
            shell.type("vault list").await(t -> t.endsWith("\nvault list  List vaults."));
            assertThat(shell.look("List vaults")).isZero();
            shell.type("\u0015vault lst -o x").awaitText("vault lst -o x");
            assertThat(shell.look("vault lst")).isZero();
            assertThat(shell.look("lst")).isZero();
        }
    }

    /** Red when a key waits for the index: the line would not appear before the answer. */
    @Test
    void aNameGetsItsColourWhenTheIndexHasAnswered() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch may = new CountDownLatch(1);
        KnownValues slow = (kind, prefix) -> {
            asked.countDown();
            try {
                may.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return List.of(new Known("sqldata", "1 TiB", "disks", true));
        };
        try (VirtualShell shell = VirtualShell.helping("xterm-256color", 100, slow, null)) {
            shell.type("echo on" + ENTER).await(t -> t.contains("\non\n"));
            shell.type("protect disk sqldata").awaitText(PROMPT + " protect disk sqldata");
            asked.await();
            assertThat(shell.look("sqldata")).isZero();
            may.countDown();
            shell.await(t -> shell.look("sqldata") != 0);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
