package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.sandbox.fault.ErrorTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code docs/faults.md} says what the language is. */
class FaultPageTest {
    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("docs/faults.md"));
    }

    @Test
    void everyLineOfThePageIsUnderstood() {
        String block = page.split("```faults\n", 2)[1].split("```", 2)[0];
        List<String> lines = block.lines().toList();

        try (Sandbox sandbox = Sandbox.start(Wire.options())) {
            lines.forEach(sandbox.faults()::add);
            assertThat(sandbox.faults().list()).hasSameSizeAs(lines).hasSizeGreaterThan(15);
        }
    }

    @Test
    void everyCodeStandsOnThePage() {
        assertThat(ErrorTable.load().entries())
                .allSatisfy(entry -> assertThat(page).contains("`" + entry.code() + "`"));
    }
}
