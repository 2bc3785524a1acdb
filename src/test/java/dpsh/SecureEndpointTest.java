package dpsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.rest.ExchangeOptions;
import dpsh.rest.Origin;
import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxAccess;
import dpsh.sandbox.SandboxOptions;
import dpsh.sandbox.tls.LoopbackAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** dpsh at a sandbox that speaks https: the authority of its own home is trusted, for this machine and nothing else. */
class SecureEndpointTest {
    @TempDir
    private Path home;

    private static Ran list(Path home, Sandbox sandbox) {
        return Dpsh.bare(
                home, "", List.of("--endpoint", sandbox.endpoint().toString(), "-o", "jsonl", "vault", "list"));
    }

    /** Red without {@code withTrust} in Engine, and with a trust that takes any certificate. */
    @Test
    void trustsTheAuthorityOfItsHomeAndNoOther() throws IOException {
        LoopbackAuthority authority = LoopbackAuthority.in(home.resolve("sandbox-authority"), InstantSource.system());
        SandboxOptions options = FixedHour.inProcess().withAccess(SandboxAccess.OPEN.withTls(authority));
        try (Sandbox sandbox = Sandbox.start(options)) {
            Ran trusted = list(home, sandbox);
            assertThat(trusted.code()).as(trusted.toString()).isZero();
            assertThat(trusted.out().lines()).hasSize(2);
            Path other = home.resolve("other");
            LoopbackAuthority.in(other.resolve("sandbox-authority"), InstantSource.system());
            assertThat(list(other, sandbox).code()).isNotZero();
            assertThat(list(Files.createDirectory(home.resolve("none")), sandbox)
                            .code())
                    .isNotZero();
        }
    }

    /** Red without the check in ExchangeOptions. */
    @Test
    void isNeverTrustedForAnotherMachine() throws NoSuchAlgorithmException {
        SSLContext any = SSLContext.getDefault();
        ExchangeOptions azure = ExchangeOptions.of(Origin.parse("https://management.azure.com"), "dpsh/test");
        assertThatThrownBy(() -> azure.withTrust(any)).isInstanceOf(IllegalArgumentException.class);
    }
}
