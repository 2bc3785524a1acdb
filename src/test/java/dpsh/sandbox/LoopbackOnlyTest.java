package dpsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.sandbox.tls.LoopbackAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing but loopback is ever bound: neither http nor https, neither the service nor the doors of tokens. */
class LoopbackOnlyTest {
    @TempDir
    private Path home;

    private static List<InetAddress> addresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLinkLocalAddress())
                .toList();
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void onlyTheLoopbackAddressAnswers() throws IOException {
        SandboxAccess access = SandboxAccess.OPEN.withTls(LoopbackAuthority.in(home, InstantSource.system()));
        try (Sandbox sandbox = Sandbox.start(Wire.options().withAccess(access))) {
            for (int port : List.of(
                    sandbox.endpoint().getPort(), sandbox.plainEndpoint().getPort())) {
                List<InetAddress> answering = addresses().stream()
                        .filter(address -> answers(address, port))
                        .toList();
                assertThat(answering).containsExactly(InetAddress.getByName("127.0.0.1"));
            }
        }
    }
}
