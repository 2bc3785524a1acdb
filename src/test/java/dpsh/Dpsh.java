package dpsh;

import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxEstate;
import dpsh.shell.Batch;
import dpsh.shell.Shell;
import dpsh.shell.TerminalFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * dpsh in this process, with a home of its own, at a sandbox that lasts as long as this does. Service time runs {@link #SPEED}
 * times as fast as real time on both ends, so nothing waits for long.
 */
public final class Dpsh implements AutoCloseable {
    public static final int SPEED = 600;

    private static final String TEST_VAULT = Seeds.VAULT + "/backupInstances";
    private static final String EAST_VAULT = Seeds.EAST_VAULT + "/backupInstances";
    private static final String ROLES = "/providers/Microsoft.Authorization/roleAssignments";

    private final Sandbox sandbox;
    private final Path home;
    private final HttpClient http = HttpClient.newHttpClient();

    private Dpsh(Sandbox sandbox, Path home) {
        this.sandbox = sandbox;
        this.home = home;
    }

    /** At the world of the two articles. */
    public static Dpsh atSeeds() {
        return at(SandboxEstate.seeds());
    }

    /** At a world of the test's own. */
    public static Dpsh at(SandboxEstate estate) {
        try {
            Path home = Files.createTempDirectory("dpsh-test");
            return new Dpsh(Sandbox.start(FixedHour.inProcess().withSpeed(SPEED).withEstate(estate)), home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** The directory with the ledger. */
    public Path home() {
        return home;
    }

    /** One run of the process: these arguments, behind those that choose the service. */
    public Ran run(String... arguments) {
        return run("", arguments);
    }

    /** The lines as {@code -c} options of one run. */
    public Ran lines(String... lines) {
        List<String> arguments = new ArrayList<>();
        for (String line : lines) {
            arguments.add("-c");
            arguments.add(line);
        }
        return run("", arguments.toArray(String[]::new));
    }

    /** One line where the articles' vault is. */
    public Ran atVault(String line) {
        return run("--vault", "testBkpVault", "-c", line);
    }

    /** One run with this on standard input. */
    public Ran run(String input, String[] arguments) {
        List<String> all =
                new ArrayList<>(List.of("--endpoint", sandbox.endpoint().toString(), "--speed", String.valueOf(SPEED)));
        all.addAll(List.of(arguments));
        return bare(home, input, all);
    }

    /** One run with exactly these arguments and no other service than they say. */
    public static Ran bare(Path home, String input, List<String> arguments) {
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return bare(home, in, arguments, written -> {});
    }

    /**
     * The same with any standard input.
     *
     * @param watcher gets what is written to either stream, as it is written
     */
    public static Ran bare(Path home, InputStream input, List<String> arguments, Consumer<String> watcher) {
        StringBuilder both = new StringBuilder();
        Tee out = new Tee(both, watcher);
        Tee err = new Tee(both, watcher);
        Batch.Streams streams = new Batch.Streams(input, out, err);
        int code = Main.run(arguments, FixedHour.surroundings(home, streams, TerminalFacts.NONE), Shell::run);
        return new Ran(arguments, code, out.text(), err.text(), both.toString());
    }

    /** The service's own JSON of this, asked for without dpsh. */
    public String raw(String path) {
        String version = path.contains("Microsoft.DataProtection")
                ? "2025-07-01"
                : path.contains("Microsoft.Authorization")
                        ? "2022-04-01"
                        : path.contains("Microsoft.Storage")
                                ? "2023-05-01"
                                : path.contains("/providers/") ? "2023-04-02" : "2022-12-01";
        URI uri = URI.create(sandbox.endpoint() + path + (path.contains("?") ? "&" : "?") + "api-version=" + version);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer test")
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything that a command could change at the service: instances and role assignments. */
    public String world() {
        return String.join(
                "\n",
                raw(TEST_VAULT),
                raw(EAST_VAULT),
                raw("/subscriptions/" + Seeds.OPERATIONS + ROLES),
                raw("/subscriptions/" + Seeds.STORAGE + ROLES));
    }

    @Override
    public void close() {
        sandbox.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what one stream got, and hands it on to the record of both in the order of writing. */
    private static final class Tee extends OutputStream {
        private final ByteArrayOutputStream own = new ByteArrayOutputStream();
        private final StringBuilder both;
        private final Consumer<String> watcher;

        Tee(StringBuilder both, Consumer<String> watcher) {
            this.both = both;
            this.watcher = watcher;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        /** Whole characters only: PrintStream hands over what its encoder made of a string. */
        @Override
        public void write(byte[] bytes, int from, int length) {
            own.write(bytes, from, length);
            String text = new String(bytes, from, length, StandardCharsets.UTF_8);
            synchronized (both) {
                both.append(text);
                watcher.accept(text);
            }
        }

        String text() {
            return own.toString(StandardCharsets.UTF_8);
        }
    }
}
