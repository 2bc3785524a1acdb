package dpsh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The libraries beside the jar, made ready for a quick start by the build. */
final class Libraries {
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    private static final String NATIVE = "org/jline/nativ/";

    private final Path directory;

    /** @param directory where the libraries' jars are */
    Libraries(Path directory) {
        this.directory = directory;
    }

    /**
     * Takes the signatures off the copies of those jars that have one: Java checks each class of a signed jar when it is loaded,
     * and never archives one. Maven has checked the jars' checksums before.
     *
     * @return how many were signed
     */
    int unsign() throws IOException {
        int signed = 0;
        for (Path jar : jars()) {
            if (isSigned(jar)) {
                unsign(jar);
                signed++;
            }
        }
        return signed;
    }

    /** Lays JLine's native code out under a directory, as JLine looks for it; otherwise each start would unpack it anew. */
    void unpackNativeCode(Path target) throws IOException {
        for (Path jar : jars()) {
            if (jar.getFileName().toString().startsWith("jline-")) {
                unpackNativeCode(jar, target);
            }
        }
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isSigned(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            return file.stream()
                    .anyMatch(entry -> SIGNATURE.matcher(entry.getName()).matches());
        }
    }

    private static void unsign(Path jar) throws IOException {
        Path copy = Files.createTempFile(jar.getParent(), "unsigned", ".tmp");
        try {
            try (JarFile from = new JarFile(jar.toFile(), false);
                    ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(copy))) {
                for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    if (!SIGNATURE.matcher(entry.getName()).matches()) {
                        ZipEntry made = new ZipEntry(entry.getName());
                        made.setTime(entry.getTime());
                        to.putNextEntry(made);
                        copy(from, entry, to);
                        to.closeEntry();
                    }
                }
            }
            Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(jar));
            Files.setLastModifiedTime(copy, Files.getLastModifiedTime(jar));
            Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void copy(JarFile from, JarEntry entry, OutputStream to) throws IOException {
        try (InputStream content = from.getInputStream(entry)) {
            if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                Manifest manifest = new Manifest(content);
                // The digests of its entries.
                manifest.getEntries().clear();
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                manifest.write(text);
                to.write(text.toByteArray());
            } else {
                content.transferTo(to);
            }
        }
    }

    private static void unpackNativeCode(Path jar, Path target) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.startsWith(NATIVE) && (name.endsWith(".so") || name.endsWith(".jnilib"))) {
                    Path made = target.resolve(name.substring(NATIVE.length())).normalize();
                    if (made.startsWith(target) && !Files.exists(made)) {
                        Files.createDirectories(made.getParent());
                        Path part = made.resolveSibling(made.getFileName() + ".part");
                        try (InputStream content = file.getInputStream(entry)) {
                            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
                        }
                        Files.move(part, made, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            }
        }
    }
}
