package dpsh.bulk;

import dpsh.backup.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do, item by item. Made by reading only (or also by validating, on request); saved, read by somebody else
 * and carried out later, when each item is checked again.
 *
 * @param id tells it from all others
 * @param madeAt the wall clock's time
 * @param endpoint the service that it was made at: its endpoint, or a world of its own for an embedded sandbox
 * @param tenant whose resources it is about, or null when the token does not tell
 * @param title what it protects, in a few words
 * @param scope where the missing roles are to be assigned
 * @param grants the role assignments that are missing, grouped to the chosen scopes
 * @param notes what is to be known about the plan as a whole; an error among them says what could not be read
 */
public record Plan(
        String id,
        Instant madeAt,
        String endpoint,
        @Nullable String tenant,
        String title,
        RoleScope scope,
        List<PlanItem> items,
        List<GrantNeed> grants,
        Forecast forecast,
        List<Finding> notes) {
    public Plan {
        items = List.copyOf(items);
        grants = List.copyOf(grants);
        notes = List.copyOf(notes);
    }

    /** The same plan of these items. */
    Plan of(List<PlanItem> others) {
        return new Plan(id, madeAt, endpoint, tenant, title, scope, others, grants, forecast, notes);
    }

    /** How many items have this verdict. */
    public int count(PlanItem.Verdict verdict) {
        return (int) items.stream().filter(item -> item.verdict() == verdict).count();
    }

    /** Whether something could not be read, so that datasources may be missing. */
    public boolean isPartial() {
        return notes.stream().anyMatch(Finding::isError);
    }
}
