package dpsh.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sandbox serve --state FILE}: a world that outlives its process. */
class ServedStateTest {
    private static final String GROUP =
            "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourcegroups/kept-rg?api-version=2021-04-01";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path directory;

    private DpshProcess serve() {
        return DpshProcess.start(
                directory.resolve("home"), List.of("sandbox", "serve", "--manual", "--state", state().toString()));
    }

    private Path state() {
        return directory.resolve("world.json");
    }

    private HttpResponse<String> send(DpshProcess served, String method, String path, String body)
            throws IOException, InterruptedException {
        String endpoint =
                new JsonMapper().readTree(served.awaitLine()).path("endpoint").asText();
        return http.send(
                HttpRequest.newBuilder(URI.create(endpoint + path))
                        .headers("Authorization", "Bearer anything", "Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whatWasMadeIsThereAfterTheNextStart() throws IOException, InterruptedException {
        String time;
        try (DpshProcess first = serve()) {
            assertThat(send(first, "GET", GROUP, "").statusCode()).isEqualTo(404);
            assertThat(send(first, "PUT", GROUP, "{\"location\":\"westus\"}").statusCode())
                    .isEqualTo(201);
            time = send(first, "POST", "/_sandbox/clock/advance", "{\"duration\":\"P3D\"}")
                    .body();
            first.interrupt();
            first.end();
        }
        assertThat(state()).exists();
        try (DpshProcess second = serve()) {
            HttpResponse<String> kept = send(second, "GET", GROUP, "");
            assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
            assertThat(send(second, "GET", "/_sandbox/clock", "").body()).isEqualTo(time);
        }
    }

    @Test
    void brokenWorldIsNamedAndLeftAlone() throws IOException {
        Files.writeString(state(), "{\"format\":1}");

        DpshProcess.Result ended =
                DpshProcess.run(directory.resolve("home"), List.of("sandbox", "serve", "--state", state().toString()));

        assertThat(ended.code()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err()).contains("world.json", "the tenant's ID is missing");
        assertThat(state()).hasContent("{\"format\":1}");
    }
}
