package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignedUrlTest {
    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("padding re-encoded", url -> url.replace("==?", "%3D%3D?")),
                change("signature trimmed", url -> url.replaceFirst("&h=.*", "")),
                change("version swapped", url -> url.replace("2025-07-01", "2024-04-01")),
                change("order changed", url -> url.replaceFirst("(api-version=[^&]*)&(t=[^&]*)", "$2&$1")),
                change("lower case", url -> url.replace("resourceGroups", "resourcegroups")),
                change("one letter more", url -> url + "A"));
    }

    private static Arguments change(String name, UnaryOperator<String> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void changedUrlIsForbidden(String name, UnaryOperator<String> change) {
        String url = wire.validate(Wire.diskProtection()).header("Azure-AsyncOperation");

        Wire.Reply reply = wire.follow(change.apply(url));

        assertThat(change.apply(url)).isNotEqualTo(url);
        assertThat(reply.status()).as(name).isEqualTo(403);
        assertThat(wire.follow(url).status()).isEqualTo(200);
    }

    /** SDKs make such an URL of the ID alone; that the service takes it is assumed. */
    @Test
    void urlWithoutAnySignatureIsTaken() {
        String url = wire.validate(Wire.diskProtection()).header("Azure-AsyncOperation");

        Wire.Reply reply = wire.follow(url.replaceFirst("&t=.*", ""));

        assertThat(reply.body().path("status").asText()).isEqualTo("Inprogress");
    }

    @Test
    void twoUrlsOfOneAnswerDiffer() {
        Wire.Reply accepted = wire.validate(Wire.diskProtection());

        String status = accepted.header("Azure-AsyncOperation").replaceFirst(".*&s=", "");
        assertThat(accepted.header("Location").replaceFirst(".*&s=", "")).isNotEqualTo(status);
        assertThat(wire.validate(Wire.diskProtection())
                        .header("Azure-AsyncOperation")
                        .replaceFirst(".*&s=", ""))
                .isNotEqualTo(status);
    }

    @Test
    void operationsOfAVaultShareTheFirstHalfOfTheirName() {
        String first = name(wire.validate(Wire.diskProtection()));
        String second = name(wire.validate(Wire.diskProtection()));

        assertThat(first.split(";")[0]).hasSize(36).isEqualTo(second.split(";")[0]);
        assertThat(first.split(";")[1]).hasSize(36).isNotEqualTo(second.split(";")[1]);
    }

    private static String name(Wire.Reply accepted) {
        String path = URI.create(accepted.header("Azure-AsyncOperation")).getRawPath();
        return new String(java.util.Base64.getDecoder().decode(path.substring(path.lastIndexOf('/') + 1)));
    }

    @Test
    void urlsBeginWithTheNameThatTheCallerUsed() {
        String local = wire.sandbox.endpoint().toString().replace("127.0.0.1", "localhost");

        Wire.Reply accepted = wire.post(
                local + Wire.vault("/validateForBackup", Wire.NEW),
                "{\"backupInstance\":" + Wire.diskProtection() + "}");

        assertThat(accepted.header("Azure-AsyncOperation")).startsWith(local + "/");
        assertThat(wire.follow(accepted.header("Azure-AsyncOperation")).status())
                .isEqualTo(200);
    }

    @Test
    void operationIsNotFoundInAnotherVaultOrLocation() {
        String url = wire.validate(Wire.diskProtection(), Wire.OLD).header("Location");

        assertThat(wire.follow(url.replace("westus", "eastus")).status()).isEqualTo(404);
        assertThat(wire.follow(url).status()).isEqualTo(202);
    }
}
