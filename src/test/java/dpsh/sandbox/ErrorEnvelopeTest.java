package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorEnvelopeTest {
    private static final Instant TOKEN_TIME = Instant.parse("2026-11-21T10:00:00Z");

    private final Wire wire = new Wire(Wire.options().withTokenClock(() -> TOKEN_TIME));

    @AfterEach
    void close() {
        wire.close();
    }

    private static String jwt(Instant expiry) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String claims = "{\"oid\":\"22222222-0000-0000-0000-000000000009\",\"exp\":" + expiry.getEpochSecond() + "}";
        return base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".";
    }

    @Test
    void noTokenIs401WithAChallenge() {
        Wire.Reply reply = wire.send("GET", Wire.vault("", Wire.NEW), null, Map.of("Authorization", ""));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.errorCode()).isEqualTo("AuthenticationFailed");
        assertThat(reply.header("WWW-Authenticate"))
                .startsWith("Bearer authorization_uri=")
                .contains("invalid_token");
        assertThat(reply.header("x-ms-request-id")).isNotEmpty();
    }

    @Test
    void anotherSchemeIs401() {
        Wire.Reply reply = wire.send("GET", Wire.vault("", Wire.NEW), null, Map.of("Authorization", "Basic eDp5"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.errorCode()).isEqualTo("AuthenticationFailedInvalidHeader");
    }

    @Test
    void jwtIsLetInUntilItExpires() {
        Map<String, String> valid = Map.of("Authorization", "Bearer " + jwt(TOKEN_TIME.plusSeconds(1)));
        Map<String, String> expired = Map.of("Authorization", "Bearer " + jwt(TOKEN_TIME));

        assertThat(wire.send("GET", Wire.vault("", Wire.NEW), null, valid).status())
                .isEqualTo(200);
        Wire.Reply refused = wire.send("GET", Wire.vault("", Wire.NEW), null, expired);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.errorCode()).isEqualTo("ExpiredAuthenticationToken");
        assertThat(refused.body().path("error").path("message").asText())
                .startsWith("The access token expiry UTC time '11/21/2026 10:00:00 AM' is earlier");
    }

    @Test
    void apiVersionMustBeThere() {
        Wire.Reply reply = wire.get(Wire.VAULT);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorCode()).isEqualTo("MissingApiVersionParameter");
    }

    @ParameterizedTest
    @CsvSource({
        "2099-01-01, NoRegisteredProviderFound",
        "2023-08-01, NoRegisteredProviderFound",
        "latest, InvalidApiVersionParameter",
        "2025-07-01-preview, NoRegisteredProviderFound"
    })
    void apiVersionMustBePublished(String version, String code) {
        Wire.Reply reply = wire.get(Wire.vault("", version));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorCode()).isEqualTo(code);
    }

    @Test
    void everyPublishedApiVersionIsTaken() {
        assertThat(ApiVersion.DATA_PROTECTION).hasSize(34).allSatisfy(version -> assertThat(
                        wire.get(Wire.vault("", version)).status())
                .isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({
        "/subscriptions/00000000-0000-0000-0000-000000000001?api-version=2022-12-01, 404, SubscriptionNotFound",
        "/subscriptions/xxxxxxxx-xxxx-xxxx?api-version=2022-12-01, 400, InvalidSubscriptionId",
        "{A}/resourceGroups/none?api-version=2022-12-01, 404, ResourceGroupNotFound",
        "{A}/resourceGroups/none/providers/Microsoft.Compute/disks/d?api-version=2023-04-02, 404, ResourceGroupNotFound",
        "{A}/resourceGroups/RG-DiskBackup/providers/Microsoft.Compute/disks/none?api-version=2023-04-02, 404, ResourceNotFound",
        "{V}none?api-version=2025-07-01, 404, ResourceNotFound",
        "{V}none/backupPolicies?api-version=2025-07-01, 404, ParentResourceNotFound",
        "{V}/backupPolicies/none?api-version=2025-07-01, 404, UserErrorGenericResourceNotFound",
        "{V}/backupInstances/none?api-version=2025-07-01, 404, UserErrorGenericResourceNotFound",
        "{V}/operationStatus/bm9uZQ==?api-version=2025-07-01, 404, UserErrorGenericResourceNotFound",
        "{V}/backupWishes?api-version=2025-07-01, 404, InvalidResourceType",
        "{A}/providers/Microsoft.Nothing/things?api-version=2025-07-01, 404, InvalidResourceNamespace",
        "{A}/resourceGroups/a%2Fb?api-version=2022-12-01, 400, InvalidRequestUri",
        "/nowhere?api-version=2025-07-01, 404, MissingSubscription"
    })
    void whatIsNotThereIsNamed(String path, int status, String code) {
        Wire.Reply reply = wire.get(path.replace("{A}", Wire.OPERATIONS).replace("{V}", Wire.VAULT));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.errorCode()).isEqualTo(code);
        assertThat(reply.header("x-ms-error-code")).isEqualTo(code);
    }

    @Test
    void wrongMethodIs405() {
        Wire.Reply reply = wire.post(Wire.vault("/backupPolicies", Wire.NEW), "{}");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.errorCode()).isEqualTo("MethodNotAllowed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"backupInstance\":", "''", "[1]", "{} {}"})
    void bodyThatIsNotAJsonObjectIsRefusedByArm(String body) {
        Wire.Reply reply = wire.post(Wire.vault("/validateForBackup", Wire.NEW), body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorCode()).isEqualTo("InvalidRequestContent");
        assertThat(reply.body().path("error").has("additionalInfo")).isFalse();
    }

    @Test
    void invalidInputIsTheServicesOwnEnvelope() {
        Wire.Reply reply = wire.validate("{\"objectType\":\"BackupInstance\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorCode()).isEqualTo("BMSUserErrorInvalidInput");
        assertThat(reply.body()
                        .path("error")
                        .path("additionalInfo")
                        .path(0)
                        .path("type")
                        .asText())
                .isEqualTo("UserFacingError");
    }

    @Test
    void acceptWithACharsetTurnsTheServices400IntoABare406() {
        Map<String, String> accept = Map.of("Accept", "application/json; charset=utf-8; IEEE754Compatible=false");

        Wire.Reply invalid = wire.send("POST", Wire.vault("/validateForBackup", Wire.NEW), "{}", accept);
        Wire.Reply valid = wire.send("GET", Wire.vault("", Wire.NEW), null, accept);

        assertThat(invalid.status()).isEqualTo(406);
        assertThat(invalid.raw().body()).isEmpty();
        assertThat(valid.status()).isEqualTo(200);
    }

    @Test
    void requestOfTheProviderIsNamedOnce() {
        Wire.Reply own = wire.get(Wire.vault("", Wire.NEW));
        Wire.Reply arm = wire.get(Wire.SNAPSHOTS + "?api-version=2021-04-01");

        assertThat(own.header("x-ms-request-id")).isEqualTo(own.header("x-ms-correlation-request-id"));
        assertThat(arm.header("x-ms-request-id")).isNotEqualTo(arm.header("x-ms-correlation-request-id"));
    }

    @Test
    void slashesTooManyChangeNothing() {
        assertThat(wire.get("/" + Wire.vault("", Wire.NEW)).status()).isEqualTo(200);
        assertThat(wire.get(Wire.vault("/", Wire.NEW)).status()).isEqualTo(200);
        assertThat(wire.get(Wire.vault("", Wire.NEW).replace("/providers", "//providers"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void correlationIdOfTheCallerIsEchoed() {
        String id = "f36eb67a-8932-42a8-8aba-c5ee2443aa2e";
        Wire.Reply reply = wire.send(
                "GET",
                Wire.vault("", Wire.NEW),
                null,
                Map.of(
                        "x-ms-correlation-request-id", id,
                        "x-ms-client-request-id", "mine",
                        "x-ms-return-client-request-id", "true"));

        assertThat(reply.header("x-ms-correlation-request-id")).isEqualTo(id);
        assertThat(reply.header("x-ms-client-request-id")).isEqualTo("mine");
        assertThat(reply.header("x-ms-request-id")).isNotEqualTo(id).hasSize(36);
        assertThat(reply.header("x-ms-routing-request-id")).matches("WESTUS:\\d{8}T\\d{6}Z:[0-9a-f-]{36}");
    }

    @Test
    void idsHaveNoCaseAndKeepTheirSpelling() {
        Wire.Reply reply = wire.get(Wire.VAULT.toUpperCase() + "?API-VERSION=2025-07-01");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("id").asText()).isEqualTo(Wire.VAULT);
    }
}
