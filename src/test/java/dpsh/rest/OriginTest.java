package dpsh.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 1: the token goes to one origin. */
class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "https://management.azure.com, https://management.azure.com",
        "HTTPS://Management.Azure.com:443/, https://management.azure.com",
        "https://management.azure.com:8443, https://management.azure.com:8443",
        "http://127.0.0.1:80, http://127.0.0.1",
        "http://127.8.9.10:5000/, http://127.8.9.10:5000",
        "http://[::1]:5000, http://[::1]:5000",
        "http://LocalHost:5000, http://localhost:5000"
    })
    void readsAnEndpoint(String given, String origin) {
        assertThat(Origin.parse(given)).hasToString(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "management.azure.com",
                "https://",
                "https:///x",
                "ftp://127.0.0.1",
                "file:///etc/passwd",
                "http://management.azure.com",
                "http://10.0.0.1:80",
                "http://127.0.0.1.evil.example",
                "http://localhost.evil.example",
                "http://0.0.0.0:80",
                "https://user:secret@management.azure.com",
                "https://management.azure.com/subscriptions",
                "https://management.azure.com?x=1",
                "https://management.azure.com#x",
                "https://a b"
            })
    void refusesWhatIsNoEndpoint(String given) {
        assertThatThrownBy(() -> Origin.parse(given))
                .isInstanceOf(DpshException.Usage.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://management.azure.com/x",
                "https://MANAGEMENT.azure.COM/x?a=b",
                "https://management.azure.com:443/x",
                "HTTPS://management.azure.com",
                "/subscriptions/x?api-version=1",
                "//evil.example/x",
            })
    void allowsItsOwnOrigin(String url) {
        assertThat(azure().allows(url)).isTrue();
        assertThat(azure().resolve("x", url))
                .isEqualTo(url.startsWith("/") ? "https://management.azure.com" + url : url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://management.azure.com/x",
                "https://management.azure.com:8443/x",
                "https://management.azure.com.evil.example/x",
                "https://evil.example/management.azure.com",
                "https://management.azure.com@evil.example/x",
                "https://user@management.azure.com/x",
                "https://user:pw@management.azure.com/x",
                "https://management.azure.com\\@evil.example/x",
                "https://evil.example\\management.azure.com/x",
                "https:management.azure.com/x",
                "ftp://management.azure.com/x",
                "javascript:alert(1)",
                "subscriptions/x",
                " https://management.azure.com/x",
                "https://management.azure.com./x",
                ""
            })
    void refusesEverythingElse(String url) {
        assertThat(azure().allows(url)).isFalse();
        assertThatThrownBy(() -> azure().resolve("read x", url))
                .isInstanceOfSatisfying(DpshException.Transport.class, e -> assertThat(e.mayHaveArrived())
                        .isFalse());
    }

    @Test
    void namesTheForeignOriginWithoutItsQueryOrUser() {
        assertThatThrownBy(() -> azure().resolve("read x", "https://user:pw@evil.example/path?sig=SECRET"))
                .hasMessageContaining("names a foreign origin, evil.example; not followed")
                .hasMessageNotContainingAny("SECRET", "pw", "path");
    }

    @Test
    void loopbackOfAnotherPortIsForeign() {
        OriginGuard guard = new OriginGuard(Origin.parse("http://127.0.0.1:5000"));
        assertThat(guard.allows("http://127.0.0.1:5000/x")).isTrue();
        assertThat(guard.allows("http://127.0.0.1:5001/x")).isFalse();
        assertThat(guard.allows("http://localhost:5000/x")).isFalse();
    }

    @Test
    void cloudsHaveTheirOwnOriginsAndSignInHosts() {
        assertThat(Cloud.parse("AzureUSGovernment")).isSameAs(Cloud.US_GOVERNMENT);
        assertThat(Cloud.parse("china").endpoint()).hasToString("https://management.chinacloudapi.cn");
        assertThat(Cloud.parse("public").scope()).isEqualTo("https://management.azure.com/.default");
        assertThat(Cloud.US_GOVERNMENT.authorityHost())
                .isEqualTo(com.azure.identity.AzureAuthorityHosts.AZURE_GOVERNMENT);
        assertThat(Cloud.CHINA.authorityHost()).isEqualTo(com.azure.identity.AzureAuthorityHosts.AZURE_CHINA);
        assertThat(Cloud.PUBLIC.authorityHost()).isEqualTo(com.azure.identity.AzureAuthorityHosts.AZURE_PUBLIC_CLOUD);
        assertThatThrownBy(() -> Cloud.parse("mars")).isInstanceOf(DpshException.Usage.class);
    }

    private static OriginGuard azure() {
        return new OriginGuard(Origin.parse("https://management.azure.com"));
    }
}
