package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code draft} and {@code last}. */
class DraftCommandsTest {
    private static final String BUILD =
            "instance build blob msblobbackup --policy BlobBackup-Policy --name mine -o jsonl";
    private static Dpsh dpsh;

    @BeforeAll
    static void start() {
        dpsh = Dpsh.atSeeds();
    }

    @AfterAll
    static void stop() {
        dpsh.close();
    }

    private static Path file(String name) {
        return dpsh.home().resolve("drafts/" + name + ".json");
    }

    @Test
    void aDraftIsKeptForLaterSessionsAndTakenByName() throws IOException {
        dpsh.lines("use vault testBkpVault", BUILD, "draft list", "draft save monday", "status")
                .ends(0);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("monday"))))
                .isEqualTo("rw-------");
        Ran later =
                dpsh.lines("draft list -o csv", "draft show monday -o jsonl").ends(0);
        assertThat(later.out())
                .contains("monday,msblobbackup,BlobBackup-Policy,testBkpVault,")
                .contains("\"name\":\"mine\"");
        Ran shown = dpsh.lines("use vault testBkpVault", "instance create --draft monday --show-request")
                .ends(0);
        assertThat(shown.out()).contains("/backupInstances/mine");
        Ran used = dpsh.lines(
                        "use vault testBkpVault",
                        "draft use monday",
                        "draft list -o csv",
                        "status",
                        "instance create --show-request")
                .ends(0)
                .mentions("the draft is 'monday', for msblobbackup");
        assertThat(used.out()).contains("testBkpVault,yes", "mine, saved as monday", "/backupInstances/mine");
        assertThat(dpsh.lines("use vault testBkpVault", "instance create --body " + file("monday") + " --show-request")
                        .ends(0)
                        .out())
                .contains("/backupInstances/mine");
        dpsh.lines("draft use monday", "draft delete monday", "draft list -o csv")
                .ends(0);
        assertThat(file("monday")).doesNotExist();
    }

    @Test
    void whatIsNoDraftIsRefused() throws IOException {
        dpsh.lines("draft save x").ends(2).mentions("there is no draft to save");
        dpsh.lines("draft show").ends(2).mentions("there is no draft");
        dpsh.lines("draft use nothing").ends(2).mentions("there is no draft 'nothing'");
        dpsh.lines("draft delete ../config").ends(2).mentions("there is no draft '../config'");
        dpsh.lines("use vault testBkpVault", BUILD, "draft save ../x").ends(2).mentions("can be no draft's name");
        dpsh.lines("instance create disk x --draft y").ends(2).mentions("--draft has no effect here");
        Files.createDirectories(file("broken").getParent());
        Files.writeString(file("broken"), "{\"properties\": 1}");
        assertThat(dpsh.lines("draft list").ends(0).out()).contains("broken", "cannot be read");
        dpsh.lines("draft use broken").ends(2).mentions("broken.json");
        Files.delete(file("broken"));
    }

    @Test
    void aDraftIsShownInTheFormatThatIsAskedForAndIsTheLastResult() {
        Ran ran = dpsh.lines(
                        "use vault testBkpVault",
                        BUILD + " > /dev/null",
                        "draft show -o yaml",
                        "draft show --query name",
                        "draft show > /dev/null",
                        "_ -o jsonl --query properties.objectType")
                .ends(0);
        assertThat(ran.out())
                .contains("name: mine\n")
                .contains("\nmine\n")
                .endsWith("\"BackupInstance\"\n")
                .doesNotContain("{");
    }

    @Test
    void lastTellsTheLastErrorInFullAndIsKindWhenThereIsNone() {
        dpsh.lines("last").ends(0).prints("").says("no error happened in this session.\n");
        Ran ran = dpsh.run("--keep-going", "-c", "use " + Seeds.VAULT + "x", "-c", "last")
                .ends(3);
        assertThat(ran.out()).contains("what ", "code ", "when ", "exit code ");
        Ran json = dpsh.run("--keep-going", "-c", "vault show nix", "-c", "last -o json")
                .ends(3);
        assertThat(json.json().path("error").path("message").asText()).contains("there is no vault 'nix'");
    }
}
