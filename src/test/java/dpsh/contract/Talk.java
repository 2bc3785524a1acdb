package dpsh.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plain HTTP client at a sandbox whose time it moves itself, and all that was said. */
final class Talk implements AutoCloseable {
    private final Sandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Exchange> said = new ArrayList<>();

    Talk(SandboxOptions options) {
        sandbox = Sandbox.start(options.withSpeed(0));
    }

    @Override
    public void close() {
        sandbox.close();
    }

    List<Exchange> said() {
        return List.copyOf(said);
    }

    void pass(Duration time) {
        sandbox.clock().advance(time);
    }

    /** Sends; the target is a path with its query, or an absolute URL as it is. */
    Exchange send(String method, String target, @Nullable String body) {
        boolean absolute = target.startsWith("http");
        URI uri = URI.create(absolute ? target : sandbox.endpoint() + target);
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer anything")
                .header("Accept", "application/json")
                .method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Exchange exchange = Exchange.of(
                    method,
                    target,
                    tree(body),
                    answer.statusCode(),
                    answer.headers().map(),
                    tree(answer.body()));
            said.add(exchange);
            return exchange;
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + target, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode tree(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Exchange.JSON.missingNode();
        }
        try {
            return Exchange.JSON.readTree(text);
        } catch (IOException notJson) {
            return Exchange.JSON.missingNode();
        }
    }

    /** Looks at an operation's URLs while it runs, lets time pass, and looks again; gives the last status. */
    Exchange finish(Exchange accepted, Duration time) {
        String status = accepted.headers().getOrDefault("azure-asyncoperation", "");
        String result = accepted.headers().getOrDefault("location", "");
        if (!status.isEmpty()) {
            send("GET", status, null);
        }
        if (!result.isEmpty()) {
            send("GET", result, null);
        }
        pass(time);
        Exchange last = status.isEmpty() ? accepted : send("GET", status, null);
        if (!result.isEmpty()) {
            send("GET", result, null);
        }
        return last;
    }
}
