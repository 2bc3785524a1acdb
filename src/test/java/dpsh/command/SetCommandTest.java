package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.session.Preference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code set} without a prompt; nothing listens at the endpoint, because nothing is sent. */
class SetCommandTest {
    @TempDir
    Path home;

    private Ran run(String... lines) {
        List<String> arguments = new java.util.ArrayList<>(List.of("--endpoint", "http://127.0.0.1:1"));
        for (String line : lines) {
            arguments.addAll(List.of("-c", line));
        }
        return Dpsh.bare(home, "", arguments);
    }

    @Test
    void listsEverythingThatCanBeChosen() {
        Ran ran = run("set").ends(0);
        for (Preference one : Preference.values()) {
            assertThat(ran.out()).contains(one.word(), String.join(", ", one.words()), one.description());
        }
        assertThat(run("set pager -o json").ends(0).json().get(0).path("value").asText())
                .isEqualTo("on");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void savesWhatIsChosenForThePromptAndLeavesLaterScriptsAlone() throws IOException {
        run("set times both", "set times").ends(0).mentions("times is both from now on\n");
        assertThat(Files.readString(home.resolve("config"))).isEqualTo("set.times=both\n");
        Ran later = run("set times -o json").ends(0);
        assertThat(later.json().get(0).path("value").asText()).isEqualTo("relative");
        assertThat(later.json().get(0).path("saved").asText()).isEqualTo("both");
    }

    @Test
    void theFormatHoldsFromTheNextLineOn() {
        assertThat(run("set output=json", "set pager")
                        .ends(0)
                        .json()
                        .get(0)
                        .path("key")
                        .asText())
                .isEqualTo("pager");
    }

    @Test
    void aSessionsChoiceIsNotSavedAndResetForgets() {
        run("set pager off --session", "set pager").ends(0).mentions("pager is off for this session\n");
        assertThat(home.resolve("config")).doesNotExist();
        run("set pager off", "set pager --reset").ends(0).mentions("pager is on, the default\n");
        assertThat(home.resolve("config")).isEmptyFile();
    }

    @Test
    void aWrongWordIsToldWithWhatWasMeant() {
        run("set pagr off").ends(2).mentions("'pagr' is nothing that can be set", "Did you mean `set pager`?");
        run("set theme drak").ends(2).mentions("it takes auto, dark, light. Did you mean dark?");
        run("set theme ''").ends(2).mentions("'' is nothing that 'theme' can be");
        run("set --reset").ends(2).mentions("--reset lacks what it is about");
        run("set pager off --reset").ends(2).mentions("contradict each other");
        run("set \"a\u001b[2J\" off").ends(2).mentions("nothing that can be set");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void whatCannotBeSavedIsRefusedAndNotChosen() throws IOException {
        Files.createDirectory(home.resolve("config"));
        run("set pager off").ends(1).mentions("cannot be changed: it is a directory");
    }
}
