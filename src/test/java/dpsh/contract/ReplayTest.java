package dpsh.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded requests of the real service get the answers that the service gave, but for differences that have a reason. */
class ReplayTest {
    private static String replayed(Path file) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Replay.run(java.util.List.of(file.toString()), new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Path sample(String name) throws URISyntaxException {
        return Path.of(
                ReplayTest.class.getResource("/wire/replay/" + name + ".json").toURI());
    }

    @ParameterizedTest
    @ValueSource(strings = {"disk", "blob", "protection", "soft-delete", "policy", "restore", "points", "guard"})
    void everyRecordedAnswerIsGivenAgain(String name) throws IOException, URISyntaxException {
        assertThat(replayed(sample(name))).contains("0 with others (100.0 % pass)");
    }

    @Test
    void anotherAnswerIsTold(@TempDir Path folder) throws IOException, URISyntaxException {
        Path changed = folder.resolve("changed.json");
        Files.writeString(changed, Files.readString(sample("policy")).replace("secureScore", "secureMark"));

        assertThat(replayed(changed))
                .contains("body: properties.secureMark is missing", "body: properties.secureScore was not recorded")
                .contains("1 with others");
    }
}
