package dpsh.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;

/** A server that should never be asked anything. */
final class Foreigner implements AutoCloseable {
    private final ServerSocket socket;

    Foreigner() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** Connections wait in the backlog until they are accepted. */
    boolean wasCalled() throws IOException {
        socket.setSoTimeout(1);
        try {
            socket.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
