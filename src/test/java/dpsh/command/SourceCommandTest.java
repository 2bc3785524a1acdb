package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code source}, {@code alias} and {@code history} without a prompt. */
class SourceCommandTest {
    private static Dpsh dpsh;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        dpsh = Dpsh.atSeeds();
    }

    @AfterAll
    static void stop() {
        dpsh.close();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void carriesOutLinesInThisSession() throws IOException {
        Path file = file("a.dpsh", """
            # where

            use vault testBkpVault
            = [1,
               2].sum()
            """);
        Ran ran = dpsh.lines("source " + file, "status -o json").ends(0);
        assertThat(ran.out()).startsWith("3\n").contains("\"group\": \"TestBkpVaultRG\"");
    }

    @Test
    void stopsAtTheFirstLineThatFailsAndNamesIt() throws IOException {
        Path file = file("b.dpsh", "set pager\nvault nothing\nset times\n");
        Ran ran = dpsh.lines("source " + file)
                .ends(2)
                .mentions("dpsh: " + file + " line 2 ended with 2, stopped there: vault nothing");
        assertThat(ran.out()).contains("pager").doesNotContain("times");
        Ran all = dpsh.lines("source " + file + " --all-lines").ends(3);
        assertThat(all.out()).contains("pager", "times");
    }

    @Test
    void optionsHoldForAllOfItsLines() throws IOException {
        Path file = file(
                "c.dpsh", "use vault testBkpVault\ninstance create blob msblobbackup --policy BlobBackup-Policy\n");
        dpsh.lines("source " + file + " --read-only").ends(4);
        Ran shown = dpsh.lines("source " + file + " --show-request", "status").ends(0);
        assertThat(shown.out()).contains("PUT ").contains("allowed");
        dpsh.lines("source " + file + " --vault testBkpVault").ends(2).mentions("its lines say where they work");
    }

    @Test
    void filesMayCarryOutFilesUpToADepth() throws IOException {
        Path inner = file("inner.dpsh", "set pager\n");
        Path outer = file("outer.dpsh", "source " + inner + "\nset times\n");
        assertThat(dpsh.lines("source " + outer).ends(0).out()).contains("pager", "times");
        Path loop = file("loop.dpsh", "");
        Files.writeString(loop, "source " + loop + "\n");
        dpsh.lines("source " + loop).ends(2).mentions("Look for one that sources itself");
    }

    @Test
    void dashIsStandardInputOrWhatAPipeOrAFileGives() throws IOException {
        String lines = "use vault testBkpVault\nvault nothing\n";
        dpsh.run(lines, new String[] {"-c", "source -", "-c", "status"})
                .ends(2)
                .mentions("at vault testBkpVault")
                .mentions("dpsh: standard input line 2 ended with 2, stopped there: vault nothing");
        Path file = file("e.dpsh", "set pager\n");
        assertThat(dpsh.lines("source - < " + file).ends(0).out()).contains("pager");
        assertThat(dpsh.lines("= 'set pager'", "_ -o tsv | source -").ends(0).out())
                .contains("pager");
    }

    /** Red when standard input is left to whoever reads it: the lines behind would be gone, and at a prompt it would hang. */
    @Test
    void dashIsRefusedWhereTheSessionsLinesComeFromStandardInput() {
        for (String line : List.of(
                "source -", "instance validate --body - --vault testBkpVault", "plan disks --from -", "apply -")) {
            dpsh.run(line + "\nstatus\n", new String[0])
                    .ends(2)
                    .mentions("- cannot be read here: the lines of this session come from standard input. Name a file");
        }
    }

    @Test
    void exitLeavesFromWithin() throws IOException {
        Path file = file("d.dpsh", "exit 7\nset pager\n");
        assertThat(dpsh.lines("source " + file, "set times").ends(7).out()).isEmpty();
    }

    @Test
    void whatIsNoFileOfLinesIsRefused() throws IOException {
        dpsh.lines("source " + directory.resolve("missing")).ends(2).mentions("there is no such file");
        dpsh.lines("source " + directory).ends(2).mentions("it is a directory");
        Path binary = Files.write(directory.resolve("latin"), "\u00fc".getBytes(StandardCharsets.ISO_8859_1));
        dpsh.lines("source " + binary).ends(2).mentions("it is not UTF-8 text");
        dpsh.lines("source").ends(2).mentions("lacks FILE");
    }

    @Test
    void aliasesAreKeptListedAndForgottenAndHideNothing() {
        dpsh.lines("alias ls = vault list -o json", "alias count \"instance list | jq length\"", "alias -o csv")
                .ends(0)
                .prints("alias,stands for\nls,vault list -o json\ncount,instance list | jq length\n");
        dpsh.lines("alias q='use vault \"x y\"'", "alias q -o csv").ends(0);
        dpsh.lines("alias vault = status").ends(2).mentions("'vault' is a command");
        dpsh.lines("alias history = status").ends(2).mentions("'history' is a command");
        dpsh.lines("alias 'a b' = status").ends(2).mentions("can be no alias");
        dpsh.lines("alias x = ''").ends(2).mentions("would stand for nothing");
        dpsh.lines("alias nothing").ends(2).mentions("there is no alias 'nothing'");
        dpsh.lines("alias --remove").ends(2).mentions("--remove takes one word");
        dpsh.lines("alias --remove ls", "alias --remove count", "alias --remove q", "alias")
                .ends(0)
                .mentions("no aliases");
        dpsh.lines("alias zz = status", "zz").ends(2).mentions("there is no command 'zz'");
    }

    @Test
    void thereIsNoHistoryWithoutAPrompt() {
        dpsh.lines("history").ends(2).mentions("lines are kept at the prompt");
    }
}
