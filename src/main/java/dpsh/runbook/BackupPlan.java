package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.Finding;
import dpsh.bulk.Forecast;
import dpsh.bulk.GrantNeed;
import dpsh.bulk.Plan;
import dpsh.bulk.PlanFile;
import dpsh.bulk.PlanItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run would do, item by item; made by reading only. As text, a line for each item and one for the whole. */
public final class BackupPlan {
    private final Plan plan;
    private final Plans plans;

    BackupPlan(Plan plan, Plans plans) {
        this.plan = plan;
        this.plans = plans;
    }

    /** All items, in their order. */
    public List<PlanItem> getItems() {
        return plan.items();
    }

    /** The items that a run would protect. */
    public List<PlanItem> getToProtect() {
        return of(PlanItem.Verdict.PROTECT);
    }

    /** The items that are protected just so already. */
    public List<PlanItem> getUnchanged() {
        return of(PlanItem.Verdict.UNCHANGED);
    }

    /** The items that something stands in the way of; their findings say what. */
    public List<PlanItem> getBlocked() {
        return of(PlanItem.Verdict.BLOCKED);
    }

    /** The role assignments that are missing. */
    public List<GrantNeed> getGrants() {
        return plan.grants();
    }

    /** About how long a run would take, and what it would cost in requests. */
    public Forecast getForecast() {
        return plan.forecast();
    }

    /** Whether something could not be read, so that datasources may be missing. */
    public boolean isPartial() {
        return plan.isPartial();
    }

    /** Carries it out to the end, without assigning roles. */
    public BackupRun run() {
        return run(Map.of());
    }

    /**
     * Carries it out to the end: journaled, so that {@code runs resume} goes on after whatever happens to this process.
     *
     * @param how {@code grant: true} to assign the missing roles; {@code report: FILE} to write {@link BackupRun#report} at the
     *     end, about which is known before anything is sent that it can be written
     */
    public BackupRun run(Map<?, ?> how) {
        Filter options = Filter.of(how, List.of("grant", "report"));
        Object report = options.value("report");
        if (report != null) {
            BackupRun.refuseUnwritable(RunbookFile.path(report.toString()));
        }
        BackupRun run = plans.run(plan, Boolean.TRUE.equals(options.truth("grant")));
        if (report != null) {
            run.report(report);
        }
        return run;
    }

    /**
     * Writes it to a file, which {@code apply}, {@code plan show} and {@code backup.plan(file)} read.
     *
     * @throws DpshException.Refused when the file cannot be written
     */
    public void save(Object file) {
        try {
            Files.writeString(Path.of(file.toString()), PlanFile.text(plan) + "\n");
        } catch (IOException e) {
            throw new DpshException.Refused("the plan cannot be saved to " + file, e.getMessage(), null);
        }
    }

    private List<PlanItem> of(PlanItem.Verdict verdict) {
        return plan.items().stream().filter(item -> item.verdict() == verdict).toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (PlanItem item : plan.items()) {
            text.append(item.verdict().word())
                    .append("  ")
                    .append(item.draft().datasource().name());
            for (Finding finding : item.findings()) {
                text.append(": ").append(finding.message());
                if (finding.serviceCode() != null) {
                    text.append(" [").append(finding.serviceCode()).append(']');
                }
            }
            text.append('\n');
        }
        return text.append(getSummary()).toString();
    }

    /** How many items would be protected, what roles are missing, and about how long a run takes. */
    public String getSummary() {
        int grants = plan.grants().size();
        return plan.count(PlanItem.Verdict.PROTECT) + " to protect, " + plan.count(PlanItem.Verdict.UNCHANGED)
                + " unchanged, " + plan.count(PlanItem.Verdict.BLOCKED) + " blocked; " + grants
                + (grants == 1 ? " grant" : " grants") + " needed; about "
                + Math.max(1, plan.forecast().time().toMinutes()) + " min";
    }

    /** A row for each item, for {@code table}: what a run would do with it, and why. */
    public List<Map<String, @Nullable Object>> getRows() {
        return plan.items().stream().map(BackupPlan::row).toList();
    }

    private static Map<String, @Nullable Object> row(PlanItem item) {
        Finding first = item.findings().isEmpty() ? null : item.findings().get(0);
        ResourceId group = item.draft().snapshotGroup();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("datasource", item.draft().datasource().name());
        row.put("verdict", item.verdict().word());
        row.put("code", first == null ? null : first.serviceCode());
        row.put("why", first == null ? null : first.message());
        row.put("fix", first == null ? null : first.fix());
        row.put("missingRoles", item.missing().size());
        row.put("policy", item.draft().policy().name());
        row.put("snapshotGroup", group == null ? null : group.name());
        row.put("vault", item.vault().name());
        row.put("id", item.draft().datasource().toString());
        return row;
    }
}
