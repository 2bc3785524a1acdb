package dpsh;

import static dpsh.shell.VirtualScreen.CTRL_C;
import static dpsh.shell.VirtualScreen.ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbookAtPromptTest {
    @TempDir
    Path directory;

    @Test
    void ctrlCEndsTheRunbookAndNotTheShell() throws IOException {
        Path file = Files.write(
                directory.resolve("endless.groovy"),
                List.of("println 'begun'", "while (true) { try { sleep 100000 } catch (Throwable e) {} }"));
        try (TypedShell shell = TypedShell.open(directory.resolve("home"))) {
            shell.type("run " + file + ENTER).await(text -> text.contains("\nbegun"));
            String text = shell.type(CTRL_C).await(t -> t.contains("interrupted the runbook") && t.endsWith(">"));
            assertThat(text).contains("interrupted the runbook endless.groovy.");
            assertThat(shell.line("status")).contains("the embedded sandbox");
        }
    }

    /** What a thing is called is anybody's choice: a runbook that prints it does not hand the terminal over to them. */
    @Test
    void whatARunbookPrintsDoesNothingToTheTerminal() throws IOException {
        Path file =
                Files.writeString(directory.resolve("evil.groovy"), "println 'a' + (char) 27 + '[2Jb' + (char) 7\n");
        try (TypedShell shell = TypedShell.open(directory.resolve("home"))) {
            assertThat(shell.answer("run " + file)).isEqualTo("ab");
        }
    }

    @Test
    void whatCannotBeUndoneIsAsked() throws IOException {
        Path file = Files.writeString(
                directory.resolve("delete.groovy"), "println backup.delete('disk-east-02').await()\n");
        try (TypedShell shell = TypedShell.open(directory.resolve("home"))) {
            shell.line("use vault paygVault");
            shell.type("run " + file + ENTER).await(text -> text.contains("Type disk-east-02 to go on:"));
            shell.type("no" + ENTER).await(text -> text.contains("not confirmed") && text.endsWith(">"));
            shell.type("run " + file + ENTER).await(text -> text.endsWith("Type disk-east-02 to go on:"));
            String text = shell.type("disk-east-02" + ENTER).await(t -> t.contains("\nsucceeded") && t.endsWith(">"));
            assertThat(text).contains("delete.groovy:1: not confirmed");
        }
    }
}
