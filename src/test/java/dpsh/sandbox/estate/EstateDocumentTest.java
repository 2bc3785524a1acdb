package dpsh.sandbox.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file: written as it was read, and refused with the place of what is wrong. */
class EstateDocumentTest {
    private static final String DISK = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/d";

    private static EstateDocument read(String text) throws IOException {
        return EstateDocument.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isWrittenAsItWasReadWithOneBodyALine() throws IOException {
        String given = """
                {"format":1,"tenant":"t","disks":[{"id":"%s","unknown":{"a":[1,2.50]},"tags":{"ü":"\\u0007"}}]}""".formatted(DISK);
        StringWriter written = new StringWriter();
        read(given).write(written);
        assertThat(written.toString().lines())
                .contains("{\"id\":\"" + DISK + "\",\"unknown\":{\"a\":[1,2.50]},\"tags\":{\"ü\":\"\\u0007\"}}");
        StringWriter again = new StringWriter();
        read(written.toString()).write(again);
        assertThat(again.toString()).isEqualTo(written.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json|line 1, column",
                "[]|the file: an estate is a JSON object",
                "{\"format\":2,\"tenant\":\"t\"}|format: this dpsh reads format 1, not 2",
                "{\"format\":1}|tenant: the tenant's ID is missing",
                "{\"format\":1,\"tenant\":\"t\",\"disk\":[]}|disk: an estate has no such member",
                "{\"format\":1,\"tenant\":\"t\",\"disks\":{}}|disks: this must be a list, not {}",
                "{\"format\":1,\"tenant\":\"t\",\"disks\":[7]}|disks[0]: this must be a resource's body, not 7",
                "{\"format\":1,\"tenant\":\"t\",\"disks\":[{}]}|disks[0].id: nothing is no ID of disks",
                "{\"format\":1,\"tenant\":\"t\",\"vaults\":[{\"id\":\"/subscriptions/s\"}]}|vaults[0].id: \"/subscriptions/s\"",
                "{\"format\":1,\"tenant\":\"t\",\"tenant\":\"t\"}|line 1, column",
                "{\"format\":1,\"tenant\":\"t\"} x|line 1, column",
                "{\"format\":1,\"tenant\":\"t\",\"world\":[]}|world: a saved world is a JSON object",
            })
    void saysWhatIsWrongAndWhere(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(EstateException.class).hasMessageContaining(message);
    }

    @Test
    void refusesTheSameIdTwiceInAnyCase() {
        String body = "{\"id\":\"%s\"}";
        assertThatThrownBy(() -> read("{\"format\":1,\"tenant\":\"t\",\"disks\":[" + body.formatted(DISK) + ","
                        + body.formatted(DISK.toUpperCase(java.util.Locale.ROOT)) + "]}"))
                .hasMessage("disks[1].id: the same ID as disks[0]");
    }

    @Test
    void saysWhereAFileBreaksOff() {
        assertThatThrownBy(() ->
                        EstateDocument.read(new ByteArrayInputStream("{\"format\":1".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(EstateException.class)
                .hasMessage("line 1, column 12: not JSON: Unexpected end-of-input: expected close marker for Object");
    }
}
