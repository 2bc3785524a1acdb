package dpsh.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dpsh.sandbox.SandboxClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/**
 * What people do today: a script that validates one disk, polls, creates it, polls until it is protected, and sleeps when it is
 * throttled. Knows nothing of dpsh.
 */
final class NaiveClient {
    private static final String VERSION = "?api-version=2025-07-01";
    private static final Duration POLL = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final JsonMapper json = new JsonMapper();
    private final URI endpoint;
    private final SandboxClock clock;

    NaiveClient(URI endpoint, SandboxClock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** Protects one disk, and returns when the service says so. */
    void protect(String disk) throws IOException, InterruptedException {
        String name = disk.substring(disk.lastIndexOf('/') + 1);
        String properties = """
                {"friendlyName":"%1$s","objectType":"BackupInstance","dataSourceInfo":{"objectType":"Datasource",
                "resourceID":"%2$s","resourceName":"%1$s","resourceType":"Microsoft.Compute/disks","resourceUri":"",
                "resourceLocation":"westus","datasourceType":"Microsoft.Compute/disks"},"policyInfo":{"policyId":"%3$s",
                "policyParameters":{"dataStoreParametersList":[{"objectType":"AzureOperationalStoreParameters",
                "dataStoreType":"OperationalStore","resourceGroupId":"%4$s"}]}}}""".formatted(name, disk, BulkWorld.VAULT + "/backupPolicies/Daily", BulkWorld.SNAPSHOTS);
        HttpResponse<String> validation = send(
                "POST",
                endpoint + BulkWorld.VAULT + "/validateForBackup" + VERSION,
                "{\"backupInstance\":" + properties + "}");
        finish(validation);
        String instance = endpoint + BulkWorld.VAULT + "/backupInstances/" + name + "-" + UUID.randomUUID() + VERSION;
        finish(send("PUT", instance, "{\"properties\":" + properties + "}"));
        while (!read(send("GET", instance, null))
                .path("properties")
                .path("currentProtectionState")
                .asText()
                .equals("ProtectionConfigured")) {
            clock.sleep(POLL);
        }
    }

    private void finish(HttpResponse<String> accepted) throws IOException, InterruptedException {
        String url = accepted.headers().firstValue("Azure-AsyncOperation").orElse("");
        if (url.isEmpty()) {
            return;
        }
        while (true) {
            clock.sleep(POLL);
            JsonNode status = read(send("GET", url, null));
            String word = status.path("status").asText();
            if (word.equals("Succeeded")) {
                return;
            }
            if (!word.equals("Inprogress")) {
                throw new IOException("not protected: " + status);
            }
        }
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        return json.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String url, String body) throws IOException, InterruptedException {
        while (true) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                    .header("Authorization", "Bearer naive")
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 429) {
                if (answer.statusCode() >= 400) {
                    throw new IOException(answer.statusCode() + " " + answer.body());
                }
                return answer;
            }
            clock.sleep(Duration.ofSeconds(
                    Long.parseLong(answer.headers().firstValue("Retry-After").orElse("10"))));
        }
    }
}
