package dpsh.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The loopback socket of a sandbox: HTTP in, a {@link Call} through a {@link Delivery} or the {@link ControlDoor}, HTTP out. */
final class HttpFront {
    private static final int BACKLOG = 1024;
    private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)(127\\.0\\.0\\.1|([a-z0-9-]+\\.)*localhost|\\[::1])(:\\d{1,5})?");

    static {
        // Without it the JDK's server answers in 44 ms; it is read once, when the first server is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // The relay, not the server, ends idle connections: it would not see that the server did.
        System.setProperty("sun.net.httpserver.idleInterval", "1000000");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "100000");
    }

    private volatile int securePort;
    private final HttpServer server;
    private final ExecutorService threads;
    private final Delivery delivery;
    private final ControlDoor door;
    private final Ids ids;
    private final SandboxClock clock;

    HttpFront(int port, Delivery delivery, ControlDoor door, SandboxClock clock, Ids ids) {
        this.delivery = delivery;
        this.door = door;
        this.ids = ids;
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
        } catch (IOException unbound) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 cannot be bound", unbound);
        }
        threads = Executors.newCachedThreadPool(work -> daemon(work, "sandbox-request"));
        server.setExecutor(threads);
        server.createContext("/", this::exchange);
    }

    /** Callers who name this port came over TLS, which somebody before us speaks. Said before it starts. */
    void securePort(int port) {
        securePort = port;
    }

    /** Starts; no thread of it keeps the JVM alive. */
    void start() throws InterruptedException {
        Thread starter = daemon(this::startUnlessStopped, "sandbox-start");
        starter.start();
        starter.join();
    }

    /** Whoever is interrupted while it starts stops it at once, and then there is nothing to start. */
    private void startUnlessStopped() {
        try {
            server.start();
        } catch (IllegalStateException stoppedMeanwhile) {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Stops at once; requests under way lose their connection. */
    void close() {
        delivery.close();
        server.stop(0);
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = read(exchange);
            Delivery.Sent sent =
                    door.claims(call.line()) ? Delivery.Sent.whole(door.answer(call)) : delivery.deliver(call);
            Answer answer = sent.answer();
            if (answer != null) {
                write(exchange, answer, sent.bodyBytes());
            }
            // Closing an exchange that was not answered closes its connection.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private Call read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        URI target = exchange.getRequestURI();
        String query = target.getRawQuery();
        RequestLine line = RequestLine.of(exchange.getRequestMethod(), path(target), query == null ? "" : query);
        String correlation = headers.getOrDefault("x-ms-correlation-request-id", "");
        byte[] body = exchange.getRequestBody().readAllBytes();
        return new Call(
                line,
                origin(headers.get("host")),
                Map.copyOf(headers),
                body,
                ids.guid(),
                GUID.matcher(correlation).matches() ? correlation : ids.guid(),
                clock.now(),
                Caller.OPERATOR,
                Map.of(),
                null);
    }

    /** A second slash in front makes java.net.URI take the first segment for a host; ARM takes it for nothing. */
    private static String path(URI target) {
        String authority = target.getScheme() == null ? target.getRawAuthority() : null;
        return authority == null ? target.getRawPath() : "//" + authority + target.getRawPath();
    }

    /** The name that the caller used for us, so that it sees one origin only; nothing but loopback names are echoed. */
    private String origin(@Nullable String host) {
        boolean loopback = host != null && LOOPBACK.matcher(host).matches();
        if (!loopback) {
            return securePort == 0 ? endpoint().toString() : "https://127.0.0.1:" + securePort;
        }
        return (securePort != 0 && host.endsWith(":" + securePort) ? "https://" : "http://") + host;
    }

    private static void write(HttpExchange exchange, Answer answer, int bodyBytes) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body();
        if (body == null || body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, Math.min(body.length, bodyBytes));
        out.flush();
    }
}
