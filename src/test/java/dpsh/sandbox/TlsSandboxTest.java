package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import dpsh.sandbox.tls.LoopbackAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox over https: whoever trusts its authority is served, and Microsoft's own credentials sign in at it. */
class TlsSandboxTest {
    private static final String TENANT = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
    private static final String TENANTS = "/tenants?api-version=2022-12-01";

    @TempDir
    private static Path home;

    private static LoopbackAuthority authority;
    private static Sandbox sandbox;
    private static SSLContext trust;

    @BeforeAll
    static void start() throws Exception {
        authority = LoopbackAuthority.in(home.resolve("tls"), InstantSource.system());
        trust = trusting(authority.certificate());
        sandbox = Sandbox.start(
                Wire.options().withAccess(SandboxAccess.OPEN.withTls(authority).withStrict(true)));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static SSLContext trusting(Path pem) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            trusted.setCertificateEntry(
                    "sandbox", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<String> get(HttpClient client, String url, String token) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient trusting() {
        return HttpClient.newBuilder().sslContext(trust).build();
    }

    private static com.azure.core.http.HttpClient azureClient() {
        return new JdkHttpClientBuilder(HttpClient.newBuilder().sslContext(trust)).build();
    }

    private static TokenRequestContext arm() {
        return new TokenRequestContext().addScopes("https://management.azure.com/.default");
    }

    private static String authorityHost() {
        return "https://localhost:" + sandbox.endpoint().getPort();
    }

    @Test
    void aClientSecretCredentialSignsInAndIsLetIn() throws Exception {
        AccessToken token = new ClientSecretCredentialBuilder()
                .authorityHost(authorityHost())
                .disableInstanceDiscovery()
                .tenantId(TENANT)
                .clientId("0f7c1a52-3a5e-4d0b-9a63-6a1d8f0e4b12")
                .clientSecret("any")
                .httpClient(azureClient())
                .build()
                .getTokenSync(arm());
        assertThat(token.getExpiresAt()).isAfter(OffsetDateTime.now());
        HttpResponse<String> answer = get(trusting(), sandbox.endpoint() + TENANTS, token.getToken());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(get(trusting(), sandbox.endpoint() + TENANTS, "anything").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aWorkloadIdentitySignsInWithTheTokenOfItsCluster() throws IOException {
        Path assertion = Files.writeString(home.resolve("token"), "a.b.c");
        AccessToken token = new WorkloadIdentityCredentialBuilder()
                .authorityHost(authorityHost())
                .disableInstanceDiscovery()
                .tenantId(TENANT)
                .clientId("11112222-bbbb-3333-cccc-4444dddd5555")
                .tokenFilePath(assertion.toString())
                .httpClient(azureClient())
                .build()
                .getTokenSync(arm());
        assertThat(token.getToken()).contains(".");
    }

    @Test
    void urlsInAnswersAreHttpsAtTheHostThatWasAsked() throws Exception {
        String plain = "http://127.0.0.1:" + sandbox.plainEndpoint().getPort();
        String document = "/common/v2.0/.well-known/openid-configuration";
        assertThat(get(trusting(), authorityHost() + document, "").body())
                .contains("\"token_endpoint\":\"" + authorityHost() + "/");
        assertThat(get(HttpClient.newHttpClient(), plain + document, "").body())
                .contains("\"token_endpoint\":\"" + plain + "/");
    }

    @Test
    void whoDoesNotTrustTheAuthorityIsNotServed() {
        assertThatThrownBy(() -> get(HttpClient.newHttpClient(), sandbox.endpoint() + TENANTS, "x"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void aResetBehindIsAResetInFrontAndTheNextConnectionWorks() throws Exception {
        sandbox.faults().next(10, "GET", "/tenants.*", new SandboxFaults.Reset(false));
        assertThatThrownBy(() -> get(trusting(), sandbox.endpoint() + TENANTS, "x"))
                .isInstanceOf(IOException.class);
        sandbox.faults().clear();
        assertThat(get(trusting(), sandbox.endpoint() + TENANTS, "x").statusCode())
                .isEqualTo(401);
    }
}
