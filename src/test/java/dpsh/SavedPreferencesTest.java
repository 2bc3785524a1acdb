package dpsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code set} saved, at the next prompt. */
class SavedPreferencesTest {
    @TempDir
    Path home;

    @Test
    void holdAtTheNextPrompt() {
        try (TypedShell shell = TypedShell.open(home)) {
            assertThat(shell.answer("set output json")).isEqualTo("output is json from now on");
            assertThat(shell.answer("set pager")).startsWith("[");
        }
        try (TypedShell shell = TypedShell.open(home)) {
            assertThat(shell.answer("set pager")).startsWith("[");
            shell.line("set output --reset");
            assertThat(shell.answer("set pager")).startsWith("key");
        }
        try (TypedShell shell = TypedShell.open(home, 120, "--sandbox", "-o", "record")) {
            assertThat(shell.answer("set pager")).startsWith("key ");
        }
    }

    @Test
    void aBrokenConfigIsSaidAboveThePromptAndStopsNothing() throws IOException {
        Files.writeString(home.resolve("config"), "set.output=nonsense\nwhat\nset.nothing=on\nset.times=BOTH\n");
        try (TypedShell shell = TypedShell.open(home)) {
            assertThat(shell.past())
                    .contains("warning: line 2 of '", "is passed over: it has no =")
                    .contains("warning: line 1 of '", "is passed over: 'output' takes table, record")
                    .contains("warning: line 3 of '", "there is no preference 'nothing'");
            assertThat(shell.answer("set times")).contains("both");
        }
    }
}
