package dpsh.process;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between dpsh and a sandbox, keeps the lines of the requests that came, and lets a test act at one moment of an
 * exchange. dpsh only knows the relay's address, and the sandbox names URLs at the address that it was asked at.
 */
final class Relay implements AutoCloseable {
    /** A moment of an exchange. */
    enum Moment {
        /** The head of the request came, its body was not read; the sandbox has nothing of it. */
        BEGUN,
        /** The whole request came; the sandbox has nothing of it. */
        ARRIVED,
        /** The sandbox has carried it out and answered; dpsh has nothing of the answer. */
        HANDLED,
        /** The last byte of the answer went out to dpsh. */
        ANSWERED
    }

    /** Told of each moment of each exchange, on the exchange's thread; what it does happens before anything goes on. */
    interface Watcher {
        /**
         * @param line such as {@code PUT /subscriptions/…}, without the query
         * @return whether to go on; otherwise the connection is closed and nothing more is forwarded
         */
        boolean at(Moment moment, String line);
    }

    /**
     * What the sandbox said, whether dpsh got to hear it or not.
     *
     * @param line such as {@code PUT /subscriptions/…}, without the query
     */
    record Answer(String line, int status) {}

    private final ServerSocket front;
    private final int back;
    private final Watcher watcher;
    private final List<String> forwarded = new CopyOnWriteArrayList<>();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "test-relay");
        thread.setDaemon(true);
        return thread;
    });

    Relay(URI sandbox, Watcher watcher) {
        this.back = sandbox.getPort();
        this.watcher = watcher;
        try {
            front = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** One that only keeps the lines. */
    static Relay to(URI sandbox) {
        return new Relay(sandbox, (moment, line) -> true);
    }

    String endpoint() {
        return "http://127.0.0.1:" + front.getLocalPort();
    }

    /** The lines of the requests that the sandbox got, in their order. */
    List<String> forwarded() {
        return List.copyOf(forwarded);
    }

    /** Those that are no reads. */
    List<String> changes() {
        return forwarded.stream()
                .filter(line -> line.startsWith("PUT ") || line.startsWith("DELETE ") || line.startsWith("PATCH "))
                .toList();
    }

    /** What the sandbox answered, in its order. */
    List<Answer> answers() {
        return List.copyOf(answers);
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                Socket client = front.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket service = new Socket(InetAddress.getByName("127.0.0.1"), back)) {
            open.add(service);
            client.setTcpNoDelay(true);
            service.setTcpNoDelay(true);
            InputStream requests = new BufferedInputStream(client.getInputStream());
            InputStream fromSandbox = new BufferedInputStream(service.getInputStream());
            while (exchange(requests, fromSandbox, client, service)) {
                // the next request on the same connection
            }
            open.remove(service);
        } catch (IOException broken) {
            // One side went away. Both sockets are closed by now, which is what the other side has to see.
            return;
        } finally {
            open.remove(client);
        }
    }

    private boolean exchange(InputStream requests, InputStream fromSandbox, Socket client, Socket service)
            throws IOException {
        byte[] head = head(requests);
        if (head.length == 0) {
            return false;
        }
        String line = line(head);
        if (!watcher.at(Moment.BEGUN, line)) {
            return false;
        }
        byte[] request = whole(head, requests);
        if (!watcher.at(Moment.ARRIVED, line)) {
            return false;
        }
        forwarded.add(line);
        service.getOutputStream().write(request);
        byte[] answerHead = head(fromSandbox);
        if (answerHead.length == 0) {
            return false;
        }
        answers.add(new Answer(line, status(answerHead)));
        byte[] answer = whole(answerHead, fromSandbox);
        if (!watcher.at(Moment.HANDLED, line)) {
            return false;
        }
        client.getOutputStream().write(answer);
        return watcher.at(Moment.ANSWERED, line);
    }

    /** Method and path. */
    private static String line(byte[] requestHead) {
        String head = new String(requestHead, StandardCharsets.ISO_8859_1);
        String[] words = head.substring(0, head.indexOf('\r')).split(" ", 3);
        int question = words[1].indexOf('?');
        return words[0] + " " + (question < 0 ? words[1] : words[1].substring(0, question));
    }

    /** Of a line such as {@code HTTP/1.1 200 OK}. */
    private static int status(byte[] answerHead) {
        return Integer.parseInt(new String(answerHead, 9, 3, StandardCharsets.ISO_8859_1));
    }

    /** The head of a message with its last empty line; empty when the connection ended instead. */
    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int last4 = 0; last4 != 0x0d0a0d0a; ) {
            int next = in.read();
            if (next < 0) {
                return new byte[0];
            }
            head.write(next);
            last4 = last4 << 8 | next;
        }
        return head.toByteArray();
    }

    /** The message of this head: with a Content-Length or without a body, which is all that either side sends here. */
    private static byte[] whole(byte[] head, InputStream in) throws IOException {
        int length = 0;
        for (String line : new String(head, StandardCharsets.ISO_8859_1).split("\r\n")) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length =
                        Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
            }
            if (lower.startsWith("transfer-encoding:")) {
                throw new IllegalStateException("the relay does not know chunks");
            }
        }
        byte[] body = in.readNBytes(length);
        byte[] message = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        return message;
    }

    @Override
    public void close() {
        closeQuietly(front);
        open.forEach(Relay::closeQuietly);
        threads.shutdownNow();
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyBroken) {
            // AutoCloseable declares Exception: a socket that cannot be closed is as good as closed.
            return;
        }
    }
}
