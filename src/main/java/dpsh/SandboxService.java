package dpsh;

import dpsh.arm.DpshException;
import dpsh.command.SandboxServer;
import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxOptions;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** {@code sandbox serve}: the sandbox alone, for any client. */
final class SandboxService implements SandboxServer {
    /** Prints {@code {"endpoint":"http://127.0.0.1:8080","speed":1}}. */
    @Override
    public void serve(int port, double speed, boolean scaleRetryAfter, Ordeal ordeal, PrintWriter out) {
        SandboxOptions options = SandboxOptions.serve(port)
                .withSpeed(speed)
                .withScaledRetryAfter(scaleRetryAfter)
                .withSeed(ordeal.seed())
                .withFaults(ordeal.faults());
        try (Sandbox sandbox = Sandbox.start(options)) {
            out.println("{\"endpoint\":\"" + sandbox.endpoint() + "\",\"speed\":" + speed + ",\"pid\":"
                    + ProcessHandle.current().pid() + "}");
            out.flush();
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException e) {
            throw new DpshException.Usage("a line of the faults cannot be understood", e.getMessage(), null);
        } catch (UncheckedIOException e) {
            throw new DpshException.Refused(
                    "the sandbox cannot listen on port " + port,
                    e.getCause().getMessage(),
                    "choose another with --port, or leave it out for any that is free");
        } catch (InterruptedException e) {
            throw new DpshException.Interrupted("the sandbox stopped", "its world is gone");
        }
    }
}
