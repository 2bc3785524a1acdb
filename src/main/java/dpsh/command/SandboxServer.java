package dpsh.command;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serves a sandbox for other clients; the composition root knows how. */
public interface SandboxServer {
    /**
     * Serves until the process is interrupted.
     *
     * @param out gets one JSON line with the endpoint when it is ready
     */
    void serve(ServeRequest request, PrintWriter out);

    /**
     * What goes wrong from the start.
     *
     * @param seed makes IDs and dice the same again; null for ever new ones
     * @param faults lines of the fault language
     */
    record Ordeal(@Nullable Long seed, List<String> faults) {
        public Ordeal {
            faults = List.copyOf(faults);
        }
    }
}
