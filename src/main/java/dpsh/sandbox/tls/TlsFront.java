package dpsh.sandbox.tls;

import dpsh.sandbox.net.LoopbackRelay;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Speaks TLS on 127.0.0.1 and hands the plain bytes to a port behind it. It changes nothing on the way, and what happens to
 * the connection behind it happens to the one before it: a reset is a reset, a cut a cut. What it cannot pass on is bytes
 * that are no TLS: garbage arrives as garbage inside of TLS.
 */
public final class TlsFront implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private final SSLContext context;
    private final LoopbackRelay listener;

    /**
     * Binds the port; {@link #start} lets callers in.
     *
     * @param port 0 for any that is free
     * @throws java.io.UncheckedIOException when the port is taken
     */
    public TlsFront(int port, int backPort, SSLContext context) {
        this.context = context;
        listener = new LoopbackRelay(port, backPort, "sandbox-tls", this::hold);
    }

    public void start() {
        listener.start();
    }

    public int port() {
        return listener.port();
    }

    private void hold(Socket client, Socket back) throws IOException {
        try (SSLSocket secure =
                (SSLSocket) context.getSocketFactory().createSocket(client, "127.0.0.1", port(), true)) {
            secure.setUseClientMode(false);
            secure.startHandshake();
            listener.execute(() -> requests(secure, back));
            answers(client, secure, back);
        }
    }

    private static void requests(SSLSocket secure, Socket back) {
        try {
            pump(secure.getInputStream(), back.getOutputStream());
            back.shutdownOutput();
        } catch (IOException broken) {
            LoopbackRelay.closeQuietly(back);
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

    /** Stops at once; connections under way are cut. */
    @Override
    public void close() {
        listener.close();
    }
}
