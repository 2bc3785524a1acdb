package dpsh.command;

import dpsh.arm.DpshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a served sandbox is told to do wrong, and how to make it do the same again. */
final class FaultOptions {
    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = "Faults from the start, one on each line as in `sandbox fault add`.")
    private @Nullable Path file;

    @Option(names = "--seed", paramLabel = "N", description = "Make the same IDs and the same dice again.")
    private @Nullable Long seed;

    /** What they say. */
    SandboxServer.Ordeal ordeal() {
        return new SandboxServer.Ordeal(seed, lines());
    }

    /** The file's lines without comments and empty ones. */
    private List<String> lines() {
        if (file == null) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException unreadable) {
            throw new DpshException.Usage("the file " + file + " cannot be read", unreadable.getMessage(), null);
        }
    }
}
