package dpsh.sandbox.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authority for loopback: made once, kept, renewed before it ends, and good for nothing else. */
class LoopbackAuthorityTest {
    private static final InstantSource NOW = InstantSource.system();

    @TempDir
    private Path home;

    private static InstantSource in(Duration time) {
        Instant then = NOW.instant().plus(time);
        return () -> then;
    }

    @Test
    void isMadeOnFirstUseAndKeptWithItsKeyForTheOwnerOnly() throws Exception {
        LoopbackAuthority first = LoopbackAuthority.in(home.resolve("tls"), NOW);
        LoopbackAuthority second = LoopbackAuthority.in(home.resolve("tls"), NOW);
        assertThat(second.chain()).isEqualTo(first.chain());
        assertThat(Files.readString(first.certificate())).startsWith("-----BEGIN CERTIFICATE-----\n");
        assertThat(mode("keys.p12")).isEqualTo("rw-------");
        assertThat(mode("authority.pem")).isEqualTo("rw-r--r--");
        try (var files = Files.list(home.resolve("tls"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("keys.p12", "authority.pem", "lock");
        }
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.resolve("tls").resolve(file)));
    }

    @Test
    void certifiesLoopbackNamesAndIsConstrainedToThem() throws Exception {
        List<X509Certificate> chain = LoopbackAuthority.in(home, NOW).chain();
        X509Certificate server = chain.get(0);
        X509Certificate authority = chain.get(1);
        assertThat(server.getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(1))))
                .contains("localhost", "*.localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
        assertThat(authority.getCriticalExtensionOIDs()).contains("2.5.29.30");
        assertThat(Duration.between(NOW.instant(), authority.getNotAfter().toInstant())
                        .toDays())
                .isBetween(3640L, 3651L);
        assertThat(Duration.between(NOW.instant(), server.getNotAfter().toInstant())
                        .toDays())
                .isBetween(360L, 366L);
    }

    @Test
    void renewsTheServersCertificateBeforeItEndsAndKeepsTheAuthority() throws Exception {
        List<X509Certificate> first = LoopbackAuthority.in(home, NOW).chain();
        List<X509Certificate> later =
                LoopbackAuthority.in(home, in(Duration.ofDays(340))).chain();
        assertThat(later.get(0)).isNotEqualTo(first.get(0));
        assertThat(later.get(1)).isEqualTo(first.get(1));
    }

    @Test
    void saysWhereItCannotBeMade() throws Exception {
        Path file = Files.writeString(home.resolve("taken"), "");
        assertThatThrownBy(() -> LoopbackAuthority.in(file.resolve("tls"), NOW)).isInstanceOf(IOException.class);
        Files.writeString(home.resolve("keys.p12"), "rubbish");
        assertThatThrownBy(() -> LoopbackAuthority.in(home, NOW)).isInstanceOf(IOException.class);
    }
}
