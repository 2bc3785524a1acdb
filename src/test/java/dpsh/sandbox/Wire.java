package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real HTTP client at a sandbox whose time moves only when a test moves it, and begins at the same hour whenever the
 * test runs: else a scheduled backup would meet the test's own at some times of the day.
 */
final class Wire implements AutoCloseable {
    static final String NEW = "2025-07-01";
    static final String OLD = "2021-01-01";
    static final String OPERATIONS = "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e";
    static final String STORAGE = "/subscriptions/bbbb1b1b-cc2c-dd3d-ee4e-ffffff5f5f5f";
    static final String VAULT =
            OPERATIONS + "/resourceGroups/TestBkpVaultRG/providers/Microsoft.DataProtection/backupVaults/testBkpVault";
    static final String DISK =
            OPERATIONS + "/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/msdiskbackup";
    static final String ACCOUNT =
            STORAGE + "/resourceGroups/RG-BlobBackup/providers/Microsoft.Storage/storageAccounts/msblobbackup";
    static final String SNAPSHOTS = OPERATIONS + "/resourceGroups/snapshot-rg";
    static final String READER = "3e5e47e6-65f7-47ef-90b5-e5dd4d455f24";
    static final String SNAPSHOT_CONTRIBUTOR = "7efff54f-a5b4-42b5-a1c5-5411624893ce";
    static final String ACCOUNT_CONTRIBUTOR = "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1";

    private static final Instant BEGIN = Instant.parse("2026-11-02T10:00:00.1234567Z");
    private static final JsonMapper JSON = new JsonMapper();

    /** An answer; the body is a missing node when there is none. */
    record Reply(HttpResponse<String> raw, JsonNode body) {
        int status() {
            return raw.statusCode();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        String errorCode() {
            return body.path("error").path("code").asText();
        }
    }

    final Sandbox sandbox;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    Wire() {
        this(options());
    }

    Wire(SandboxOptions options) {
        sandbox = Sandbox.start(options);
    }

    static SandboxOptions options() {
        return SandboxOptions.inProcess().withSpeed(0).withBeginning(() -> BEGIN);
    }

    static Wire in(SandboxEstate estate) {
        return new Wire(options().withEstate(estate));
    }

    @Override
    public void close() {
        sandbox.close();
    }

    void pass(int seconds) {
        sandbox.clock().advance(Duration.ofSeconds(seconds));
    }

    Reply get(String path) {
        return send("GET", path, null, Map.of());
    }

    Reply delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    Reply put(String path, String body) {
        return send("PUT", path, body, Map.of());
    }

    Reply post(String path, String body) {
        return send("POST", path, body, Map.of());
    }

    /** Follows an absolute URL as it is. */
    Reply follow(String url) {
        return send("GET", url, null, Map.of());
    }

