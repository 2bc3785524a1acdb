package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo https://a.blob.core.windows.net/c/b?sv=2024-01-01&se=2026-01-01T00%3A00%3A00Z&sp=r&sig=aB%2Fc%3D",
                "echo sig=abc",
                "echo 'Authorization: Bearer abc'",
                "echo 'bearer abc'",
                "echo '\"authorization\": \"Basic Zm9v\"'",
                "echo eyJ0eXAiOiJKV1QiLCJhbGciOi.eyJhdWQiOiJo.c2ln",
                "login --password hunter2",
                "login --client-secret=hunter2",
                "login --client-secret hunter2",
                "login --sas-token x",
                "= token = 'abc'",
                "= def apiKey = \"abc\"",
                "= env['AZURE_CLIENT_SECRET'] = 'x'",
                "= [clientSecret: 'x']",
                "= [\"client_secret\": \"x\"]",
                "AZURE_CLIENT_SECRET=x status",
                "echo DefaultEndpointsProtocol=https;AccountName=a;AccountKey=Zm9v;EndpointSuffix=core.windows.net",
                "echo Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=k;SharedAccessKey=Zm9v",
                "echo SharedAccessSignature=abc",
                "echo Zm9vYmFyYmF6Zm9vYmFyYmF6Zm9vYmFyYmF6Zm9vYmFyYmF6Zm9vYmFyYmF6Zm9vYmFyYmF6Zm9vYmFyYmF6+/==",
                "echo aBc8Q~0123456789abcdefghijABCDEFGHIJ_.-~",
                "token 0123456789abcdef0123",
                "echo '-----BEGIN RSA PRIVATE KEY-----'",
                "vault list --endpoint https://user:pass@example.com/"
            })
    void isSeenIn(String line) {
        assertThat(Secrets.in(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explain token",
                "explain UserErrorTokenExpired",
                "help secrets",
                "vault list --query \"[?name=='testBkpVault']\"",
                "protect disk /subscriptions/0000-11/resourceGroups/RG/providers/Microsoft.Compute/disks/key-disk",
                "instance list -o json",
                "= _.findAll { it.key == 'x' }",
                "status --subscription 'Backup Operations'",
                "operation show 3f2504e0-4f89-41d3-9a0c-0305e82c3301",
                "login --tenant contoso.example",
                "use vault sig"
            })
    void isNotSeenIn(String line) {
        assertThat(Secrets.in(line)).isFalse();
    }

    /** Takes minutes when a sign can be matched in more than one way over a long run of the same. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "token", "A+", "-", "--", "x:", "secret_", " "})
    void isLookedForInLongLinesToo(String part) {
        assertThat(Secrets.in(part.repeat(32 * 1024 / part.length()))).isFalse();
    }
}
