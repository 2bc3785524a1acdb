package dpsh.sandbox.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Speaks TLS on 127.0.0.1 and hands the plain bytes to a port behind it. It changes nothing on the way, and what happens to
 * the connection behind it happens to the one before it: a reset is a reset, a cut a cut. What it cannot pass on is bytes
 * that are no TLS: garbage arrives as garbage inside of TLS.
 */
public final class TlsFront implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final int BUFFER = 16 * 1024;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket front;
    private final SSLContext context;
    private final int backPort;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "sandbox-tls");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Binds the port; {@link #start} lets callers in.
     *
     * @param port 0 for any that is free
     * @throws UncheckedIOException when the port is taken
     */
    public TlsFront(int port, int backPort, SSLContext context) {
        this.context = context;
        this.backPort = backPort;
        try {
            front = new ServerSocket();
            front.setReuseAddress(true);
            front.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
        } catch (IOException unbound) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 cannot be bound", unbound);
        }
    }

    public void start() {
        threads.execute(this::accept);
    }

    public int port() {
        return front.getLocalPort();
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
                Socket back = new Socket(InetAddress.getByName("127.0.0.1"), backPort);
                SSLSocket secure =
                        (SSLSocket) context.getSocketFactory().createSocket(client, "127.0.0.1", port(), true)) {
            open.add(back);
            client.setTcpNoDelay(true);
            back.setTcpNoDelay(true);
            secure.setUseClientMode(false);
            secure.startHandshake();
            threads.execute(() -> requests(secure, back));
            answers(client, secure, back);
            open.remove(back);
        } catch (IOException broken) {
            // Whoever hung up, or would not trust us, knows it already.
            return;
        } finally {
            open.remove(client);
        }
    }

    private static void requests(SSLSocket secure, Socket back) {
        try {
            pump(secure.getInputStream(), back.getOutputStream());
            back.shutdownOutput();
        } catch (IOException broken) {
            closeQuietly(back);
        }
    }

    /** Runs until the side behind hangs up; the way in which it did is passed on. */
    private static void answers(Socket client, SSLSocket secure, Socket back) throws IOException {
        byte[] buffer = new byte[BUFFER];
        InputStream in = back.getInputStream();
        OutputStream out = secure.getOutputStream();
        while (true) {
            int read;
            try {
                read = in.read(buffer);
            } catch (IOException reset) {
                client.setSoLinger(true, 0);
                client.close();
                return;
            }
            if (read < 0) {
                return;
            }
            out.write(buffer, 0, read);
            out.flush();
        }
    }

    private static void pump(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            out.flush();
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyBroken) {
            // Sockets declare IOException, the interface Exception: what cannot be closed is as good as closed.
            return;
        }
    }

    /** Stops at once; connections under way are cut. */
    @Override
    public void close() {
        closeQuietly(front);
        open.forEach(TlsFront::closeQuietly);
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
