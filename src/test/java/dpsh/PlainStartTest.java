package dpsh;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.session.PlaceNames;
import dpsh.session.ServiceChoice;
import dpsh.shell.Batch;
import dpsh.shell.TerminalFacts;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which starts have their prompt before the command language is built, and what is refused in place of a prompt. */
class PlainStartTest {
    @TempDir
    private Path home;

    private static PlainStart of(String line) {
        return PlainStart.of(List.of(line.split(" ")));
    }

    @Test
    void theServiceThePlaceAndTheHomeAreSeenWithoutParsing() {
        assertThat(of("--endpoint http://127.0.0.1:1 --speed 60 --vault v --group g --home h --read-only -y"))
                .isEqualTo(new PlainStart(
                        new ServiceChoice(false, "http://127.0.0.1:1", null, null, 60.0),
                        null,
                        Path.of("h"),
                        null,
                        new PlaceNames(null, "g", "v"),
                        true,
                        true));
        assertThat(of("--sandbox --estate e.json --no-init --profile p"))
                .isEqualTo(new PlainStart(
                        new ServiceChoice(true, null, null, null, null),
                        Path.of("e.json"),
                        null,
                        "p",
                        PlaceNames.NONE,
                        false,
                        false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vault list",
                "--sandbox tour",
                "-c status",
                "--vault",
                "--vault --sandbox",
                "--vault a --vault b",
                "--speed fast",
                "--speed -1",
                "--nonsense",
                "-o json"
            })
    void everythingElseIsParsedFirst(String line) {
        assertThat(of(line)).isNull();
    }

    /** Red when the prompt comes first and the options are found out afterwards. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--endpoint nonsense",
                "--endpoint http://example.com",
                "--sandbox --endpoint http://127.0.0.1:1",
                "--cloud mars",
                "--api-version 7",
                "--speed 0",
                "--speed 3",
                "--estate pom.xml",
                "--sandbox --estate no-such-file",
                "--profile nobody",
                "--vault",
                "--speed fast",
                "--nonsense",
                "-o nonsense",
                "-o json --speed 3",
                "-o json --sandbox --estate no-such-file"
            })
    void whatCannotBeRightIsRefusedBeforeThePrompt(String line) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Batch.Streams streams = new Batch.Streams(InputStream.nullInputStream(), new ByteArrayOutputStream(), err);
        TerminalFacts facts = new TerminalFacts(true, true, true, 80, false);
        int code = Main.run(List.of(line.split(" ")), FixedHour.surroundings(home, streams, facts), (setup, with) -> {
            throw new AssertionError("there is a prompt");
        });
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).isNotBlank();
    }
}
