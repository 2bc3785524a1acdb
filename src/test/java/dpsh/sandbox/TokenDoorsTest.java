package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where tokens are handed out: a machine's metadata service, App Service's endpoint, an authority, ARM's cloud metadata. */
class TokenDoorsTest {
    private static final String ARM = "https://management.azure.com/";
    private static final String IMDS = "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=" + ARM;
    private static final String TENANT = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
    private static final Map<String, String> METADATA = Map.of("Metadata", "true", "Authorization", "");
    private static final Map<String, String> FORM =
            Map.of("Content-Type", "application/x-www-form-urlencoded", "Authorization", "");

    private final Wire wire = new Wire();

    @AfterEach
    void stop() {
        wire.close();
    }

    private static JsonNode claims(String token) {
        return Wire.json(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private Wire.Reply token(String form) {
        return wire.send("POST", "/" + TENANT + "/oauth2/v2.0/token", form, FORM);
    }

    @Test
    void aMachineGetsATokenThatSaysWhoItIsAndUntilWhen() {
        Wire.Reply reply = wire.send("GET", IMDS, null, METADATA);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(reply.body().path("resource").asText()).isEqualTo(ARM);
        assertThat(reply.body().path("expires_on").isTextual()).isTrue();
        JsonNode claims = claims(reply.body().path("access_token").asText());
        assertThat(claims.path("aud").asText()).isEqualTo(ARM);
        assertThat(claims.path("tid").asText()).isEqualTo(TENANT);
        assertThat(claims.path("oid").asText()).isEqualTo(Caller.OPERATOR.objectId());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(86_400);
        assertThat(claims.path("exp").asText())
                .isEqualTo(reply.body().path("expires_on").asText());
        assertThat(claims.path("iat").asLong())
                .isLessThanOrEqualTo(Clock.systemUTC().instant().getEpochSecond());
    }

    @Test
    void aMachineWithoutTheHeaderOrTheResourceIsRefused() {
        Wire.Reply bare = wire.send("GET", IMDS, null, Map.of("Authorization", ""));
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.body().path("error_description").asText()).contains("metadata header");
        Wire.Reply without = wire.send("GET", "/metadata/identity/oauth2/token?api-version=2018-02-01", null, METADATA);
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.body().path("error_description").asText()).contains("'resource'");
        Wire.Reply foreign = wire.send(
                "GET",
                "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://vault.azure.net",
                null,
                METADATA);
        assertThat(foreign.body().path("error").asText()).isEqualTo("invalid_resource");
    }

