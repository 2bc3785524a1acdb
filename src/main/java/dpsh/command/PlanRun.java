package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.arm.ResourceId;
import dpsh.backup.DatasourceKind;
import dpsh.bulk.DatasourceQuery;
import dpsh.bulk.Plan;
import dpsh.bulk.PlanInput;
import dpsh.bulk.PlanItem.Verdict;
import dpsh.bulk.PlanRequest;
import dpsh.bulk.Planner;
import dpsh.bulk.Wanted;
import dpsh.view.ExitCode;
import dpsh.view.PlanView;
import dpsh.view.Shaping;
import dpsh.view.Tone;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans, shows the plan and saves it. */
final class PlanRun {
    private static final List<String> COLUMNS =
            List.of("datasource", "id", "name", "kind", "policy", "snapshotgroup", "vault");

    private final Desk desk;

    PlanRun(Desk desk) {
        this.desk = desk;
    }

    /** Prints the plan; the exit code says whether anything is in the way. */
    ExitCode run(DatasourceKind kind, PlanOptions options, DatasourceQuery query, @Nullable String snapshotGroup) {
        List<Wanted> wanted = wanted(options);
        ResourceId vault = desk.vault();
        PlanRequest request = new PlanRequest(
                kind,
                wanted,
                query,
                vault == null ? null : vault.toString(),
                options.policy(),
                snapshotGroup,
                options.scope(),
                options.validate());
        Plan plan = new Planner(desk.service(), Clock.systemUTC()).plan(request);
        if (options.save() != null) {
            PlanFiles.save(plan, options.save());
        }
        show(plan, options.all());
        if (options.save() != null) {
            desk.note("saved in " + options.save() + "; `apply " + options.save() + "` carries it out", Tone.DIM);
        }
        return code(plan);
    }

    private List<Wanted> wanted(PlanOptions options) {
        List<Wanted> wanted = new ArrayList<>();
        options.named().forEach(one -> wanted.add(Wanted.of(one)));
        if (options.from() != null) {
            PlanInput input = PlanInput.read(options.from(), desk.input());
            input.unused().forEach(this::unused);
            wanted.addAll(input.wanted());
        }
        return wanted;
    }

    /** A column that is misspelt would be passed over, and with it what it says. */
    private void unused(String column) {
        List<String> near = Nearest.to(column.replaceAll("[\\s_-]", ""), COLUMNS);
        if (!near.isEmpty()) {
            throw new DpshException.Usage(
                    "the column '" + column + "' means nothing here", null, "did you mean " + near.get(0) + "?");
        }
        desk.note("the column '" + column + "' is not used", Tone.DIM);
    }

    /** Prints the whole as JSON, or a summary and what is in the way; every item when they are few. */
    void show(Plan plan, boolean all) {
        PlanView view = new PlanView();
        Shaping shaping = desk.showing().results().shaping();
        if (shaping.query() != null || shaping.choosesParts()) {
            if (shaping.query() != null) {
                desk.show(view.detail(plan));
            } else {
                desk.show(view.items(plan));
            }
            return;
        }
        switch (desk.format()) {
            case JSON, YAML -> desk.show(view.detail(plan));
            case JSONL -> desk.show(view.lines(plan));
            case CSV, TSV -> desk.show(view.items(plan));
            case TABLE, RECORD -> {
                desk.show(view.detail(plan));
                boolean whole = all || PlanView.isSmall(plan);
                if (whole ? !plan.items().isEmpty() : plan.count(Verdict.BLOCKED) > 0) {
                    desk.screen().out().println();
                    desk.show(whole ? view.items(plan) : view.reasons(plan));
                }
                if (!whole) {
                    desk.note("--all shows each of them", Tone.DIM);
                }
            }
        }
    }

    private static ExitCode code(Plan plan) {
        int blocked = plan.count(Verdict.BLOCKED);
        if (blocked > 0 && blocked == plan.items().size()) {
            return ExitCode.FAILED;
        }
        return blocked > 0 || plan.isPartial() ? ExitCode.PARTLY : ExitCode.DONE;
    }
}
