package dpsh.sandbox.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The keytool of the JDK that runs us: it makes X.509 certificates, so that no code of ours has to. */
final class KeyTool {
    /**
     * NameConstraints (RFC 5280, 4.2.1.10), permitted: the DNS name localhost and what is below it, 127.0.0.0/8, ::1. In DER,
     * since keytool has no words for it.
     */
    private static final String LOOPBACK_ONLY = "303FA03D" + "300B82096C6F63616C686F7374" + "300A87087F000000FF000000"
            + "30228720" + "00000000000000000000000000000001" + "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF";

    private static final String PASSWORD = "DPSH_SANDBOX_STORE";

    private KeyTool() {}

    /** Makes the file with the authority in it. */
    static void makeAuthority(Path file, String password) throws IOException {
        // A directory of the owner's own: the key is readable by nobody else at no time.
        Path inside = Files.createTempDirectory(file.toAbsolutePath().getParent(), "new");
        Path made = inside.resolve("keys.p12");
        run(
                made,
                password,
                List.of(
                        "-alias", LoopbackAuthority.AUTHORITY,
                        "-dname", "CN=dpsh sandbox authority (loopback only), O=dpsh sandbox",
                        "-validity", "3650",
                        "-ext", "bc:critical=ca:true,pathlen:0",
                        "-ext", "ku:critical=keyCertSign,cRLSign",
                        "-ext", "2.5.29.30:critical=" + LOOPBACK_ONLY));
        restrict(made);
        Files.move(made, file);
        Files.delete(inside);
    }

    /** Adds the server's certificate, signed by the authority in the file. */
    static void makeServer(Path file, String password) throws IOException {
        run(
                file,
                password,
                List.of(
                        "-alias", LoopbackAuthority.SERVER,
                        "-signer", LoopbackAuthority.AUTHORITY,
                        "-dname", "CN=localhost, O=dpsh sandbox",
                        "-validity", "365",
                        "-ext", "ku:critical=digitalSignature",
                        "-ext", "eku=serverAuth",
                        "-ext",
                                "san=dns:localhost,dns:*.localhost,dns:management.localhost,dns:login.localhost,"
                                        + "ip:127.0.0.1,ip:::1"));
        restrict(file);
    }

    private static void run(Path file, String password, List<String> what) throws IOException {
        List<String> command = new ArrayList<>(List.of(program(), "-genkeypair"));
        command.addAll(what);
        command.addAll(List.of(
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-startdate",
                "-1H",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass:env",
                PASSWORD));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD, password);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + said.strip());
            }
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool was running", interrupted);
        }
    }

    private static String program() throws IOException {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        for (String name : List.of("keytool", "keytool.exe")) {
            if (Files.isExecutable(bin.resolve(name))) {
                return bin.resolve(name).toString();
            }
        }
        throw new IOException("this Java has no keytool in " + bin + ", which makes the certificates");
    }

    private static void restrict(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            FileAttribute<Set<PosixFilePermission>> own =
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.setPosixFilePermissions(file, own.value());
        }
    }
}
