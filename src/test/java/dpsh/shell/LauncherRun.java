package dpsh.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A project in a temporary directory with the real launcher, a Java and a Maven that only pretend, and no other tools. */
final class LauncherRun {
    static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> TOOLS = List.of(
            "sh",
            "readlink",
            "dirname",
            "find",
            "head",
            "tail",
            "sed",
            "ln",
            "rm",
            "mkdir",
            "rmdir",
            "touch",
            "stty",
            "sleep",
            "nice",
            "cat",
            "ps",
            "kill");
    final Path project;
    final Path bin;
    final Map<String, String> environment = new HashMap<>();
    private final Path root;

    record Result(int code, String out, String err) {}

    LauncherRun(Path root) throws IOException {
        this.root = root;
        project = Files.createDirectories(root.resolve("the project"));
        bin = Files.createDirectories(root.resolve("bin"));
        Files.createDirectories(project.resolve("scripts"));
        Files.createDirectories(project.resolve("src/main/java"));
        Files.copy(Path.of("scripts/dpsh"), launcher());
        executable(launcher());
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(project.resolve("src/main/java/A.java"), "class A {}");
        for (String tool : TOOLS) {
            for (String directory : List.of("/usr/bin", "/bin")) {
                Path real = Path.of(directory, tool);
                if (Files.isExecutable(real) && !Files.exists(bin.resolve(tool))) {
                    script(bin.resolve(tool), "exec " + real + " \"$@\"\n");
                }
            }
        }
        environment.put("PATH", bin.toString());
        // Prints the jar's content and its own arguments, one to a line; FAKE_CODE is its exit code.
        java(root.resolve("jdk"), "17.0.15");
        Files.createSymbolicLink(bin.resolve("java"), root.resolve("jdk/bin/java"));
        // Counts its calls; writes half a jar, waits while GATE is a fifo that nobody wrote to, writes the rest.
        script(bin.resolve("mvn"), """
            echo "$*" >> "$(dirname "$0")/mvn.calls"
            echo "building in $(pwd -P)"
            if [ -n "${FAKE_MVN_FAILS:-}" ]; then echo "[ERROR] no such luck" >&2; exit 1; fi
            printf 'half ' > target/dpsh.jar
            if [ -n "${GATE:-}" ]; then cat "$GATE" > /dev/null; fi
            echo 'whole' >> target/dpsh.jar
            """);
    }

    Path launcher() {
        return project.resolve("scripts/dpsh");
    }

    Path jar() {
        return project.resolve("target/dpsh.jar");
    }

    Path lock() {
        return project.resolve("target/build.lock");
    }

    /** Makes a Java of that version, with a release file. */
    void java(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), """
            if [ "${1:-}" = -version ]; then echo 'openjdk version "%s" 2026-01-01' >&2; exit 0; fi
            case $* in *ClassArchive*) [ -z "${ARCHIVING:-}" ] || echo "$*" > "$ARCHIVING"; exit 0;; esac
            echo "java %s"
            for a in "$@"; do case $a in */dpsh.jar) cat "$a";; esac; done
            for a in "$@"; do echo "arg:$a"; done
            exit "${FAKE_CODE:-0}"
            """.formatted(version, version));
    }

    /** As after an earlier build: everything old, the jar a little newer. */
    void built() throws IOException {
        Files.createDirectories(project.resolve("target"));
        Files.writeString(jar(), "whole\n");
        Files.setLastModifiedTime(jar(), FileTime.from(OLD.plusSeconds(60)));
        for (String path : List.of("pom.xml", "src/main/java/A.java", "src/main/java", "src/main")) {
            Files.setLastModifiedTime(project.resolve(path), FileTime.from(OLD));
        }
    }

    List<String> mavenCalls() throws IOException {
        Path calls = bin.resolve("mvn.calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    Result run(String... arguments) {
        return finish(start(launcher(), arguments));
    }

    Result runAs(Path launcher, String... arguments) {
        return finish(start(launcher, arguments));
    }

    Process start(Path launcher, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Result finish(Process process) {
        return finish(process, new StringBuilder());
    }

    /** Waits for the end; what was read of standard error before is put in front of the rest. */
    static Result finish(Process process, StringBuilder read) {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the launcher did not end");
            }
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                read.append(line).append('\n');
            }
            return new Result(process.exitValue(), out, read.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        executable(file);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