    Reply send(String method, String pathOrUrl, @Nullable String body, Map<String, String> headers) {
        try {
            return exchange(method, pathOrUrl, body, headers);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Reply exchange(String method, String pathOrUrl, @Nullable String body, Map<String, String> headers)
            throws IOException {
        URI target = URI.create(pathOrUrl.startsWith("http") ? pathOrUrl : sandbox.endpoint() + pathOrUrl);
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!headers.containsKey("Authorization")) {
            request.header("Authorization", "Bearer anything");
        }
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean html = answer.body().startsWith("<");
            return new Reply(answer, html ? JSON.missingNode() : json(answer.body()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    static JsonNode resource(String name) {
        try (InputStream in = Wire.class.getResourceAsStream("/wire/sandbox/" + name)) {
            return JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String vault(String suffix, String version) {
        return VAULT + suffix + "?api-version=" + version;
    }

    static String instance(String name, String version) {
        return vault("/backupInstances/" + name, version);
    }

    /** The disk article's body without its envelope. */
    static String diskProtection(String disk, String policy, String snapshotGroup) {
        return """
                {"dataSourceInfo":{"datasourceType":"Microsoft.Compute/disks","objectType":"Datasource",
                "resourceID":"%s","resourceLocation":"westUS","resourceName":"msdiskbackup",
                "resourceType":"Microsoft.Compute/disks","resourceUri":""},
                "policyInfo":{"policyId":"%s/backupPolicies/%s","policyParameters":{"dataStoreParametersList":[
                {"dataStoreType":"OperationalStore","objectType":"AzureOperationalStoreParameters",
                "resourceGroupId":"%s"}]}},"objectType":"BackupInstance"}""".formatted(disk, VAULT, policy, snapshotGroup);
    }

    static String diskProtection() {
        return diskProtection(DISK, "DiskBackup-Policy", SNAPSHOTS);
    }

    /** The blob article's body without its envelope. */
    static String blobProtection(String account, String policy) {
        return """
                {"dataSourceInfo":{"datasourceType":"Microsoft.Storage/storageAccounts/blobServices",
                "objectType":"Datasource","resourceID":"%s","resourceLocation":"westus",
                "resourceName":"msblobbackup","resourceType":"Microsoft.Storage/storageAccounts","resourceUri":""},
                "policyInfo":{"policyId":"%s/backupPolicies/%s"},"objectType":"BackupInstance"}""".formatted(account, VAULT, policy);
    }

    static String blobProtection() {
        return blobProtection(ACCOUNT, "BlobBackup-Policy");
    }

    Reply validate(String protection) {
        return validate(protection, NEW);
    }

    Reply validate(String protection, String version) {
        return post(vault("/validateForBackup", version), "{\"backupInstance\":" + protection + "}");
    }

    Reply protect(String name, String protection) {
        return protect(name, protection, NEW);
    }

    Reply protect(String name, String protection, String version) {
        return put(instance(name, version), "{\"properties\":" + protection + "}");
    }

    /** The code with which a validation ends, at once or later; "Succeeded" when it does. */
    String verdict(String protection) {
        Reply accepted = validate(protection);
        if (accepted.status() != 202) {
            return accepted.status() + " " + accepted.errorCode();
        }
        pass(30);
        JsonNode status = follow(accepted.header("Azure-AsyncOperation")).body();
        return status.path("status").asText().equals("Failed")
                ? status.path("error").path("code").asText()
                : status.path("status").asText();
    }

    String principal() {
        return get(vault("", NEW)).body().path("identity").path("principalId").asText();
    }

    Reply assign(String scope, String name, String role, String principal) {
        return put(
                scope + "/providers/Microsoft.Authorization/roleAssignments/" + name + "?api-version=2022-04-01",
                """
                {"properties":{"roleDefinitionId":"%s/providers/Microsoft.Authorization/roleDefinitions/%s",
                "principalId":"%s","principalType":"ServicePrincipal"}}""".formatted(OPERATIONS, role, principal));
    }

    /** Gives the vault all roles of both articles and waits until they act. */
    void grant() {
        assign(DISK, "11111111-0000-0000-0000-000000000001", READER, principal());
        assign(SNAPSHOTS, "11111111-0000-0000-0000-000000000002", SNAPSHOT_CONTRIBUTOR, principal());
        assign(ACCOUNT, "11111111-0000-0000-0000-000000000003", ACCOUNT_CONTRIBUTOR, principal());
        pass(120);
    }

    /** Takes away what {@link #grant} gave. */
    void revokeAll() {
        String[] scopes = {DISK, SNAPSHOTS, ACCOUNT};
        for (int i = 0; i < scopes.length; i++) {
            delete(scopes[i] + "/providers/Microsoft.Authorization/roleAssignments/11111111-0000-0000-0000-00000000000"
                    + (i + 1) + "?api-version=2022-04-01");
        }
    }

    String state(String name) {
        return get(instance(name, NEW))
                .body()
                .path("properties")
                .path("currentProtectionState")
                .asText();
    }
}
