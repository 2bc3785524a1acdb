package dpsh.law;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.command.CommandRunner;
import dpsh.command.NoSandbox;
import dpsh.session.ConfigFile;
import dpsh.session.KnownIndex;
import dpsh.session.Preferences;
import dpsh.session.Profile;
import dpsh.session.Profiles;
import dpsh.session.Saved;
import dpsh.session.Seen;
import dpsh.session.ServiceChoice;
import dpsh.session.Session;
import dpsh.session.Settings;
import dpsh.shell.Greeting;
import dpsh.shell.NoticeBoard;
import dpsh.shell.RealPrompt;
import dpsh.shell.Shell;
import dpsh.shell.Standing;
import dpsh.store.Home;
import dpsh.store.IndexState;
import dpsh.store.KnownResources;
import dpsh.store.LocalDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 8: the prompt does not wait for the network, and what is not needed is not loaded. A real process on the test's class
 * path, with a listener that remembers whoever connects; the JVM itself writes down which classes it loads.
 *
 * <p>Red, each tried: {@code Main.parsed} and {@code Main.promptFirst} carrying out {@code use} before the shell begins;
 * {@code Main.run} making a {@code Sandbox} at its start; {@code KnownIndex.candidates} saying something, which stands for
 * all that it could do beside looking.
 */
class Law08ThePromptDoesNotWaitTest {
    /**
     * Loaded on first need only: runbooks, the database, the HTTP stack, the sign-in library, the sandbox, and whatever a socket
     * or a name's address takes: nobody asks for a newer version, and nobody counts starts. Not in this list:
     * {@code java.sql}, whose types picocli's converters name, and one exception of the database's library, which the verifier
     * loads with the class that catches it.
     */
    private static final List<String> LATER = List.of(
            "groovy.",
            "org.codehaus.groovy.",
            "org.sqlite.",
            "jdk.internal.net.http.",
            "com.azure.",
            "reactor.",
            "com.microsoft.aad.",
            "com.sun.net.httpserver.",
            "sun.net.httpserver.",
            "java.net.Inet4Address",
            "java.net.Inet6Address",
            "sun.nio.ch.NioSocketImpl",
            "sun.nio.ch.SocketChannelImpl",
            "sun.nio.ch.ServerSocketChannelImpl",
            "dpsh.sandbox.");

    @TempDir
    Path directory;

    /** Accepts and remembers connections, and never answers. */
    private static final class Listener implements AutoCloseable {
        private final ServerSocket socket;
        private final List<Socket> connected = new CopyOnWriteArrayList<>();
        private final CountDownLatch first = new CountDownLatch(1);

        Listener() throws IOException {
            socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            Thread thread = new Thread(this::accept, "listener");
            thread.setDaemon(true);
            thread.start();
        }

        private void accept() {
            try {
                while (true) {
                    connected.add(socket.accept());
                    first.countDown();
                }
            } catch (IOException closed) {
                assertThat(socket.isClosed()).isTrue();
            }
        }

        String endpoint() {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
            for (Socket one : connected) {
                one.close();
            }
        }
    }

    private Process start(String terminal, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + directory.resolve("classes.log"),
                "-Ddpsh.terminal=" + terminal,
                "-cp",
                System.getProperty("java.class.path"),
                "dpsh.Main",
                "--home",
                directory.resolve("home").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TERM", "dumb");
        return builder.start();
    }

