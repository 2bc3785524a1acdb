package dpsh.backup;

import java.time.Instant;

/**
 * The clock of a sandbox.
 *
 * @param now service time
 * @param speed service seconds per real second; 0 when it moves only by hand
 * @param raw the sandbox's own JSON, for output only
 */
public record SandboxClock(Instant now, double speed, String raw) {}
