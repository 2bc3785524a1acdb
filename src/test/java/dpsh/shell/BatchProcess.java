package dpsh.shell;

import dpsh.session.Preferences;
import java.util.List;

/** A process of its own that runs the lines it is given: for signals, which no test can send to itself. */
final class BatchProcess {
    private BatchProcess() {}

    /** @param lines the lines; the word {@code interactive} alone starts a shell on the process's terminal */
    public static void main(String[] lines) {
        SampleCommands commands = new SampleCommands();
        if (List.of(lines).equals(List.of("interactive"))) {
            Shell.Setup setup = new Shell.Setup(
                    () -> commands,
                    () -> new Standing("sandbox", "Backup Operations", null, "testBkpVault"),
                    dpsh.session.KnownValues.NONE,
                    new Preferences(),
                    Captured.TELLER,
                    new NoticeBoard(text -> {}),
                    null,
                    Greeting.NONE);
            System.exit(Shell.run(setup, new TerminalFacts(true, true, true, 0, true)));
        }
        Batch.Streams streams = new Batch.Streams(System.in, System.out, System.err);
        System.exit(new Batch(() -> commands, Captured.TELLER, streams, TerminalFacts.NONE).run(List.of(lines), false));
    }
}
