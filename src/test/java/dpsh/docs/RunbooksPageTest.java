package dpsh.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runbooks that the page shows print what it says, one after the other in one world. */
class RunbooksPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```groovy\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void everyExamplePrintsWhatThePageSays() throws IOException {
        String page = Files.readString(Path.of("docs/runbooks.md"));
        Matcher example = EXAMPLE.matcher(page);
        int count = 0;
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            while (example.find()) {
                Path file = Files.writeString(directory.resolve("example-" + ++count + ".groovy"), example.group(1));
                assertThat(dpsh.run("run", "--check", file.toString()).code()).isZero();
                Ran ran = dpsh.run("--vault", "testBkpVault", "run", file.toString());
                assertThat(ran.code()).as(ran.toString()).isZero();
                assertThat(ran.out()).as(ran.toString()).isEqualTo(example.group(2));
            }
        }
        assertThat(count).isEqualTo(page.split("```groovy\n", -1).length - 1).isGreaterThan(5);
    }
}
