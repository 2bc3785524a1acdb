package dpsh.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.io.TempDir;

/** A page whose every shown command is carried out and shows what the page says. */
abstract class PageTest {
    @TempDir
    private Path directory;

    private int sections;

    Stream<DynamicTest> sectionsOf(String file) {
        ConsolePage page = ConsolePage.read(Path.of(file));
        assertThat(page.sections())
                .as(file + " shows no command in a console block")
                .isNotEmpty();
        return page.sections().stream()
                .map(section ->
                        DynamicTest.dynamicTest(section.heading(), Path.of(file).toUri(), () -> new PageRun(
                                        Files.createDirectory(directory.resolve("section-" + ++sections)))
                                .check(section)));
    }
}
