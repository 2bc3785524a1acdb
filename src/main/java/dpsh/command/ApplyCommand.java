package dpsh.command;

import dpsh.bulk.Plan;
import dpsh.bulk.PlanFile;
import dpsh.bulk.RunSettings;
import dpsh.store.RunItem;
import dpsh.store.RunRow;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.RunItemView;
import dpsh.view.RunReports;
import dpsh.view.Tone;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries out a saved plan. */
@Command(
        name = "apply",
        description = {
            "Carry out a plan: protect what it says, as fast as the service allows.",
            "Each item is checked again first. Ctrl-C detaches; `runs resume` goes on."
        },
        footer = {"apply plan.json --grant", "apply plan.json --report run.html"})
final class ApplyCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;
    private final BulkWork work;
    private final ReadOnlyRefusal refusal;

    @Parameters(paramLabel = "FILE", description = "The plan; - for standard input.")
    private String file = "";

    @Option(names = "--grant", description = "Assign the roles that the plan says are missing.")
    private boolean grant;

    @Option(names = "--accept-old", description = "Also when the plan is older than 7 days.")
    private boolean acceptOld;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a report at the end: .html, .xml (JUnit), .csv, .md or .jsonl. Repeatable.")
    private List<Path> reports = List.of();

    ApplyCommand(Desk desk) {
        this.desk = desk;
        this.work = new BulkWork(desk);
        this.refusal = new ReadOnlyRefusal(desk);
    }

    @Override
    public ExitCode call() {
        refusal.check("applying a plan");
        reports.forEach(RunReports::of);
        Plan plan = read();
        RunSettings settings = work.settings(grant, plan.scope());
        if (desk.settings().showRequest()) {
            work.runs().show(plan, settings);
            return ExitCode.DONE;
        }
        return work.carryOut(watcher -> {
            RunRow run = work.runs().run(plan, settings, this::begun, watcher);
            List<RunItem> items = reports.isEmpty() ? List.of() : work.runs().items(run.number(), Set.of());
            reports.forEach(report -> RunReports.write(report, run, items));
            return run;
        });
    }

    private Plan read() {
        Plan plan = PlanFiles.read(file, desk.input());
        PlanFile.check(
                plan, desk.service().world(), desk.service().signIn().account().tenant(), Instant.now(), acceptOld);
        return plan;
    }

    private void begun(RunRow run) {
        desk.note("run " + run.number() + ": " + run.title() + "; Ctrl-C detaches, `runs resume` goes on", Tone.DIM);
    }

    @Override
    public List<Column> columns() {
        return RunItemView.COLUMNS;
    }
}