    @Test
    void aUserAssignedIdentityIsNamedByAnyOfItsIdsAndMustBeThere() {
        String id = Wire.OPERATIONS + "/resourceGroups/TestBkpVaultRG/providers/Microsoft.ManagedIdentity/"
                + "userAssignedIdentities/backup-runner";
        JsonNode made = wire.put(id + "?api-version=2023-01-31", "{\"location\":\"westus\"}")
                .body();
        String principal = made.path("properties").path("principalId").asText();
        for (String named : new String[] {
            "client_id=" + made.path("properties").path("clientId").asText(),
            "object_id=" + principal,
            "msi_res_id=" + id
        }) {
            Wire.Reply reply = wire.send("GET", IMDS + "&" + named, null, METADATA);
            assertThat(claims(reply.body().path("access_token").asText())
                            .path("oid")
                            .asText())
                    .isEqualTo(principal);
        }
        Wire.Reply unknown = wire.send("GET", IMDS + "&client_id=99999999-0000-0000-0000-000000000000", null, METADATA);
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body().path("error_description").asText()).isEqualTo("Identity not found");
    }

    @Test
    void anAppGetsATokenWithItsHeaderOnly() {
        String path = "/msi/token?api-version=2019-08-01&resource=" + ARM;
        Wire.Reply reply = wire.send("GET", path, null, Map.of("X-IDENTITY-HEADER", "anything", "Authorization", ""));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("access_token").asText()).contains(".");
        assertThat(wire.send("GET", path, null, Map.of("Authorization", "")).status())
                .isEqualTo(401);
    }

    @Test
    void anApplicationSignsInWithASecretOrAnAssertionAndNotWithout() {
        String who = "grant_type=client_credentials&client_id=11112222-bbbb-3333-cccc-4444dddd5555"
                + "&scope=https%3A%2F%2Fmanagement.azure.com%2F.default";
        Wire.Reply reply = token(who + "&client_secret=s");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("expires_in").isNumber()).isTrue();
        JsonNode claims = claims(reply.body().path("access_token").asText());
        assertThat(claims.path("aud").asText()).isEqualTo("https://management.azure.com");
        assertThat(claims.path("appid").asText()).isEqualTo("11112222-bbbb-3333-cccc-4444dddd5555");
        JsonNode again = claims(token(who + "&client_assertion=a&client_assertion_type=t")
                .body()
                .path("access_token")
                .asText());
        assertThat(again.path("oid")).isEqualTo(claims.path("oid"));
        Wire.Reply refused = token(who);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body().path("error_codes").get(0).asInt()).isEqualTo(7000216);
        assertThat(token(who + "&client_secret=s&grant_type=magic")
                        .body()
                        .path("error")
                        .asText())
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void aPersonSignsInWithADeviceCodeAndStaysWithARefreshToken() {
        Wire.Reply code =
                wire.send("POST", "/common/oauth2/v2.0/devicecode", "client_id=x&scope=" + ARM + ".default", FORM);
        assertThat(code.body().path("user_code").asText()).isNotEmpty();
        Wire.Reply first = token("client_id=x&grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code="
                + code.body().path("device_code").asText() + "&scope=" + ARM + "/.default");
        assertThat(claims(first.body().path("access_token").asText())
                        .path("oid")
                        .asText())
                .isEqualTo(Caller.OPERATOR.objectId());
        Wire.Reply second = token("client_id=x&grant_type=refresh_token&refresh_token="
                + first.body().path("refresh_token").asText());
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("id_token").asText()).isNotEmpty();
    }

    @Test
    void theAuthorityDescribesItselfAtTheOriginThatWasAsked() {
        JsonNode configuration = wire.send(
                        "GET",
                        "/" + TENANT + "/v2.0/.well-known/openid-configuration",
                        null,
                        Map.of("Authorization", ""))
                .body();
        assertThat(configuration.path("token_endpoint").asText())
                .isEqualTo(wire.sandbox.endpoint() + "/" + TENANT + "/oauth2/v2.0/token");
        JsonNode discovery = wire.send(
                        "GET",
                        "/common/discovery/instance?api-version=1.1&authorization_endpoint=x",
                        null,
                        Map.of("Authorization", ""))
                .body();
        assertThat(discovery.path("metadata").get(0).path("aliases").get(0).asText())
                .isEqualTo("127.0.0.1:" + wire.sandbox.endpoint().getPort());
        Wire.Reply elsewhere =
                wire.send("POST", "/99999999-0000-0000-0000-000000000000/oauth2/v2.0/token", "client_id=x", FORM);
        assertThat(elsewhere.body().path("error_codes").get(0).asInt()).isEqualTo(90002);
    }

    @Test
    void cloudMetadataComesInTheShapeOfItsVersion() {
        JsonNode old = wire.send("GET", "/metadata/endpoints?api-version=2015-01-01", null, Map.of())
                .body();
        assertThat(old.path("authentication").path("loginEndpoint").asText()).isEqualTo(wire.sandbox.endpoint() + "/");
        JsonNode list = wire.send("GET", "/metadata/endpoints?api-version=2019-05-01", null, Map.of())
                .body();
        assertThat(list.isArray()).isTrue();
        JsonNode now = wire.send("GET", "/metadata/endpoints?api-version=2022-09-01", null, Map.of())
                .body();
        assertThat(now.path("resourceManager").asText()).isEqualTo(wire.sandbox.endpoint() + "/");
        assertThat(now.path("resourceIdentifiers").path("microsoftGraph").asText())
                .isNotEmpty();
    }
}
