package dpsh.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A server that answers each method and path with what it was told, one answer after the other; the last one repeats. What
 * nobody told it is answered 404 in ARM's envelope.
 */
public final class ScriptedArm implements AutoCloseable {
    /** A request as it arrived, and the service time at which it did. */
    public record Arrived(String method, String target, String body, Map<String, String> headers, Instant at) {
        /** Method and path, without the query. */
        public String line() {
            int question = target.indexOf('?');
            return method + " " + (question < 0 ? target : target.substring(0, question));
        }

        /** Whether it could change something: everything but GET and the POST that validates. */
        public boolean changes() {
            return !method.equals("GET") && !line().endsWith("/validateForBackup");
        }
    }

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Deque<MockResponse>> answers = new ConcurrentHashMap<>();
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private volatile Consumer<Arrived> witness = request -> {};

    public ScriptedArm() {
        this(Instant::now);
    }

    /** @param clock tells when a request arrives */
    public ScriptedArm(Supplier<Instant> clock) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                Map<String, String> headers = new ConcurrentHashMap<>();
                request.getHeaders().forEach(h -> headers.put(h.getFirst().toLowerCase(Locale.ROOT), h.getSecond()));
                Arrived one = new Arrived(request.getMethod(), request.getTarget(), body, headers, clock.get());
                arrived.add(one);
                witness.accept(one);
                return answer(one.line());
            }
        });
        try {
            server.start(InetAddress.getByName("127.0.0.1"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized MockResponse answer(String line) {
        Deque<MockResponse> left = answers.get(line.toLowerCase(Locale.ROOT));
        if (left == null) {
            return json(404, "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"nothing at " + line + "\"}}")
                    .build();
        }
        return left.size() > 1 ? left.removeFirst() : left.getFirst();
    }

    /** @param line method and path, such as {@code GET /subscriptions}; compared without case */
    public synchronized ScriptedArm on(String line, MockResponse.Builder... told) {
        Deque<MockResponse> left = new ArrayDeque<>();
        for (MockResponse.Builder one : told) {
            left.add(one.build());
        }
        answers.put(line.toLowerCase(Locale.ROOT), left);
        return this;
    }

    /** Told of each request before it is answered. */
    public void witness(Consumer<Arrived> who) {
        witness = who;
    }

    public static MockResponse.Builder json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json; charset=utf-8")
                .body(body);
    }

    public static MockResponse.Builder empty(int status) {
        return new MockResponse.Builder().code(status);
    }

    /** An operation's status body. */
    public static MockResponse.Builder status(String word) {
        return json(200, "{\"status\":\"" + word + "\",\"endTime\":\"0001-01-01T00:00:00Z\"}");
    }

    public String root() {
        return "http://127.0.0.1:" + server.getPort();
    }

    public List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    public List<Arrived> arrived(String line) {
        return arrived.stream().filter(one -> one.line().equalsIgnoreCase(line)).toList();
    }

    /** The lines of everything that could change something. */
    public List<String> changes() {
        return arrived.stream().filter(Arrived::changes).map(Arrived::line).toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
