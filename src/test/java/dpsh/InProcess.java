package dpsh;

import dpsh.shell.Batch;
import dpsh.shell.Shell;
import dpsh.shell.TerminalFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole product in this process, from its arguments to its exit code, without a terminal. */
public final class InProcess {
    private final Path home;
    private final List<String> always;

    private InProcess(Path home, List<String> always) {
        this.home = home;
        this.always = List.copyOf(always);
    }

    /** How a run ended; shows both streams when an assertion about it fails. */
    public record Ended(int code, String out, String err) {
        @Override
        public String toString() {
            return "exit code " + code + "\n--- standard output\n" + out + "--- standard error\n" + err;
        }
    }

    /** Against an endpoint whose waits pass a hundred thousand times faster. */
    public static InProcess at(String endpoint, Path home) {
        return new InProcess(home, List.of("--endpoint", endpoint, "--speed", "100000"));
    }

    /** Against an endpoint at a speed of service time. */
    public static InProcess at(String endpoint, double speed, Path home) {
        return new InProcess(home, List.of("--endpoint", endpoint, "--speed", String.valueOf(speed)));
    }

    /** With no endpoint of its own. */
    public static InProcess plain(Path home) {
        return new InProcess(home, List.of());
    }

    public Ended run(String... arguments) {
        return runWithInput("", arguments);
    }

    public Ended runWithInput(String input, String... arguments) {
        List<String> all = new ArrayList<>(always);
        all.addAll(List.of(arguments));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Batch.Streams streams =
                new Batch.Streams(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err);
        int code = Main.run(all, FixedHour.surroundings(home, streams, TerminalFacts.NONE), Shell::run);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
