package dpsh.runbook;

import dpsh.bulk.BulkRuns;
import dpsh.bulk.Plan;
import dpsh.bulk.PlanFile;
import dpsh.bulk.PlanRequest;
import dpsh.bulk.Planner;
import dpsh.bulk.RunSettings;
import dpsh.client.Service;
import dpsh.store.RunRow;
import dpsh.view.LiveBlock;
import dpsh.view.RunProgressView;
import java.nio.file.Path;
import java.time.Clock;

/** Makes plans and carries them out. */
final class Plans {
    private final Stand stand;
    private final Trail trail;

    Plans(Stand stand, Trail trail) {
        this.stand = stand;
        this.trail = trail;
    }

    BackupPlan plan(PlanRequest request) {
        Plan plan = planner().plan(request);
        if (plan.isPartial()) {
            plan.notes().stream()
                    .filter(note -> note.isError())
                    .forEach(note -> trail.partial("the plan", note.message()));
        }
        return new BackupPlan(plan, this);
    }

    BackupPlan load(String name) {
        Path path = RunbookFile.path(name);
        Plan plan = PlanFile.read(name, RunbookFile.text(path, "the plan"));
        PlanFile.check(
                plan,
                stand.service().world(),
                stand.service().signIn().account().tenant(),
                Clock.systemUTC().instant(),
                false);
        return new BackupPlan(plan, this);
    }

    BackupRun run(Plan plan, boolean grant) {
        RunSettings settings = new RunSettings(
                grant,
                plan.scope(),
                stand.settings().operationDeadline(),
                stand.settings().grantDeadline());
        BulkRuns runs = runs();
        if (stand.settings().showRequest()) {
            runs.show(plan, settings);
            return new BackupRun(null, runs, trail);
        }
        try (LiveBlock live = stand.live().get()) {
            RunRow row = runs.run(
                    plan,
                    settings,
                    started -> trail.running(started.number()),
                    progress -> live.show(new RunProgressView(progress)));
            trail.running(null);
            live.erase();
            return new BackupRun(row, runs, trail);
        }
    }

    /** A run of this or an earlier session. */
    BackupRun find(long number) {
        BulkRuns runs = runs();
        return new BackupRun(runs.find(number), runs, trail);
    }

    private BulkRuns runs() {
        Service service = stand.service();
        return new BulkRuns(service.bulk(), service.runs(), planner()::recheck, service.world());
    }

    private Planner planner() {
        return new Planner(stand.service(), Clock.systemUTC());
    }
}
