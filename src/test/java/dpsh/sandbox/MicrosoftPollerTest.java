package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.jdk.httpclient.JdkHttpClientProvider;
import com.azure.core.http.rest.Response;
import com.azure.core.http.rest.SimpleResponse;
import com.azure.core.management.polling.PollResult;
import com.azure.core.management.polling.PollerFactory;
import com.azure.core.management.serializer.SerializerFactory;
import com.azure.core.util.polling.AsyncPollResponse;
import com.azure.core.util.polling.LongRunningOperationStatus;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A second opinion on the asynchronous answers: the poller of azure-core-management, which Microsoft's management libraries for
 * Java share, follows them to their end.
 */
class MicrosoftPollerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String NEW_VAULT =
            Wire.OPERATIONS + "/resourceGroups/TestBkpVaultRG/providers/Microsoft.DataProtection/backupVaults/polled";

    private final Wire wire = new Wire(Wire.options().withSpeed(6000).withScaledRetryAfter(true));
    private final HttpPipeline pipeline = new HttpPipelineBuilder()
            .httpClient(new JdkHttpClientProvider().createInstance())
            .policies((context, next) -> {
                context.getHttpRequest().setHeader(HttpHeaderName.AUTHORIZATION, "Bearer any");
                return next.process();
            })
            .build();

    @AfterEach
    void close() {
        wire.close();
    }

    private AsyncPollResponse<PollResult<Map<?, ?>>, Map<?, ?>> follow(HttpMethod method, String path, String body) {
        HttpRequest request = new HttpRequest(method, wire.sandbox.endpoint() + path);
        if (!body.isEmpty()) {
            request.setBody(body).setHeader(HttpHeaderName.CONTENT_TYPE, "application/json");
        }
        Mono<Response<Flux<ByteBuffer>>> activation = pipeline.send(request).map(MicrosoftPollerTest::whole);
        return PollerFactory.<Map<?, ?>, Map<?, ?>>create(
                        SerializerFactory.createDefaultManagementSerializerAdapter(),
                        pipeline,
                        Map.class,
                        Map.class,
                        Duration.ofMillis(50),
                        activation)
                .blockLast(DEADLINE);
    }

    private static Response<Flux<ByteBuffer>> whole(HttpResponse response) {
        return new SimpleResponse<>(
                response.getRequest(), response.getStatusCode(), response.getHeaders(), response.getBody());
    }

    private static String version(String path) {
        return path + "?api-version=" + Wire.NEW;
    }

    @Test
    void vaultIsMadeAndDeleted() {
        String body = "{\"location\":\"westus\",\"properties\":{\"storageSettings\":[{\"datastoreType\":\"VaultStore\","
                + "\"type\":\"LocallyRedundant\"}]}}";

        AsyncPollResponse<PollResult<Map<?, ?>>, Map<?, ?>> made = follow(HttpMethod.PUT, version(NEW_VAULT), body);
        Map<?, ?> vault = made.getFinalResult().block(DEADLINE);
        AsyncPollResponse<PollResult<Map<?, ?>>, Map<?, ?>> gone = follow(HttpMethod.DELETE, version(NEW_VAULT), "");

        assertThat(made.getStatus()).isEqualTo(LongRunningOperationStatus.SUCCESSFULLY_COMPLETED);
        assertThat(vault.get("name")).isEqualTo("polled");
        assertThat(String.valueOf(vault.get("properties"))).contains("provisioningState=Succeeded");
        assertThat(gone.getStatus()).isEqualTo(LongRunningOperationStatus.SUCCESSFULLY_COMPLETED);
    }

    @Test
    void diskIsValidatedProtectedBackedUpStoppedAndDeleted() {
        wire.grant();
        String instance = Wire.instance("polled", Wire.NEW);
        String action = instance.substring(0, instance.indexOf('?'));

        AsyncPollResponse<PollResult<Map<?, ?>>, Map<?, ?>> valid = follow(
                HttpMethod.POST,
                Wire.vault("/validateForBackup", Wire.NEW),
                "{\"backupInstance\":" + Wire.diskProtection() + "}");
        AsyncPollResponse<PollResult<Map<?, ?>>, Map<?, ?>> made =
                follow(HttpMethod.PUT, instance, "{\"properties\":" + Wire.diskProtection() + "}");
        Map<?, ?> protectedDisk = made.getFinalResult().block(DEADLINE);
        wire.pass(60);
        AsyncPollResponse<PollResult<Map<?, ?>>, Map<?, ?>> backup = follow(
                HttpMethod.POST,
                version(action + "/backup"),
                "{\"backupRuleOptions\":{\"ruleName\":\"BackupHourly\",\"triggerOption\":{}}}");
        Map<?, ?> job = backup.getFinalResult().block(DEADLINE);
        wire.pass(600);
        AsyncPollResponse<PollResult<Map<?, ?>>, Map<?, ?>> stopped =
                follow(HttpMethod.POST, version(action + "/stopProtection"), "");
        AsyncPollResponse<PollResult<Map<?, ?>>, Map<?, ?>> gone = follow(HttpMethod.DELETE, instance, "");

        assertThat(valid.getStatus()).isEqualTo(LongRunningOperationStatus.SUCCESSFULLY_COMPLETED);
        assertThat(protectedDisk.get("name")).isEqualTo("polled");
        assertThat(String.valueOf(job.get("jobId"))).contains("/backupJobs/");
        assertThat(stopped.getStatus()).isEqualTo(LongRunningOperationStatus.SUCCESSFULLY_COMPLETED);
        assertThat(gone.getStatus()).isEqualTo(LongRunningOperationStatus.SUCCESSFULLY_COMPLETED);
        assertThat(wire.get(instance).status()).isEqualTo(404);
    }

    @Test
    void failureIsReadWithItsCode() {
        AsyncPollResponse<PollResult<Map<?, ?>>, Map<?, ?>> failed = follow(
                HttpMethod.POST,
                Wire.vault("/validateForBackup", Wire.NEW),
                "{\"backupInstance\":" + Wire.diskProtection() + "}");

        assertThat(failed.getStatus()).isEqualTo(LongRunningOperationStatus.FAILED);
        assertThat(failed.getValue().getError().getResponseBody()).contains("UserErrorMissingRequiredPermissions");
    }
}
