package dpsh.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Stands before the HTTP server, which hides its sockets, and does to connections what only the owner of a socket can: reset
 * them, or answer what is not HTTP. What to do the server says in a header of its answer that goes no further; everything else
 * passes byte for byte.
 */
final class FaultRelay {
    private static final int BACKLOG = 1024;
    private static final int IDLE_MILLIS = 300_000;
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket front;
    private final int backPort;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "sandbox-relay");
        thread.setDaemon(true);
        return thread;
    });

    FaultRelay(int port, int backPort) {
        this.backPort = backPort;
        try {
            front = new ServerSocket();
            front.setReuseAddress(true);
            front.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
        } catch (IOException unbound) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 cannot be bound", unbound);
        }
    }

    void start() {
        threads.execute(this::accept);
    }

    int port() {
        return front.getLocalPort();
    }

    void close() {
        closeQuietly(front);
        open.forEach(FaultRelay::closeQuietly);
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyBroken) {
            // Sockets declare IOException, the interface Exception: a socket that cannot be closed is as good as
            // closed.
            return;
        }
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
                Socket back = new Socket(InetAddress.getByName("127.0.0.1"), backPort)) {
            open.add(back);
            try {
                client.setSoTimeout(IDLE_MILLIS);
                client.setTcpNoDelay(true);
                back.setTcpNoDelay(true);
                relay(client, back);
            } finally {
                open.remove(back);
            }
        } catch (IOException broken) {
            // One side went away; both are closed by now, which is what the other side has to see.
            return;
        } finally {
            open.remove(client);
        }
    }

    private void relay(Socket client, Socket back) throws IOException {
        HttpBytes requests = new HttpBytes(client.getInputStream());
        HttpBytes answers = new HttpBytes(back.getInputStream());
        for (String head = requests.head(); head != null; head = requests.head()) {
            boolean last = isLast(head);
            if (HttpBytes.header(head, "expect").equalsIgnoreCase("100-continue")) {
                client.getOutputStream().write(CONTINUE.getBytes(StandardCharsets.ISO_8859_1));
                head = head.replaceFirst("(?i)\r\nexpect:[^\r]*", "");
            }
            byte[] body = requests.body(head);
            send(back, head, body);
            String answer = answers.head();
            if (answer == null) {
                return;
            }
            boolean bare = head.startsWith("HEAD ");
            byte[] content = bare ? new byte[0] : answers.body(answer);
            RelayOrder order = RelayOrder.in(answer);
            if (order != null) {
                suffer(client, order, RelayOrder.without(answer), content);
                return;
            }
            send(client, answer, content);
            String length = HttpBytes.header(answer, "content-length");
            if (last || (!bare && !length.isEmpty() && content.length < Integer.parseInt(length))) {
                return;
            }
        }
    }

    /** Whether the caller wants the connection closed after the answer. */
    private static boolean isLast(String head) {
        String connection = HttpBytes.header(head, "connection");
        boolean old = head.split("\r\n", 2)[0].endsWith("HTTP/1.0");
        return connection.equalsIgnoreCase("close") || (old && !connection.equalsIgnoreCase("keep-alive"));
    }

    private static void suffer(Socket client, RelayOrder order, String answer, byte[] content) throws IOException {
        switch (order.kind()) {
            case RESET -> reset(client);
            case RESET_IN_BODY -> {
                send(client, answer, Arrays.copyOf(content, Math.min(order.number(), content.length)));
                reset(client);
            }
            case LENGTH -> {
                int wrong = Math.max(0, content.length + order.number());
                send(client, answer.replaceFirst("(?i)(\r\ncontent-length:) *\\d+", "$1 " + wrong), content);
            }
            case GARBAGE -> {
                client.getOutputStream().write(order.text().getBytes(StandardCharsets.UTF_8));
                client.getOutputStream().flush();
            }
        }
    }

    /** Closes with RST: what was not yet read is lost on both sides. */
    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    private static void send(Socket to, String head, byte[] body) throws IOException {
        byte[] headBytes = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] message = new byte[headBytes.length + body.length];
        System.arraycopy(headBytes, 0, message, 0, headBytes.length);
        System.arraycopy(body, 0, message, headBytes.length, body.length);
        OutputStream out = to.getOutputStream();
        out.write(message);
        out.flush();
    }
}
