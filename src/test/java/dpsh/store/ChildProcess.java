package dpsh.store;

import dpsh.ChildJava;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Another JVM that runs {@link LedgerProcess}; killed at the end whatever happened. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final Writer input;

    private ChildProcess(List<String> command) {
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        input = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** @param temporary its {@code java.io.tmpdir} */
    static ChildProcess start(Path temporary, String... arguments) {
        return new ChildProcess(java(temporary, arguments));
    }

    /** One that cannot make a file longer than so many KiB, like a disk without room. */
    static ChildProcess startWithLongestFile(int kibibytes, Path temporary, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "ulimit -f " + 2 * kibibytes + " && exec \"$@\"", "sh"));
        command.addAll(java(temporary, arguments));
        return new ChildProcess(command);
    }

    private static List<String> java(Path temporary, String... arguments) {
        List<String> command = new ArrayList<>(ChildJava.command());
        command.addAll(List.of("-Djava.io.tmpdir=" + temporary, LedgerProcess.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    @Nullable
    String line() throws IOException {
        return output.readLine();
    }

    /** What it printed and was not read yet, after it ended. */
    List<String> remainingLines() {
        return output.lines().toList();
    }

    void send(String line) throws IOException {
        input.write(line + "\n");
        input.flush();
    }

    /** SIGKILL; what it printed before can still be read. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        waitForEnd();
    }

    int waitForEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the other process does not end");
        }
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
