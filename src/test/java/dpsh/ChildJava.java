package dpsh;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The Java of processes that tests start: the tests' class path, the launcher's options, and a class archive, without which
 * each of the many takes a third more of the processor's time. The first test that needs it makes it below {@code target},
 * once for all until a class, a library or Java changes; where it cannot be made, processes do without.
 *
 * <p>Azure's classes are not in it: Debian's Java 17.0.15 crashes when it writes them.
 */
public final class ChildJava {
    private static final Path PLACE = Path.of("target", "child-java").toAbsolutePath();
    /** Good in any directory. */
    private static final List<String> CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList();

    private static final long LONGEST_SECONDS = 120;

    /** What is made for one state of the classes. */
    private final Path directory;

    private ChildJava(Path directory) {
        this.directory = directory;
    }

    /** Made once in a process, when it is first asked for. */
    private static final class Made {
        static final List<String> COMMAND = made();
    }

    /** Everything in front of the main class's name, of a process that says nothing of its own. */
    public static List<String> command() {
        return Made.COMMAND;
    }

    private static List<String> made() {
        try {
            return new ChildJava(PLACE.resolve(identity())).whole();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> whole() throws IOException, InterruptedException {
        lockAndMake();
        List<String> command = new ArrayList<>(options());
        if (Files.exists(archive())) {
            command.add("-XX:SharedArchiveFile=" + archive());
        }
        command.addAll(List.of("-cp", classPath()));
        return List.copyOf(command);
    }

    private static List<String> options() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xlog:disable",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8");
    }

    private Path product() {
        return directory.resolve("dpsh.jar");
    }

    private Path archive() {
        return directory.resolve("classes.jsa");
    }

    /** What is in the archive stands first: it fits a class path that begins so, and directories cannot be in it. */
    private String classPath() {
        List<String> parts = new ArrayList<>(archived());
        parts.addAll(CLASS_PATH.stream().filter(entry -> !isLibrary(entry)).toList());
        return String.join(File.pathSeparator, parts);
    }

    private List<String> archived() {
        return Stream.concat(
                        Stream.of(product().toString()), CLASS_PATH.stream().filter(ChildJava::isLibrary))
                .toList();
    }

    private static boolean isLibrary(String entry) {
        return entry.endsWith(".jar");
    }

    /** Another one for every other Java, library or class. */
    private static String identity() throws IOException {
        List<Object> parts = new ArrayList<>(List.of(Runtime.version(), System.getProperty("java.home")));
        for (String entry : CLASS_PATH) {
            try (Stream<Path> files = Files.walk(Path.of(entry))) {
                for (Path file : files.sorted().toList()) {
                    parts.add(file.toString());
                    parts.add(Files.getLastModifiedTime(file));
                }
            }
        }
        return Integer.toHexString(parts.hashCode());
    }

    /** Several test processes may need it at once; the lock goes with the channel. */
    private void lockAndMake() throws IOException, InterruptedException {
        Files.createDirectories(PLACE);
        try (FileChannel lock =
                FileChannel.open(PLACE.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(product())) {
                removeOthers();
                Files.createDirectory(directory);
                make();
            }
        }
    }

    private static void removeOthers() throws IOException {
        try (Stream<Path> files = Files.walk(PLACE)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(PLACE) && !file.equals(PLACE.resolve("lock"))) {
                    Files.delete(file);
                }
            }
        }
    }

    /** A build may be killed here: what is half done has another name. */
    private void make() throws IOException, InterruptedException {
        Path half = directory.resolve("half");
        pack(half);
        Files.move(half, product());
        if (ends(training())) {
            keepWhatCanBeWritten();
            if (ends(dump(half))) {
                Files.move(half, archive());
            }
        }
    }

    private static void pack(Path jar) {
        String classes =
                Main.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.err, System.err, "--create", "--no-compress", "--file=" + jar, "-C", classes, ".");
        if (code != 0) {
            throw new IllegalStateException(classes + " cannot be packed");
        }
    }

    /** What tests do most, so that its classes are known. */
    private List<String> training() {
        List<String> command = new ArrayList<>(options());
        command.addAll(
                List.of("-XX:DumpLoadedClassList=" + directory.resolve("loaded"), "-cp", classPath(), "dpsh.Main"));
        command.addAll(List.of("--home", directory.resolve("home").toString(), "--sandbox", "--speed", "600"));
        for (String line : List.of("use vault testBkpVault", Seeds.PROTECT_DISK, "operation list -o json", "= 1 + 1")) {
            command.addAll(List.of("-c", line));
        }
        return command;
    }

    private void keepWhatCanBeWritten() throws IOException {
        List<String> loaded = Files.readAllLines(directory.resolve("loaded"));
        loaded.removeIf(name -> name.contains("com/azure/"));
        Files.write(directory.resolve("wanted"), loaded);
    }

    private List<String> dump(Path to) {
        List<String> command = new ArrayList<>(options());
        command.addAll(List.of(
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + directory.resolve("wanted"),
                "-XX:SharedArchiveFile=" + to,
                "-XX:ErrorFile=" + directory.resolve("crash.log"),
                "-XX:-CreateCoredumpOnCrash",
                "-cp",
                String.join(File.pathSeparator, archived())));
        return command;
    }

    private boolean ends(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        process.getOutputStream().close();
        if (process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            return process.exitValue() == 0;
        }
        process.destroyForcibly();
        return false;
    }
}
