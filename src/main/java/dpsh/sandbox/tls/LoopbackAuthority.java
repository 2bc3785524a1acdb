package dpsh.sandbox.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority that is good for this machine's loopback only, and the server certificate that it signed. Both are
 * made on first use by the JDK's keytool and kept in a directory of their own: {@code keys.p12} (readable by its owner only)
 * and {@code authority.pem}, the file to trust. The authority is valid for ten years and constrained to {@code localhost},
 * 127.0.0.0/8 and ::1, so that trusting it opens nothing else; the server's certificate is valid for a year and made anew
 * before it ends.
 */
public final class LoopbackAuthority {
    static final String AUTHORITY = "authority";
    static final String SERVER = "server";
    private static final Duration MARGIN = Duration.ofDays(30);
    /** Guards nothing: the file's mode does. PKCS 12 wants a password. */
    private static final String PASSWORD = "loopback";

    private final Path directory;
    private final KeyStore keys;

    private LoopbackAuthority(Path directory, KeyStore keys) {
        this.directory = directory;
        this.keys = keys;
    }

    /**
     * The authority of this directory; made, or its server certificate made anew, when that is due. Several processes may ask
     * at once.
     *
     * @param wall judges when a certificate is near its end
     * @throws IOException when the directory cannot be written or keytool is missing
     */
    public static LoopbackAuthority in(Path directory, InstantSource wall) throws IOException {
        Files.createDirectories(directory);
        try (FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Held until the channel is closed.
            channel.lock();
            Path file = directory.resolve("keys.p12");
            if (!isGood(file, AUTHORITY, wall.instant())) {
                Files.deleteIfExists(file);
                KeyTool.makeAuthority(file, PASSWORD);
            }
            if (!isGood(file, SERVER, wall.instant())) {
                renew(directory, file);
            }
            KeyStore keys = load(file);
            writePem(directory.resolve("authority.pem"), keys.getCertificate(AUTHORITY));
            return new LoopbackAuthority(directory, keys);
        } catch (GeneralSecurityException broken) {
            throw new IOException("the keys in " + directory + " cannot be used: " + broken.getMessage(), broken);
        }
    }

    private static boolean isGood(Path file, String alias, Instant now) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            return false;
        }
        return load(file).getCertificate(alias) instanceof X509Certificate certificate
                && certificate.getNotAfter().toInstant().isAfter(now.plus(MARGIN));
    }

    /** Works on a copy: keytool that is killed leaves the old keys as they were. */
    private static void renew(Path directory, Path file) throws IOException, GeneralSecurityException {
        Path inside = Files.createTempDirectory(directory, "new");
        Path copy = inside.resolve("keys.p12");
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        KeyStore keys = load(copy);
        if (keys.containsAlias(SERVER)) {
            keys.deleteEntry(SERVER);
            try (OutputStream out = Files.newOutputStream(copy)) {
                keys.store(out, PASSWORD.toCharArray());
            }
        }
        KeyTool.makeServer(copy, PASSWORD);
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(inside);
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static void writePem(Path file, Certificate certificate) throws IOException, GeneralSecurityException {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        if (!Files.exists(file) || !Files.readString(file).equals(pem)) {
            Files.writeString(file, pem);
            open(file);
        }
    }

    private static void open(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /** The PEM file to trust. */
    public Path certificate() {
        return directory.resolve("authority.pem");
    }

    /** What a server speaks TLS with. The authority's own key is not part of it. */
    public SSLContext context() {
        try {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            char[] password = PASSWORD.toCharArray();
            own.setKeyEntry(SERVER, keys.getKey(SERVER, password), password, keys.getCertificateChain(SERVER));
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(own, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("The keys in " + directory + " cannot be used", broken);
        }
    }

    /** The server's certificate and the authority's. */
    List<X509Certificate> chain() throws GeneralSecurityException {
        return List.of(keys.getCertificateChain(SERVER)).stream()
                .map(X509Certificate.class::cast)
                .toList();
    }
}