    /** Reads until the text came; fails when the process ends or goes silent before. */
    private static void await(Process process, Reader output, StringBuilder seen, String wanted) throws Exception {
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            try {
                while (seen.indexOf(wanted) < 0) {
                    int c = output.read();
                    if (c < 0) {
                        throw new AssertionError("it ended before '" + wanted + "':\n" + seen);
                    }
                    seen.append((char) c);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        try {
            reading.get(60, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("'" + wanted + "' never came:\n" + seen, e);
        }
    }

    private List<String> loaded() throws IOException {
        try (Stream<String> lines = Files.lines(directory.resolve("classes.log"))) {
            return lines.map(line -> line.replaceFirst("^(\\[[^]]*])+ *", "").replaceFirst(" .*", ""))
                    .filter(name -> !name.equals("org.sqlite.SQLiteException"))
                    .filter(name -> LATER.stream().anyMatch(name::startsWith))
                    .toList();
        }
    }

    @Test
    void nothingIsAskedOrLoadedBeforeTheFirstPrompt() throws Exception {
        try (Listener listener = new Listener()) {
            promptHelpExit("--endpoint", listener.endpoint());
            assertThat(listener.connected).isEmpty();
        }
    }

    /** These arguments take the way on which the prompt comes before the command language. */
    @Test
    void aPlainStartLoadsNoMore() throws Exception {
        promptHelpExit("--sandbox");
    }

    private void promptHelpExit(String... arguments) throws Exception {
        Process process = start("in,out,err", arguments);
        try (Reader output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
                Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
            StringBuilder seen = new StringBuilder();
            await(process, output, seen, "> ");
            assertThat(loaded()).as("before the first prompt").isEmpty();
            input.write("help\nexit\n");
            input.flush();
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as(seen.toString())
                    .isTrue();
            assertThat(loaded()).as("for help").isEmpty();
            assertThat(directory.resolve("home/dpsh.db")).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Whatever sends asks the session for its service first; here that is written down and refused. */
    @Test
    void tabAsksNobodyAndOffersWhatWasSeen() {
        List<String> asked = new CopyOnWriteArrayList<>();
        NoticeBoard notices = new NoticeBoard(asked::add);
        try (LocalDatabase database =
                new LocalDatabase(Home.of(directory.resolve("home"), Map.of()), Clock.systemUTC())) {
            KnownIndex known = new KnownIndex(new KnownResources(database), "world", Clock.systemUTC(), asked::add);
            known.remember(List.of(new Seen(
                    "vault", ResourceId.parse(Rehearsal.VAULT), "testBkpVault", new Location("westus"), null)));
            new IndexState(database)
                    .refreshed("world", new IndexState.Refreshed(Instant.now(), "Resource Graph", Duration.ZERO));
            ConfigFile config = new ConfigFile(Home.of(directory.resolve("home"), Map.of()), asked::add);
            Preferences preferences = new Preferences(config);
            Profile profile = new Profile(
                    new Profiles(config).find("default"),
                    ServiceChoice.AZURE,
                    "world",
                    "http://127.0.0.1:1",
                    "nowhere",
                    "2025-07-01",
                    false);
            Session session = new Session(
                    profile,
                    () -> {
                        asked.add("the service");
                        throw new IllegalStateException("nobody is there");
                    },
                    known,
                    Settings.PLAIN,
                    Saved.in(Home.of(directory.resolve("home"), Map.of()), config, preferences, "default", asked::add));
            CommandRunner commands = new CommandRunner(() -> session, NoSandbox.doors(), InputStream.nullInputStream());
            Shell.Setup setup = new Shell.Setup(
                    () -> commands,
                    () -> new Standing("nowhere", null, null, null),
                    known,
                    preferences,
                    commands::tell,
                    notices,
                    null,
                    Greeting.NONE);
            try (RealPrompt prompt = RealPrompt.open(setup)) {
                prompt.type("use vault te\t").await(text -> text.contains("use vault testBkpVault"));
                prompt.type("\u0003").type("protect di\t").await(text -> text.contains("protect disk"));
                prompt.type(" msdisk\t\t --policy D\t\t --snap\t").await(text -> text.contains("--snapshot-group"));
                prompt.type("\u0003").type("vault show /sub\t").await(text -> text.contains("/subscriptions/"));
                assertThat(asked).isEmpty();
            }
        }
    }

    /**
     * An earlier session's index is old: it is listed anew, but the first prompt does not wait for that. Red, tried:
     * {@code Revalidator.atPrompt} doing its work itself in place of starting a thread.
     */
    @Test
    void anOldIndexDoesNotKeepThePromptWaiting() throws Exception {
        try (Listener listener = new Listener()) {
            try (LocalDatabase database =
                    new LocalDatabase(Home.of(directory.resolve("home"), Map.of()), Clock.systemUTC())) {
                new KnownIndex(
                                new KnownResources(database),
                                listener.endpoint(),
                                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                                text -> {})
                        .remember(List.of(
                                new Seen("vault", ResourceId.parse(Rehearsal.VAULT), "testBkpVault", null, null)));
            }
            Process process = start("in,out,err", "--endpoint", listener.endpoint());
            try (Reader output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
                    Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
                StringBuilder seen = new StringBuilder();
                await(process, output, seen, "> ");
                assertThat(listener.first.await(60, TimeUnit.SECONDS)).isTrue();
                // The service never answers, and leaving does not wait for it.
                input.write("exit\n");
                input.flush();
                assertThat(process.waitFor(60, TimeUnit.SECONDS))
                        .as(seen.toString())
                        .isTrue();
                assertThat(seen.toString()).doesNotContain("refresh", "Resource Graph", "warning");
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void whatNeedsNoServiceLoadsNone() throws Exception {
        for (String[] line : List.<String[]>of(
                new String[] {"--version"},
                new String[] {"--help"},
                new String[] {"protect", "disk", "--help"},
                new String[] {"help", "="},
                new String[] {"explain", "UserErrorMissingRequiredPermissions"},
                new String[] {"no-such-command"})) {
            Process process = start("", line);
            try {
                process.getOutputStream().close();
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(said).isNotBlank();
                assertThat(loaded()).as(String.join(" ", line)).isEmpty();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void theSandboxIsNotBoundBeforeItIsNeeded() throws Exception {
        Process process = start("", "--sandbox", "-c", "help");
        try {
            process.getOutputStream().close();
            process.getInputStream().readAllBytes();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(loaded()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }
}
