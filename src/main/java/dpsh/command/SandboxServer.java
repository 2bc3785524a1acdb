package dpsh.command;

import java.io.PrintWriter;

/** Serves a sandbox for other clients; the composition root knows how. */
public interface SandboxServer {
    /**
     * Serves until the process is interrupted.
     *
     * @param port 0 for any that is free
     * @param speed service seconds per real second
     * @param scaleRetryAfter whether Retry-After is written in real seconds, for clients that know nothing of the speed
     * @param out gets one JSON line with the endpoint when it is ready
     */
    void serve(int port, double speed, boolean scaleRetryAfter, PrintWriter out);
}
