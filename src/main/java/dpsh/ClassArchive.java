package dpsh;

import dpsh.shell.PseudoTerminal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the class archive with which a start takes a fraction of the time: the classes that a session and a command load, as
 * the JVM has them in memory. A rehearsal of both writes down which; a third process makes the archive. Run by the build, and by
 * the launcher for a Java that the build did not know; not part of dpsh as people use it.
 *
 * <p>An archive fits one Java and one build. The JVM looks whether it does, and goes without one that does not.
 */
final class ClassArchive {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What is typed in the rehearsal: completion, a list from the sandbox, an expression, help. */
    private static final List<String> TYPED = List.of("vau\t list\r", "use vault test\t\r", "= 1 + 1\r", "help\r");

    private final Path jar;
    private final Path archive;
    private final Path work;

    /**
     * @param jar dpsh's own; its manifest names the libraries
     * @param archive what is made; where it cannot be, a file beside it says why
     */
    ClassArchive(Path jar, Path archive) {
        this.jar = jar;
        this.archive = archive;
        this.work = archive.resolveSibling("work");
    }

    /** Where the archive of the Java that runs belongs: the launcher, which reads the name off that Java's files, looks there. */
    static Path place(Path target) {
        return target.resolve("archive")
                .resolve((System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"))
                                .replace('/', '_')
                        + ".jsa");
    }

    /**
     * Run with the directory of the build, and with the archive to be made unless its place tells. Never fails a build.
     */
    public static void main(String[] arguments) throws InterruptedException {
        Path target = Path.of(arguments[0]);
        Path archive = arguments.length > 1 ? Path.of(arguments[1]) : place(target);
        try {
            Libraries libraries = new Libraries(target.resolve("lib"));
            libraries.unsign();
            libraries.unpackNativeCode(target.resolve("native"));
            new ClassArchive(target.resolve("dpsh.jar"), archive).make();
        } catch (IOException | UnsupportedOperationException e) {
            // Without an archive dpsh starts more slowly, and that is all.
            return;
        }
    }

    /**
     * Makes it, unless somebody else does.
     *
     * @throws IOException when it cannot be; why is in {@link #failed} then, where that can be written
     */
    void make() throws IOException, InterruptedException {
        Files.createDirectories(archive.getParent());
        try (FileChannel channel = FileChannel.open(
                        archive.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (lock == null) {
                return;
            }
            clear();
            Files.deleteIfExists(failed());
            try {
                Files.createDirectories(work);
                Path made = dump(merge(List.of(session(), command())));
                Files.deleteIfExists(archive);
                Files.writeString(beside("size"), Files.size(made) + "\n");
                Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                Files.writeString(failed(), e + System.lineSeparator());
                throw e;
            } finally {
                clear();
            }
        }
    }

    /** What says why there is no archive; nobody tries again before the jar is another one. */
    Path failed() {
        return beside("failed");
    }

    /** {@code size} has the archive's in bytes: the JVM crashes at one that was cut short, and the launcher looks. */
    Path beside(String what) {
        return archive.resolveSibling(archive.getFileName() + "." + what);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    /** A session at a terminal of its own; returns the list of the classes that it loaded. */
    private Path session() throws IOException, InterruptedException {
        Path list = work.resolve("session.classes");
        try (PseudoTerminal terminal = PseudoTerminal.open(120, 40, shown -> {})) {
            ProcessBuilder builder = java(
                    List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + list, "-Ddpsh.terminal=in,out,err"),
                    List.of("--sandbox"));
            builder.environment().put("TERM", "xterm-256color");
            Process process = terminal.start(builder);
            try {
                for (String keys : TYPED) {
                    awaitPrompt(terminal, keys);
                    terminal.type(keys);
                }
                awaitPrompt(terminal, "exit");
                terminal.type("exit\r");
                await(process, "a session");
            } finally {
                process.destroyForcibly();
            }
        }
        return list;
    }

    /** The answer to Tab repeats the prompt: only what begins a line of its own counts. */
    private static void awaitPrompt(PseudoTerminal terminal, String before) throws IOException, InterruptedException {
        if (!terminal.await(
                text -> text.contains("\u001b[?2004h") && text.stripTrailing().endsWith(">"), PATIENCE)) {
            throw new IOException("no prompt came before " + before.strip());
        }
    }

    /** Commands without a terminal; returns the list of the classes that they loaded. */
    private Path command() throws IOException, InterruptedException {
        Path list = work.resolve("command.classes");
        ProcessBuilder builder = java(
                List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + list),
                List.of("--sandbox", "-c", "vault list", "-c", "vault list -o json"));
        await(quiet(builder).start(), "a command");
        return list;
    }

    /** Classes that another loader than the application's made are not wanted, and their numbers mean nothing in two lists. */
    private Path merge(List<Path> lists) throws IOException {
        Set<String> all = new LinkedHashSet<>();
        for (Path list : lists) {
            try (Stream<String> lines = Files.lines(list)) {
                lines.filter(line -> !line.startsWith("#") && !line.contains(" source:"))
                        .map(line -> line.replaceFirst(" id: .*", ""))
                        .forEach(all::add);
            }
        }
        return Files.write(work.resolve("all.classes"), all);
    }

    private Path dump(Path classes) throws IOException, InterruptedException {
        Path made = work.resolve("made.jsa");
        ProcessBuilder builder = java(
                List.of(
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + classes,
                        "-XX:SharedArchiveFile=" + made,
                        "-XX:ErrorFile=" + work.resolve("crash.log"),
                        "-XX:-CreateCoredumpOnCrash"),
                List.of());
        await(quiet(builder).start(), "the dump");
        return made;
    }

    private ProcessBuilder java(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        if (!arguments.isEmpty()) {
            command.addAll(List.of("--home", work.resolve("home").toString()));
            command.addAll(arguments);
        }
        return new ProcessBuilder(command);
    }

    private static ProcessBuilder quiet(ProcessBuilder builder) {
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    private static void await(Process process, String what) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(what + " did not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException(what + " ended with " + process.exitValue());
        }
    }

    private void clear() throws IOException {
        if (Files.isDirectory(work)) {
            try (Stream<Path> all = Files.walk(work)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
