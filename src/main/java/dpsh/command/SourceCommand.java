package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.session.Settings;
import dpsh.view.ExitCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries out the lines of a file in this session. */
@Command(
        name = "source",
        description = {
            "Carry out the lines of a file, here: what it chooses stays chosen.",
            "It stops at the first line that fails. Options such as --read-only hold for all of its lines."
        },
        footer = {"source morning.dpsh", "source morning.dpsh --all-lines", "source cleanup.dpsh --show-request"})
final class SourceCommand implements Callable<ExitCode> {
    private static final int DEEPEST = 10;
    private static final long LONGEST = 1_000_000;

    private final Desk desk;
    private final ShellSeat seat;

    @Parameters(paramLabel = "FILE", description = "Lines as they would be typed; # begins a comment.")
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
        Path source = file;
        ShellLines.Script script = new ShellLines.Script(source.toString(), read(source), all);
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

    private static List<String> read(Path source) {
        try {
            if (Files.isDirectory(source)) {
                throw unreadable(source, "it is a directory");
            }
            if (Files.exists(source) && Files.size(source) > LONGEST) {
                throw unreadable(source, "it is longer than 1 MB");
            }
            return Files.readString(source, StandardCharsets.UTF_8).lines().toList();
        } catch (NoSuchFileException e) {
            throw unreadable(source, "there is no such file");
        } catch (CharacterCodingException e) {
            throw unreadable(source, "it is no UTF-8");
        } catch (IOException e) {
            throw unreadable(source, e.getClass().getSimpleName());
        }
    }

    private static DpshException.Usage unreadable(Path source, String why) {
        return new DpshException.Usage("'" + source + "' cannot be carried out", why, "name a file of lines");
    }
}
