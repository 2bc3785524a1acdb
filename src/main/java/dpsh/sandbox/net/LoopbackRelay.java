package dpsh.sandbox.net;

import java.io.IOException;
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

/**
 * Listens on 127.0.0.1 before a server there: each caller is served on a thread of its own, with a connection to the server
 * beside it. It takes no part in keeping the JVM alive. Thread-safe.
 */
public final class LoopbackRelay implements AutoCloseable {
    private static final int BACKLOG = 1024;

    /** Carries one caller's bytes. */
    @FunctionalInterface
    public interface Conversation {
        /** Both sockets are closed when it returns or throws. */
        void hold(Socket client, Socket back) throws IOException;
    }

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket front;
    private final int backPort;
    private final Conversation conversation;
    private final ExecutorService threads;

    /**
     * Binds the port; {@link #start} lets callers in.
     *
     * @param port 0 for any that is free
     * @param backPort where the server behind it listens
     * @param name of its threads
     * @throws UncheckedIOException when the port is taken
     */
    public LoopbackRelay(int port, int backPort, String name, Conversation conversation) {
        this.backPort = backPort;
        this.conversation = conversation;
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        try {
            front = new ServerSocket();
            front.setReuseAddress(true);
            front.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
        } catch (IOException unbound) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 cannot be bound", unbound);
        }
    }

    /** Lets callers in. */
    public void start() {
        threads.execute(this::accept);
    }

    /** The port that it listens on. */
    public int port() {
        return front.getLocalPort();
    }

    /** Runs the other half of a conversation. */
    public void execute(Runnable work) {
        threads.execute(work);
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
                client.setTcpNoDelay(true);
                back.setTcpNoDelay(true);
                conversation.hold(client, back);
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

    /** Stops at once; connections under way are cut. */
    @Override
    public void close() {
        closeQuietly(front);
        open.forEach(LoopbackRelay::closeQuietly);
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be closed is as good as closed. */
    public static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyBroken) {
            // Sockets declare IOException, the interface Exception.
            return;
        }
    }
}
