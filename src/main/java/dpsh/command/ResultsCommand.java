package dpsh.command;

import dpsh.store.ItemState;
import dpsh.store.RunRow;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.RunItemView;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists how the items of a run ended. Nothing is sent. */
@Reads
@Command(
        name = "results",
        description = "How the items of a run ended, and why.",
        footer = {"results", "results 3 --status failed -o csv"})
final class ResultsCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;
    private final BulkWork work;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Its number; the newest unless given.")
    private @Nullable Long number;

    @Option(
            names = "--status",
            split = ",",
            completionCandidates = ItemStates.class,
            paramLabel = "STATE",
            description = "Only these: ${COMPLETION-CANDIDATES}.")
    private @Nullable List<ItemState> states;

    ResultsCommand(Desk desk) {
        this.desk = desk;
        this.work = new BulkWork(desk);
    }

    @Override
    public ExitCode call() {
        RunRow run = work.run(number);
        Set<ItemState> wanted = states == null ? Set.of() : EnumSet.copyOf(states);
        desk.show(new RunItemView().listing(work.runs().items(run.number(), wanted)));
        return ExitCode.DONE;
    }

    @Override
    public List<Column> columns() {
        return RunItemView.COLUMNS;
    }
}
