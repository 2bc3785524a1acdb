package dpsh.runbook;

import dpsh.Dpsh;
import dpsh.Ran;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runbooks of a test in a directory of their own, run by dpsh at a sandbox of their own. */
final class Runbooks implements AutoCloseable {
    private final Dpsh dpsh = Dpsh.atSeeds();
    private final Path directory;

    Runbooks() {
        try {
            directory = Files.createTempDirectory("dpsh-runbooks");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dpsh dpsh() {
        return dpsh;
    }

    Path directory() {
        return directory;
    }

    /** A file with these lines. */
    Path file(String name, String... lines) {
        return bytes(name, (String.join("\n", lines) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Path bytes(String name, byte[] bytes) {
        try {
            return Files.write(directory.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code [before...] run FILE [behind...]} where the articles' vault is. */
    Ran run(Path file, List<String> before, String... behind) {
        List<String> words = new ArrayList<>(List.of("--vault", "testBkpVault"));
        words.addAll(before);
        words.add("run");
        words.add(file.toString());
        words.addAll(List.of(behind));
        return dpsh.run(words.toArray(String[]::new));
    }

    /** Runs these lines as a runbook called {@code book.groovy}. */
    Ran script(String... lines) {
        return run(file("book.groovy", lines), List.of());
    }

    @Override
    public void close() {
        dpsh.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
