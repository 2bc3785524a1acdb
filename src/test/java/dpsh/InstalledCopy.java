package dpsh;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * dpsh as somebody has it who has just built it: the launcher and the jar in a directory of their own, with a home of its own. Of
 * the libraries those that the build changes are there; the others stay where they are.
 */
final class InstalledCopy {
    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");

    final Path project;
    final Path home;
    final Map<String, String> environment = new TreeMap<>(System.getenv());

    /** @param root an empty directory; the JVM archives no classes below a name with a blank */
    InstalledCopy(Path root) throws IOException {
        project = Files.createDirectories(root.resolve("project"));
        home = root.resolve("home");
        Files.createDirectories(project.resolve("scripts"));
        Files.copy(Path.of("scripts/dpsh"), launcher(), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(project.resolve("src/main"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Path libraries = Files.createDirectories(target().resolve("lib"));
        List<String> names = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            String name = path.getFileName().toString();
            if (name.matches("(azure|jline)-.*\\.jar")) {
                Files.copy(path, libraries.resolve(name));
                names.add("lib/" + name);
            } else if (name.endsWith(".jar")) {
                // To archive its classes the JVM puts the jar's own directory in front, whatever stands here.
                names.add(target().relativize(path.toRealPath()).toString());
            }
        }
        pack(String.join(" ", names));
        for (String old : List.of("pom.xml", "src/main", "src")) {
            Files.setLastModifiedTime(project.resolve(old), FileTime.from(OLD));
        }
        Files.setLastModifiedTime(jar(), FileTime.from(OLD.plusSeconds(60)));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("DPSH_HOME", home.toString());
        environment.put("TERM", "xterm-256color");
        environment.remove("DPSH_JAVA_OPTS");
        environment.remove("NO_COLOR");
    }

    Path launcher() {
        return project.resolve("scripts/dpsh");
    }

    Path target() {
        return project.resolve("target");
    }

    Path jar() {
        return target().resolve("dpsh.jar");
    }

    /** Where the launcher looks for the archive. */
    Path archive() {
        return ClassArchive.place(target());
    }

    /** What starts the launcher with these arguments. */
    ProcessBuilder command(List<String> prefix, String... arguments) {
        List<String> words = new ArrayList<>(prefix);
        words.add(launcher().toString());
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    private void pack(String libraries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "dpsh.Main");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, libraries);
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "0.1.0");
        Path classes = Path.of("target/classes");
        try (OutputStream file = Files.newOutputStream(jar());
                JarOutputStream packed = new JarOutputStream(file, manifest);
                Stream<Path> all = Files.walk(classes)) {
            packed.setLevel(1);
            for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
                packed.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, packed);
                packed.closeEntry();
            }
        }
    }
}
