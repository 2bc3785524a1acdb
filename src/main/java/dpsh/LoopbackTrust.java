package dpsh;

import dpsh.arm.DpshException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Trust in the authority that `sandbox serve --tls` made in this home, for endpoints on this machine and nothing else. */
final class LoopbackTrust {
    private LoopbackTrust() {}

    /**
     * Null when there is no such authority: then the JVM's own count.
     *
     * @param directory of the authority
     */
    static @Nullable SSLContext of(Path directory) {
        Path file = directory.resolve("authority.pem");
        if (!Files.exists(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            Certificate authority = CertificateFactory.getInstance("X.509").generateCertificate(in);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("sandbox", authority);
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new DpshException.Usage(
                    "the sandbox's certificate " + file + " cannot be read",
                    e.getMessage(),
                    "delete it; `sandbox serve --tls` writes it anew");
        }
    }
}
