package dpsh;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.shell.Batch;
import dpsh.shell.TerminalFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code edit} and Ctrl-X Ctrl-E, with scripts as editors. */
class EditSessionTest {
    private static final String BUILD =
            "instance build disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg";

    @TempDir
    Path home = Path.of("");

    /** A program that is called with a word of its own and the file, notes both, and does this to the file. */
    private String editor(String work) throws IOException {
        Path script = home.resolve("my editor");
        Files.writeString(
                script,
                "#!/bin/sh\n[ \"$1\" = -w ] || exit 9\nls -l \"$2\" >> '" + noted() + "'\necho \"$2\" >> '" + noted()
                        + "'\n" + work + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return "'" + script + "' -w";
    }

    private Path noted() {
        return home.resolve("noted");
    }

    private TypedShell open(String work) throws IOException {
        return TypedShell.editing(home, editor(work));
    }

    private static void drafted(TypedShell shell) {
        shell.line("use vault testBkpVault");
        shell.line(BUILD);
    }

    @Test
    void aDraftIsKeptAsItWasEditedAndItsFileIsGone() throws IOException {
        try (TypedShell shell = open("sed -i 's/DiskBackup-Policy/DiskDaily-Policy/' \"$2\"")) {
            drafted(shell);
            assertThat(shell.line("edit")).contains("The draft is changed.");
            assertThat(shell.line("instance validate --show-request")).contains("DiskDaily-Policy");
        }
        List<String> lines = Files.readAllLines(noted());
        assertThat(lines.get(0)).startsWith("-rw-------").endsWith(".json");
        assertThat(Path.of(lines.get(1)).getParent()).doesNotExist();
    }

    @Test
    void aDraftThatIsWrongCanBeOpenedAgainWithWhatWasTyped() throws IOException {
        try (TypedShell shell =
                open("if grep -q broken \"$2\"; then sed -i 's/broken//; s/DiskBackup-P/DiskDaily-P/' \"$2\"; else echo"
                        + " broken >> \"$2\"; fi")) {
            drafted(shell);
            shell.type("edit draft" + ENTER).awaitText("Open it again?");
            assertThat(shell.text()).contains("the body in the editor cannot be used");
            shell.type("yes" + ENTER).awaitText("The draft is changed.");
        }
    }

    @Test
    void aDraftThatStaysWrongIsNotKept() throws IOException {
        try (TypedShell shell = open("sed -i 's/policyInfo/nothing/' \"$2\"")) {
            drafted(shell);
            shell.type("edit" + ENTER).awaitText("Open it again?");
            assertThat(shell.text()).contains("it lacks policyInfo");
            shell.type("no" + ENTER).awaitText("the draft is as it was: what was edited cannot be used");
            assertThat(shell.line("instance validate --show-request")).contains("DiskBackup-Policy");
        }
    }

    @Test
    void withoutAChangeOrWithAnEmptyTextTheDraftIsAsItWas() throws IOException {
        try (TypedShell shell = open("[ -e '" + home + "/twice' ] && : > \"$2\"; touch '" + home + "/twice'")) {
            drafted(shell);
            assertThat(shell.answer("edit")).isEqualTo("The draft is as it was.");
            assertThat(shell.answer("edit draft")).isEqualTo("The draft is as it was.");
        }
    }

    @Test
    void theLastLineWaitsAtThePromptAsItWasEdited() throws IOException {
        try (TypedShell shell = open("sed -i 's/two/three/' \"$2\"")) {
            shell.line("= 'one' + 'two'");
            shell.type("edit command" + ENTER).awaitLine("dpsh sandbox> = 'one' + 'three'");
            assertThat(shell.text()).doesNotContain("onethree");
            shell.type(ENTER).awaitText("\nonethree\n");
            shell.type("edit" + ENTER).awaitLine("dpsh sandbox> = 'one' + 'three'");
            shell.type(CTRL_C).awaitLine("dpsh sandbox>");
        }
    }

    @Test
    void ctrlXCtrlEEditsTheLineThatIsTyped() throws IOException {
        try (TypedShell shell = open("sed -i 's/two/three/' \"$2\"")) {
            shell.type("= 'one' + 'two'\u0018\u0005").awaitLine("dpsh sandbox> = 'one' + 'three'");
            shell.type(" + 4" + ENTER).awaitText("\nonethree4\n");
        }
    }

    @Test
    void anEditorThatFailsIsSaidAndNothingIsChanged() throws IOException {
        try (TypedShell shell = open("echo x > \"$2\"; exit 3")) {
            shell.line("= 1");
            assertThat(shell.answer("edit")).isEqualTo("the editor my editor ended with 3: nothing was changed.");
            shell.type("= 2\u0018\u0005").awaitText("my editor ended with 3");
            shell.awaitLine("dpsh sandbox> = 2");
        }
        try (TypedShell shell = TypedShell.editing(home, "no-such-editor -w")) {
            shell.line("= 1");
            assertThat(shell.answer("edit")).contains("the editor 'no-such-editor' is not there");
        }
    }

    @Test
    void withoutADraftOrALineItSaysSo() throws IOException {
        try (TypedShell shell = open("true")) {
            assertThat(shell.answer("edit draft")).contains("there is no draft to edit");
            assertThat(shell.answer("edit")).contains("there is no line to edit");
            assertThat(shell.answer("edit foo")).contains("foo");
        }
    }

    @Test
    void withoutAPromptItIsWrongUsage() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Batch.Streams streams = new Batch.Streams(InputStream.nullInputStream(), new ByteArrayOutputStream(), err);
        int code = Main.run(
                List.of("--sandbox", "edit"),
                FixedHour.surroundings(home, streams, TerminalFacts.NONE),
                (setup, with) -> 1);
        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("nothing can be edited here");
    }
}
