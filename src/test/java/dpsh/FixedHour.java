package dpsh;

import dpsh.sandbox.SandboxOptions;
import dpsh.shell.Batch;
import dpsh.shell.Shell;
import dpsh.shell.TerminalFacts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Worlds that begin at the same hour whenever a test runs: the next 13:05 of UTC. The policies of the seeds make backups every
 * 4, 12 or 24 hours from 13:00, so the one before has just ended and the next is as far away as can be. It is the future, because
 * the client's clock goes by the machine's and a sandbox's is ahead of it as soon as it is faster.
 */
public final class FixedHour {
    private static final LocalTime HOUR = LocalTime.of(13, 5);

    private FixedHour() {}

    /** Those of {@link SandboxOptions#inProcess}, beginning at the hour. */
    public static SandboxOptions inProcess() {
        return SandboxOptions.inProcess().withBeginning(FixedHour::next);
    }

    /** Those of a run of dpsh with this home, whose embedded sandbox begins at the hour. */
    static Surroundings surroundings(Path home, Batch.Streams streams, TerminalFacts facts) {
        return new Surroundings(Map.of("DPSH_HOME", home.toString()), streams, facts, inProcess());
    }

    /** dpsh as a process of its own, whose embedded sandbox begins at the hour. */
    public static void main(String[] arguments) {
        Batch.Streams streams = new Batch.Streams(System.in, System.out, System.err, true);
        TerminalFacts facts = TerminalFacts.of(System::getProperty, System.getenv());
        Surroundings surroundings = new Surroundings(System.getenv(), streams, facts, inProcess());
        System.exit(Main.run(List.of(arguments), surroundings, Shell::run));
    }

    private static Instant next() {
        OffsetDateTime now = OffsetDateTime.now(Clock.systemUTC());
        OffsetDateTime today = now.toLocalDate().atTime(HOUR).atOffset(ZoneOffset.UTC);
        return (today.isBefore(now) ? today.plusDays(1) : today).toInstant();
    }
}
