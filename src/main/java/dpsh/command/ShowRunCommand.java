package dpsh.command;

import dpsh.view.ExitCode;
import dpsh.view.RunView;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one run of the journal. Nothing is sent. */
@Reads
@Command(
        name = "show",
        description = "One run: how far it is, and how its items ended.",
        footer = {"runs show", "runs show 3"})
final class ShowRunCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final BulkWork work;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Its number; the newest unless given.")
    private @Nullable Long number;

    ShowRunCommand(Desk desk) {
        this.desk = desk;
        this.work = new BulkWork(desk);
    }

    @Override
    public ExitCode call() {
        desk.show(new RunView(Instant.now()).detail(work.standing(work.run(number))));
        return ExitCode.DONE;
    }
}
