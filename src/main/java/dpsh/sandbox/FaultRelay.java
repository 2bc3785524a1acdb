package dpsh.sandbox;

import dpsh.sandbox.net.LoopbackRelay;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Stands before the HTTP server, which hides its sockets, and does to connections what only the owner of a socket can: reset
 * them, or answer what is not HTTP. What to do the server says in a header of its answer that goes no further; everything else
 * passes byte for byte.
 */
final class FaultRelay {
    private static final int IDLE_MILLIS = 300_000;
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    private final LoopbackRelay listener;

    FaultRelay(int port, int backPort) {
        listener = new LoopbackRelay(port, backPort, "sandbox-relay", this::relay);
    }

    void start() {
        listener.start();
    }

    int port() {
        return listener.port();
    }

    void close() {
        listener.close();
    }

    private void relay(Socket client, Socket back) throws IOException {
        client.setSoTimeout(IDLE_MILLIS);
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
