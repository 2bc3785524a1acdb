package dpsh;

import dpsh.sandbox.SandboxOptions;
import dpsh.shell.Batch;
import dpsh.shell.TerminalFacts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run of dpsh finds in place besides its arguments.
 *
 * @param sandbox how the embedded sandbox runs, should one be wanted; null for the usual way, of which nothing is loaded early
 */
record Surroundings(
        Map<String, String> environment,
        Batch.Streams streams,
        TerminalFacts facts,
        @Nullable SandboxOptions sandbox) {
    /** Those of a process. */
    static Surroundings of(Map<String, String> environment, Batch.Streams streams, TerminalFacts facts) {
        return new Surroundings(environment, streams, facts, null);
    }
}
