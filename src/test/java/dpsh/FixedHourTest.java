package dpsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FixedHourTest {
    /**
     * What a test sees must not depend on when it runs. The sandbox's own tests have {@code Wire}, benchmarks measure. Red when a
     * test starts a sandbox by {@code SandboxOptions.inProcess}.
     */
    @Test
    void noTestsWorldBeginsAtTheTimeOfDay() throws IOException {
        Path tests = Path.of("src/test/java/dpsh");
        try (Stream<Path> files = Files.walk(tests)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.startsWith(tests.resolve("sandbox")))
                            .filter(file -> !file.getFileName().toString().matches("(FixedHour.*|.*Bench)\\.java"))
                            .filter(file -> text(file).contains("SandboxOptions.inProcess()")))
                    .isEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
