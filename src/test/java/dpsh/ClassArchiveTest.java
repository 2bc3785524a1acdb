package dpsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive is made from what is shipped, is used, and says nothing where it does not fit. */
class ClassArchiveTest {
    private static final String VERSION = "dpsh 0.1.0 (Java " + System.getProperty("java.version") + ")\n";

    @TempDir
    Path root;

    private InstalledCopy copy;

    @BeforeEach
    void install() throws IOException {
        copy = new InstalledCopy(root.toRealPath());
    }

    private void versionIsSaidAndNothingElse(String state) throws Exception {
        Path log = root.resolve("classes.log");
        copy.environment.put("DPSH_JAVA_OPTS", "-Xlog:class+load:file=" + log);
        Path said = root.resolve("said");
        Process process = copy.command(List.of(), "--version", "--read-only")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).as(state).content().isEqualTo(VERSION);
        assertThat(process.exitValue()).as(state).isZero();
    }

    private boolean wasUsed() throws IOException {
        return Files.readString(root.resolve("classes.log")).contains("dpsh.Main source: shared objects file");
    }

    private Path size() {
        return copy.archive().resolveSibling(copy.archive().getFileName() + ".size");
    }

    private void put(byte[] bytes) throws IOException {
        Files.deleteIfExists(copy.archive());
        Files.write(copy.archive(), bytes);
    }

    /**
     * Red when the launcher leaves out {@code -Xlog:disable}, does not name the archive, or does not look at its size: Java 17 ends
     * with a bus error then.
     */
    @Test
    void theArchiveIsUsedWhenItFitsAndIsSilentOtherwise() throws Exception {
        ClassArchive.main(new String[] {copy.target().toString()});
        assertThat(copy.archive().resolveSibling(copy.archive().getFileName() + ".failed"))
                .doesNotExist();
        versionIsSaidAndNothingElse("as made");
        assertThat(wasUsed()).isTrue();
        assertThat(Files.list(copy.archive().getParent())
                        .map(p -> p.getFileName().toString()))
                .containsExactlyInAnyOrder(
                        copy.archive().getFileName().toString(),
                        size().getFileName().toString(),
                        "lock");
        byte[] good = Files.readAllBytes(copy.archive());

        put(Arrays.copyOf(good, 100_000));
        versionIsSaidAndNothingElse("cut short");
        put(new byte[0]);
        versionIsSaidAndNothingElse("empty");
        byte[] other = "this is no archive".repeat(1000).getBytes(StandardCharsets.UTF_8);
        put(other);
        Files.writeString(size(), other.length + "\n");
        versionIsSaidAndNothingElse("something else");
        put(ofAnotherJava(good));
        Files.writeString(size(), good.length + "\n");
        versionIsSaidAndNothingElse("of another Java");
        assertThat(wasUsed()).isFalse();
        Files.delete(copy.archive());
        Files.createDirectories(copy.archive());
        versionIsSaidAndNothingElse("a directory");
        Files.delete(copy.archive());

        put(good);
        Files.setLastModifiedTime(
                copy.jar(),
                FileTime.from(Files.getLastModifiedTime(copy.jar()).toInstant().plusSeconds(5)));
        versionIsSaidAndNothingElse("of another build");
        assertThat(wasUsed()).isFalse();
    }

    /** The header names the Java that made it. */
    private static byte[] ofAnotherJava(byte[] archive) {
        byte[] changed = archive.clone();
        String header = new String(archive, 0, 8192, StandardCharsets.ISO_8859_1);
        int name = header.indexOf("64-Bit");
        assertThat(name).as("the name of the Java in the header").isPositive();
        changed[name] = '3';
        return changed;
    }

    @Test
    void whoComesSecondLeavesItToTheFirst() throws Exception {
        Files.createDirectories(copy.archive().getParent());
        try (FileChannel channel = FileChannel.open(
                        copy.archive().resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            new ClassArchive(copy.jar(), copy.archive()).make();
            assertThat(copy.archive()).doesNotExist();
        }
    }

    @Test
    void whyThereIsNoneIsWrittenDown() throws Exception {
        Files.writeString(copy.jar(), "no jar");
        ClassArchive archive = new ClassArchive(copy.jar(), copy.archive());
        assertThatThrownBy(archive::make).isInstanceOf(IOException.class);
        assertThat(archive.failed()).content().contains("no prompt came");
        assertThat(copy.archive()).doesNotExist();
        assertThat(copy.archive().resolveSibling("work")).doesNotExist();
        ClassArchive.main(new String[] {copy.target().toString()});
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNobodysTrouble() throws Exception {
        Files.writeString(copy.target().resolve("archive"), "a file where the directory should be");
        ClassArchive.main(new String[] {copy.target().toString()});
        versionIsSaidAndNothingElse("no archive");
    }

    @Test
    void signaturesComeOffAndNothingElseChanges() throws Exception {
        Path lib = copy.target().resolve("lib");
        Path jar;
        try (var files = Files.list(lib)) {
            jar = files.filter(f -> f.getFileName().toString().startsWith("azure-core-1"))
                    .findFirst()
                    .orElseThrow();
        }
        var permissions = PosixFilePermissions.fromString("rw-r--r--");
        Files.setPosixFilePermissions(jar, permissions);
        TreeMap<String, byte[]> before = contents(jar);
        assertThat(before.keySet()).anyMatch(name -> name.endsWith(".SF"));
        assertThat(new Libraries(lib).unsign()).isGreaterThanOrEqualTo(5);
        TreeMap<String, byte[]> after = contents(jar);
        before.keySet().removeIf(name -> name.matches("META-INF/[^/]+\\.(SF|RSA)|META-INF/MANIFEST.MF"));
        after.remove(JarFile.MANIFEST_NAME);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.getManifest().getMainAttributes()).isNotEmpty();
            assertThat(file.getManifest().getEntries()).isEmpty();
        }
        assertThat(Files.getPosixFilePermissions(jar)).isEqualTo(permissions);
        assertThat(new Libraries(lib).unsign()).isZero();
    }

    private static TreeMap<String, byte[]> contents(Path jar) throws IOException {
        TreeMap<String, byte[]> all = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            for (ZipEntry entry : (Iterable<ZipEntry>) file.stream().map(e -> (ZipEntry) e)::iterator) {
                try (InputStream content = file.getInputStream(entry)) {
                    all.put(entry.getName(), content.readAllBytes());
                }
            }
        }
        return all;
    }
}
