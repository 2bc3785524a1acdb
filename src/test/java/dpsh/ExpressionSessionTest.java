package dpsh;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.CTRL_U;
import static dpsh.shell.VirtualScreen.ENTER;
import static dpsh.shell.VirtualScreen.TAB;
import static dpsh.shell.VirtualScreen.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groovy typed at the prompt. */
class ExpressionSessionTest {
    private static final String PROMPT = "dpsh sandbox>";

    @TempDir
    Path home;

    @Test
    void anExpressionGoesOnUntilItIsWhole() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.type("= def f(a) {" + ENTER).awaitLine(">");
            shell.type("a * 2" + ENTER).awaitText("> a * 2\n>");
            shell.type("}" + ENTER).await(text -> text.endsWith("> }\n" + PROMPT));
            assertThat(shell.answer("= f(21)")).isEqualTo("42");
            shell.type("=" + ENTER).awaitLine(">");
            shell.type("'''a" + ENTER).awaitText("> '''a\n>");
            shell.type("b'''.size()" + ENTER).await(text -> text.endsWith("\n3\n" + PROMPT));
            shell.type(UP).awaitText("> b'''.size()");
        }
    }

    @Test
    void ctrlCAbandonsAnExpressionThatIsTyped() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.type("= values = [1," + ENTER).awaitLine(">");
            shell.type("2," + CTRL_C).await(text -> text.endsWith("\n" + PROMPT));
            assertThat(shell.answer("= 1 + 1")).isEqualTo("2");
            assertThat(shell.answer("= values")).isEqualTo("there is no variable 'values'.");
        }
    }

    @Test
    void whatIsPastedIsOneLineForEachExpression() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.type("\u001b[200~= x = [\n1,\n2]\n= x.sum() * 10\u001b[201~").awaitText("> = x.sum() * 10");
            shell.type(ENTER).await(text -> text.endsWith("\n1\n2\n30\n" + PROMPT));
        }
    }

    @Test
    void theUnderscoreIsWhatTheCommandShowed() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.line("use vault paygVault");
            shell.line("instance list");
            assertThat(shell.answer("= _.count { it.state != 'ProtectionConfigured' }"))
                    .isEqualTo("0");
            shell.line("instance list");
            shell.type("= _.first().friendly" + TAB).awaitText("= _.first().friendlyName");
            shell.type(ENTER).awaitText("friendlyName\ndisk-east-02\n");
        }
    }

    /** Nothing listens at the endpoint, and Tab does not notice. */
    @Test
    void tabKnowsBackupAndAsksNobody() {
        try (TypedShell shell = TypedShell.open(home, 120, "--endpoint", "http://127.0.0.1:1")) {
            shell.type("= bac" + TAB).awaitText("> = backup");
            shell.type(".vaul" + TAB).awaitText("vaults()");
            assertThat(shell.text()).contains("vault(", "List of Vault");
            shell.type(CTRL_U + "= backup.vault('x').princ" + TAB).awaitText("= backup.vault('x').principalId");
            shell.type(CTRL_U + "= counted = 7" + ENTER).awaitText("\n7\n");
            shell.type("= [" + ENTER).awaitLine(">");
            shell.type("coun" + TAB).awaitText("> counted");
            shell.type("]" + ENTER).awaitText("> counted]\n7\n");
        }
    }

    @Test
    void ctrlCEndsWhatRunsAndKeepsTheVariables() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.line("= kept = 5");
            for (String endless : new String[] {
                "println 'on'; while (true) { }",
                "println 'on'; while (true) { try { sleep 10000 } catch (Throwable e) { } }",
                "println 'on'; while (true) { try { Thread.sleep(10000) } catch (Exception e) { } }",
                "println 'on'; [1].each { while (true) { } }",
            }) {
                shell.type("= " + endless + ENTER).await(text -> text.endsWith("\non"));
                shell.type(CTRL_C).await(text -> text.endsWith("\n" + PROMPT));
                assertThat(shell.text()).endsWith("interrupted the expression.\n" + PROMPT);
            }
            assertThat(shell.answer("= kept + 1")).isEqualTo("6");
        }
    }

    /** What the JDK does not give up is left behind: the prompt comes back all the same. */
    @Test
    void whatDoesNotStopIsLeftBehind() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.type("= println 'on'; new java.util.concurrent.Semaphore(0).acquireUninterruptibly()" + ENTER)
                    .await(text -> text.endsWith("\non"));
            shell.type(CTRL_C).await(text -> text.replace("\n", "").contains("was left behind"));
            shell.await(text -> text.endsWith("\n" + PROMPT));
            assertThat(shell.answer("= 2 + 2")).isEqualTo("4");
        }
    }
}
