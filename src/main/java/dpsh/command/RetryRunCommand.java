package dpsh.command;

import dpsh.arm.DpshException;
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

/** Tries items of a run once more. */
@Command(
        name = "retry",
        description = "Try the items of a run that failed, or that nobody knows the end of, once more.",
        footer = {"runs retry", "runs retry 3 --only failed,unknown", "runs retry 3 --only blocked --grant"})
final class RetryRunCommand implements Callable<ExitCode>, Tabular {
    private final BulkWork work;
    private final ReadOnlyRefusal refusal;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Its number; the newest unless given.")
    private @Nullable Long number;

    @Option(
            names = "--only",
            split = ",",
            completionCandidates = ItemStates.class,
            paramLabel = "STATE",
            description = "Which items: failed, unknown, blocked (failed,unknown unless said).")
    private @Nullable List<ItemState> only;

    @Option(names = "--grant", description = "Assign missing roles, also when the run was begun without.")
    private boolean grant;

    RetryRunCommand(Desk desk) {
        this.work = new BulkWork(desk);
        this.refusal = new ReadOnlyRefusal(desk);
    }

    @Override
    public ExitCode call() {
        refusal.check("trying a run again");
        Set<ItemState> states = only == null ? EnumSet.of(ItemState.FAILED, ItemState.UNKNOWN) : EnumSet.copyOf(only);
        if (!BulkWork.WORTH_TELLING.containsAll(states)) {
            throw new DpshException.Usage(
                    "what is "
                            + states.stream()
                                    .filter(state -> !BulkWork.WORTH_TELLING.contains(state))
                                    .findFirst()
                                    .orElseThrow()
                                    .word()
                            + " is not tried again",
                    null,
                    "--only takes failed, unknown and blocked; `runs resume` goes on with what has not ended");
        }
        RunRow run = work.run(number);
        return work.carryOut(watcher -> work.runs().retry(run.number(), states, work.settings(run, grant), watcher));
    }

    @Override
    public List<Column> columns() {
        return RunItemView.COLUMNS;
    }
}
