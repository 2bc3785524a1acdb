package dpsh.command;

import dpsh.bulk.Plan;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.PlanView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a plan that was saved. */
@Reads
@Command(
        name = "show",
        description = {
            "A saved plan: what it would do, lack and cost.",
            "Asks the service nothing; the exit code is 0 whatever the plan says."
        },
        footer = {"plan show plan.json", "plan show plan.json --all"})
final class ShowPlanCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "FILE|-", description = "The plan; - for standard input.")
    private String file = "";

    @Option(names = "--all", description = "Show every item, also of a big plan.")
    private boolean all;

    ShowPlanCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        Plan plan = PlanFiles.read(file, desk.input());
        new PlanRun(desk).show(plan, all);
        return ExitCode.DONE;
    }

    @Override
    public List<Column> columns() {
        return PlanView.ITEM_COLUMNS;
    }
}
