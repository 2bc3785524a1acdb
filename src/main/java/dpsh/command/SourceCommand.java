package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.bulk.InputText;
import dpsh.session.Settings;
import dpsh.view.ExitCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries out the lines of a file, or of standard input, in this session. */
@Command(
        name = "source",
        description = {
            "Carry out the lines of a file, here: what it chooses stays chosen; - is standard input.",
            "It stops at the first line that fails. Options such as --read-only hold for all of its lines."
        },
        footer = {"source morning.dpsh", "source morning.dpsh --all-lines", "source cleanup.dpsh --show-request"})
final class SourceCommand implements Callable<ExitCode> {
    private static final int DEEPEST = 10;
    private static final InputText TEXT =
            new InputText(1024 * 1024, "name a file of lines as they would be typed, or - for standard input");

    private final Desk desk;
    private final ShellSeat seat;

    @Parameters(paramLabel = "FILE|-", description = "Lines as they would be typed; # begins a comment.")
    private Path file = Path.of("");

    @Option(names = "--all-lines", description = "Go on when a line fails.")
    private boolean all;

    SourceCommand(Desk desk, ShellSeat seat) {
        this.desk = desk;
        this.seat = seat;
    }

    @Override
    public ExitCode call() {
        if (!desk.narrowsNothing()) {
            throw new DpshException.Usage(
                    "a place has no effect on a file",
                    "its lines say where they work",
                    "`use vault NAME` first, or in the file");
        }
        String source = file.toString();
        String name = source.equals("-") ? "standard input" : source;
        String text = TEXT.read(source.equals("-") ? name : "the file '" + name + "'", source, desk.input());
        ShellLines.Script script = new ShellLines.Script(name, text.lines().toList(), all);
        Settings around = desk.settings();
        Screen screen = desk.screen();
        if (seat.enter() > DEEPEST) {
            seat.leave();
            throw new DpshException.Usage(
                    "'" + source + "' is not carried out",
                    DEEPEST + " files carry out each other already",
                    "look for one that sources itself");
        }
        try {
            int code = desk.session().under(around, () -> seat.shell().carryOut(script, screen));
            return Arrays.stream(ExitCode.values())
                    .filter(one -> one.number() == code)
                    .findFirst()
                    .orElse(ExitCode.FAILED);
        } finally {
            seat.leave();
            desk.session().begin(around);
            desk.begin(screen);
        }
    }
}
