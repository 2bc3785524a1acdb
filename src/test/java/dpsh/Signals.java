package dpsh;

import java.io.IOException;
import java.util.List;

/** What processes of tests do with signals. */
public final class Signals {
    private static final List<String> HEEDING = List.of("env", "--default-signal=INT");

    private Signals() {}

    /**
     * What to put in front of a command, so that it heeds SIGINT also where whoever runs the tests ignores it (a shell's background
     * job does, and its children inherit that); empty where {@code env} cannot do so.
     */
    public static List<String> heedingInterrupts() throws IOException, InterruptedException {
        Process probe = new ProcessBuilder(HEEDING.get(0), HEEDING.get(1), "true")
                .redirectErrorStream(true)
                .start();
        return probe.waitFor() == 0 ? HEEDING : List.of();
    }
}
