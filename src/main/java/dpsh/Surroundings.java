package dpsh;

import dpsh.sandbox.SandboxOptions;
import dpsh.shell.Batch;
import dpsh.shell.TerminalFacts;
import java.util.Map;

/**
 * What a run of dpsh finds in place besides its arguments.
 *
 * @param sandbox how the embedded sandbox runs, if one is wanted, unless the arguments say otherwise
 */
record Surroundings(
        Map<String, String> environment, Batch.Streams streams, TerminalFacts facts, SandboxOptions sandbox) {
    /** Those of a process: its sandbox begins now. */
    static Surroundings of(Map<String, String> environment, Batch.Streams streams, TerminalFacts facts) {
        return new Surroundings(environment, streams, facts, SandboxOptions.inProcess());
    }
}
