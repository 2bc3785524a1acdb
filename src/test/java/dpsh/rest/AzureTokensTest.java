package dpsh.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.identity.CredentialUnavailableException;
import dpsh.arm.DpshException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class AzureTokensTest {
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private final List<SignIn> asked = new ArrayList<>();

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private static String jwt(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2lnbmF0dXJl";
    }

    private record Scripted(SignIn signIn, TokenCredential credential) implements Way {}

    private Way works(SignIn signIn) {
        return way(
                signIn,
                () -> new AccessToken(
                        jwt("{\"upn\":\"jo@contoso.com\",\"oid\":\"o-1\",\"tid\":\"t-1\",\"n\":" + asked.size() + "}"),
                        now.plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC)));
    }

    private Way fails(SignIn signIn, RuntimeException failure) {
        return way(signIn, () -> {
            throw failure;
        });
    }

    private Way way(SignIn signIn, Supplier<AccessToken> token) {
        return new Scripted(
                signIn,
                request -> Mono.fromSupplier(() -> {
                    assertThat(request.getScopes()).containsExactly("https://management.azure.com/.default");
                    asked.add(signIn);
                    return token.get();
                }));
    }

    private static RuntimeException unavailable(String reason) {
        return new CredentialUnavailableException(reason);
    }

    private AzureTokens tokens(Way... ways) {
        return new AzureTokens(Cloud.PUBLIC.scope(), List.of(ways), List.of("hunter2"), clock, null);
    }

    @Test
    void takesTheFirstWayThatWorksAndSaysWhose() {
        AzureTokens tokens =
                tokens(fails(SignIn.MANAGED_IDENTITY, unavailable("no")), works(SignIn.AZ), works(SignIn.BROWSER));
        assertThat(tokens.current()).isNull();
        Token token = tokens.token(false);
        assertThat(token.source()).isEqualTo("az login");
        assertThat(token.account()).isEqualTo("jo@contoso.com");
        assertThat(token.objectId()).isEqualTo("o-1");
        assertThat(token.tenant()).isEqualTo("t-1");
        assertThat(token.expires()).isEqualTo(now.plus(Duration.ofHours(1)));
        assertThat(token.toString()).doesNotContain(token.value());
        assertThat(tokens.current()).isSameAs(token);
    }

    @Test
    void namesEveryWayThatWasTriedAndWhyItFailed() {
        AzureTokens tokens = tokens(
                fails(SignIn.MANAGED_IDENTITY, unavailable("no such machine")),
                fails(SignIn.AZ, unavailable("Azure CLI not installed\n\u001b[31mat line 2; hunter2")),
                works(SignIn.DEVICE_CODE),
                works(SignIn.BROWSER));
        assertThatThrownBy(() -> tokens.token(false))
                .isInstanceOf(DpshException.NotAllowed.class)
                .hasMessageContaining(
                        "managed identity: no such machine; az login: Azure CLI not installed [31mat line 2; ...")
                .hasMessageNotContaining("hunter2");
        assertThat(asked).as("nobody is asked unasked").containsExactly(SignIn.MANAGED_IDENTITY, SignIn.AZ);
    }

    @Test
    void aServicePrincipalThatIsRefusedEndsTheSearch() {
        AzureTokens tokens = tokens(
                fails(
                        SignIn.ENVIRONMENT,
                        new ClientAuthenticationException("AADSTS7000215: Invalid client secret", null)),
                works(SignIn.AZ));
        assertThatThrownBy(() -> tokens.token(false))
                .isInstanceOf(DpshException.NotAllowed.class)
                .hasMessageContaining("environment: AADSTS7000215");
        assertThat(asked).containsExactly(SignIn.ENVIRONMENT);
    }

    @Test
    void keepsATokenUntilFiveMinutesBeforeItExpires() {
        AzureTokens tokens = tokens(works(SignIn.AZ));
        Token first = tokens.token(false);
        now = now.plus(Duration.ofMinutes(54));
        assertThat(tokens.token(false)).isSameAs(first);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(tokens.token(false).value()).isNotEqualTo(first.value());
    }

    @Test
    void renewsARefusedTokenButNotOneThatWasJustFetched() {
        AzureTokens tokens = tokens(works(SignIn.AZ));
        Token first = tokens.token(false);
        assertThat(tokens.token(true)).isSameAs(first);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(tokens.token(true).value()).isNotEqualTo(first.value());
    }

    @Test
    void staysWithTheWayThatWorked() {
        AzureTokens tokens = tokens(fails(SignIn.MANAGED_IDENTITY, unavailable("no")), works(SignIn.AZ));
        tokens.token(false);
        now = now.plus(Duration.ofHours(2));
        tokens.token(false);
        assertThat(asked).containsExactly(SignIn.MANAGED_IDENTITY, SignIn.AZ, SignIn.AZ);
    }

    @Test
    void signsInAnotherWayWhenAskedAndStaysWithIt() {
        AzureTokens tokens = tokens(works(SignIn.AZ), works(SignIn.DEVICE_CODE));
        assertThat(tokens.token(false).source()).isEqualTo("az login");
        assertThat(tokens.login(SignIn.DEVICE_CODE).source()).isEqualTo("device code");
        now = now.plus(Duration.ofHours(2));
        assertThat(tokens.token(false).source()).isEqualTo("device code");
    }

    @Test
    void anInterruptWhileSigningInIsAnInterrupt() {
        AzureTokens tokens = tokens(
                fails(SignIn.MANAGED_IDENTITY, new IllegalStateException(new InterruptedException())),
                works(SignIn.AZ));
        assertThatThrownBy(() -> tokens.token(false)).isInstanceOf(DpshException.Interrupted.class);
        assertThat(asked).containsExactly(SignIn.MANAGED_IDENTITY);
    }

    @Test
    void tellsWhatIsMissingInTheEnvironmentWithoutAskingAnybody() {
        Map<String, String> environment =
                Map.of("AZURE_CLIENT_ID", "app", "AZURE_TENANT_ID", "tenant", "AZURE_FEDERATED_TOKEN_FILE", " ");
        try (HttpStack stack = new HttpStack(Duration.ofSeconds(1), true, null)) {
            List<Way> ways = new AzureWays(Cloud.PUBLIC, environment, stack, said -> {}, () -> false).all();
            assertThat(ways).extracting(Way::signIn).containsExactly(SignIn.values());
            assertThatThrownBy(() -> ways.get(0).credential())
                    .isInstanceOf(Way.Unavailable.class)
                    .hasMessageContaining("AZURE_CLIENT_SECRET");
            assertThatThrownBy(() -> ways.get(1).credential())
                    .isInstanceOf(Way.Unavailable.class)
                    .hasMessage("AZURE_FEDERATED_TOKEN_FILE is not set");
            assertThatThrownBy(() -> ways.get(2).credential())
                    .isInstanceOf(Way.Unavailable.class)
                    .hasMessageContaining("no Azure machine");
            assertThat(stack.threads()).isZero();
        }
    }

    @Test
    void setsUpEveryWayThatTheEnvironmentNames() throws Exception {
        Map<String, String> environment = Map.of(
                "AZURE_CLIENT_ID", "11111111-1111-1111-1111-111111111111",
                "AZURE_TENANT_ID", "22222222-2222-2222-2222-222222222222",
                "AZURE_CLIENT_SECRET", "hunter2",
                "AZURE_FEDERATED_TOKEN_FILE", "/nowhere/token",
                "IDENTITY_ENDPOINT", "http://127.0.0.1:1/");
        try (HttpStack stack = new HttpStack(Duration.ofSeconds(1), true, null)) {
            List<Way> ways = new AzureWays(Cloud.CHINA, environment, stack, said -> {}, () -> {
                        throw new AssertionError("the environment has told already");
                    })
                    .all();
            List<String> made = new ArrayList<>();
            for (Way way : ways) {
                made.add(way.credential().getClass().getSimpleName());
            }
            assertThat(made)
                    .containsExactly(
                            "ClientSecretCredential",
                            "WorkloadIdentityCredential",
                            "ManagedIdentityCredential",
                            "AzureCliCredential",
                            "DeviceCodeCredential",
                            "InteractiveBrowserCredential");
        }
    }

    @Test
    void aTokenThatIsNoJwtSaysNothingAboutItsBearer() {
        for (String odd : new String[] {"", "opaque", "a.b", "a.!!.c", "a.e30.c", "..", "a." + "W10" + ".c"}) {
            assertThat(Claims.of(odd)).as(odd).isEqualTo(new Claims(null, null, null));
        }
        assertThat(Claims.of(jwt("{\"appid\":\"app-1\",\"oid\":7}"))).isEqualTo(new Claims("app-1", null, null));
    }

    @Test
    void sandboxTokensAreUnsignedSayWhoseAndLastAnHour() {
        FakeClock service = new FakeClock();
        SandboxTokens tokens = new SandboxTokens(service::now);
        Token token = tokens.token(false);
        assertThat(token.unsigned()).isTrue();
        assertThat(token.expires()).isEqualTo(service.now().plus(Duration.ofHours(1)));
        assertThat(Claims.of(token.value())).isEqualTo(new Claims(null, SandboxTokens.OBJECT_ID, SandboxTokens.TENANT));
        assertThat(new String(Base64.getUrlDecoder().decode(token.value().split("\\.")[0]), StandardCharsets.UTF_8))
                .contains("\"alg\":\"none\"");
        assertThat(tokens.token(false)).isSameAs(token);
        service.advance(Duration.ofMinutes(1));
        assertThat(tokens.token(true)).isNotEqualTo(token);
        service.advance(Duration.ofMinutes(56));
        assertThat(tokens.token(false).expires()).isAfter(service.now().plus(Duration.ofMinutes(59)));
    }
}
