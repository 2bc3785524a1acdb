package dpsh;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.ENTER;
import static dpsh.shell.VirtualScreen.TAB;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Aliases, the history and the init file, as they are typed. */
class OwnWordsAtPromptTest {
    @TempDir
    Path home;

    @Test
    void anAliasIsTypedCompletedSavedAndKeptAsTyped() {
        try (TypedShell shell = TypedShell.open(home)) {
            assertThat(shell.answer("alias pg = set pager")).isEqualTo("pg stands for: set pager");
            assertThat(shell.answer("pg -o csv")).startsWith("key,value");
        }
        try (TypedShell shell = TypedShell.open(home)) {
            shell.type("p" + TAB).awaitText("set pager");
            shell.type("g" + TAB + "o" + TAB).awaitText("pg o");
            shell.type("n" + ENTER).await(text -> text.endsWith("pager is on from now on\ndpsh sandbox>"));
            assertThat(shell.answer("history 2")).contains("pg on").doesNotContain("set pager on");
            assertThat(shell.answer("history --search PAGER -o jsonl")).contains("\"line\":\"alias pg = set pager\"");
        }
    }

    @Test
    void aMisspeltWordOfOnesOwnIsAnsweredWithIt() {
        try (TypedShell shell = TypedShell.open(home)) {
            assertThat(shell.answer("pageer")).isEqualTo("there is no command 'pageer'. `help` lists the commands.");
            shell.line("alias pager = set pager");
            assertThat(shell.answer("pageer")).isEqualTo("there is no command 'pageer'. Did you mean `pager`?");
            assertThat(shell.answer("vault list | pageer"))
                    .isEqualTo("'pageer' is neither a command nor a program on the PATH. Did you mean `pager`?");
            assertThat(shell.answer("watch pager"))
                    .isEqualTo("'pager' is a word of your own: a command is repeated. `watch set pager`.");
        }
        Dpsh.bare(home, "pageer\n", List.of("--sandbox")).ends(2).mentions("`help` lists the commands");
    }

    @Test
    void theHistoryIsForgottenAfterAQuestion() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.line("set pager");
            shell.type("history --clear" + ENTER).awaitText("Type clear to go on:");
            shell.type("no" + ENTER).awaitText("not confirmed");
            shell.type("history --clear" + ENTER).await(text -> text.split("to go on:", -1).length == 3);
            shell.type("clear" + ENTER).await(text -> text.stripTrailing().endsWith("dpsh sandbox>"));
            assertThat(shell.answer("history")).doesNotContain("set pager");
        }
        assertThat(home.resolve("history-sandbox")).content().doesNotContain("set pager");
    }

    @Test
    void theInitFileIsCarriedOutBehindThePromptAndChangesIt() throws IOException {
        Files.writeString(home.resolve("init"), "# mine\nset output csv --session\nuse vault testBkpVault\n");
        try (TypedShell shell = TypedShell.open(home)) {
            shell.await(text -> text.endsWith("dpsh sandbox Backup Operations/testBkpVault>"));
            assertThat(shell.text()).contains("at vault testBkpVault");
            assertThat(shell.answer("set pager")).startsWith("key,value");
        }
        try (TypedShell shell = TypedShell.open(home, 120, "--sandbox", "--no-init")) {
            assertThat(shell.answer("set pager")).startsWith("key ");
            assertThat(shell.lastLine()).isEqualTo("dpsh sandbox>");
        }
    }

    @Test
    void aLineOfTheInitFileThatFailsIsNamedAndTheRestIsLeftOut() throws IOException {
        Files.writeString(home.resolve("init"), "set pager off --session\nnonsense\nset times both --session\n");
        try (TypedShell shell = TypedShell.open(home)) {
            shell.awaitText("init line 2 ended with 2, stopped there: nonsense");
            assertThat(shell.answer("set pager -o csv")).contains("pager,off");
            assertThat(shell.answer("set times -o csv")).contains("times,relative");
        }
    }

    /** Red when the lines are written past what shows results: they could neither be asked about, nor paged, nor shown again. */
    @Test
    void theHistoryIsAResultAsAnyOther() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.line("set pager off --session");
            assertThat(shell.answer("history 2 --query [0].line")).isEqualTo("set pager off --session");
            assertThat(shell.answer("history 1")).endsWith("history 1");
            assertThat(shell.answer("_ -o csv --columns line")).isEqualTo("line\nhistory 1");
            assertThat(shell.answer("= _[0].line")).isEqualTo("history 1");
        }
    }

    /** Red when a command at the prompt may read the keyboard: it would wait for ever, and Ctrl-C would not end it. */
    @Test
    void standardInputIsRefusedAtThePromptAndAFileOrAPipeGoesInItsPlace() throws IOException {
        Path lines = Files.writeString(home.resolve("lines"), "set pager off --session\n");
        try (TypedShell shell = TypedShell.open(home)) {
            assertThat(shell.answer("source -"))
                    .startsWith("- cannot be read here: at the prompt, what is typed are lines.");
            assertThat(shell.answer("instance build --body -")).startsWith("- cannot be read here");
            assertThat(shell.answer("source - < " + lines)).isEqualTo("pager is off for this session");
            shell.line("history 1 --query [0].line -o tsv | source -");
            assertThat(shell.answer("set pager -o csv")).contains("pager,off");
        }
    }

    @Test
    void anInitFileThatHangsEndsWithCtrlC() throws IOException {
        Files.writeString(
                home.resolve("init"),
                "set pager off --session\n= while (true) { Thread.yield() }\nset times both --session\n");
        try (TypedShell shell = TypedShell.open(home)) {
            shell.awaitText("pager is off for this session");
            shell.type("set times -o csv" + ENTER).awaitText("Waiting for the init file; Ctrl-C ends it.");
            shell.type(CTRL_C)
                    .await(text -> text.contains("init line 2 ended with 130") && text.endsWith("dpsh sandbox>"));
            assertThat(shell.text()).doesNotContain("key,value");
            assertThat(shell.answer("set times -o csv")).contains("times,relative");
        }
    }

    @Test
    void anInitFileThatIsNoneIsSaidOnce() throws IOException {
        Files.createDirectory(home.resolve("init"));
        try (TypedShell shell = TypedShell.open(home)) {
            shell.awaitText("warning: the init file '" + home.resolve("init") + "' cannot be read");
            assertThat(shell.answer("set pager -o csv")).contains("pager,on");
        }
    }

    @Test
    void theInitFileIsForThePromptOnly() throws IOException {
        Files.writeString(home.resolve("init"), "nonsense\n");
        Ran ran = Dpsh.bare(home, "set pager\n", List.of("--sandbox"));
        ran.ends(0).says("1 setting\n");
    }
}
