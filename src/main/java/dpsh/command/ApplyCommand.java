package dpsh.command;

import dpsh.bulk.Plan;
import dpsh.bulk.RunSettings;
import dpsh.store.RunRow;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.nio.file.Path;
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
        footer = {"apply plan.json --grant", "apply plan.json --report run.html", "plan disks -o json ... | apply -"})
final class ApplyCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final BulkWork work;
    private final ReadOnlyRefusal refusal;

    @Parameters(paramLabel = "FILE", description = "The plan; - for standard input.")
    private String file = "";

    @Option(names = "--grant", description = "Assign the roles that the plan says are missing.")
    private boolean grant;

    @Option(
            names = "--accept-old",
            description = "Also when the plan is older than 7 days.")
    private boolean acceptOld;

    @Option(names = "--report", paramLabel = "FILE", description = "Write a report at the end (.html .xml .csv .md .jsonl).")
    private List<Path> reports = List.of();

    ApplyCommand(Desk desk) {
        this.desk = desk;
        this.work = new BulkWork(desk);
        this.refusal = new ReadOnlyRefusal(desk);
    }

    @Override
    public ExitCode call() {
        refusal.check("applying a plan");
        ReportFiles written = new ReportFiles(reports);
        Plan plan = new PlanReader(desk).read(file, acceptOld);
        RunSettings settings = work.settings(grant, plan.scope());
        if (desk.settings().showRequest()) {
            work.runs().show(plan, settings);
            return ExitCode.DONE;
        }
        ExitCode code = work.carryOut(watcher -> {
            RunRow run = work.runs().run(plan, settings, this::begun, watcher);
            written.write(run, work.runs().items(run.number(), Set.of()));
            return run;
        });
        reports.forEach(report -> desk.note("wrote " + report, Tone.DIM));
        return code;
    }

    private void begun(RunRow run) {
        desk.note("run " + run.number() + ": " + run.title() + "; Ctrl-C detaches, `runs resume` goes on", Tone.DIM);
    }
}
