package dpsh.view;

import dpsh.backup.BackupInstance;
import dpsh.backup.Datasource;
import dpsh.backup.DeletedInstance;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.ErrorEntry;
import dpsh.backup.Finding;
import dpsh.backup.Job;
import dpsh.backup.Policy;
import dpsh.backup.RecoveryPoint;
import dpsh.backup.RoleStanding;
import dpsh.backup.SandboxFault;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import dpsh.store.OperationRow;
import dpsh.store.RunItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values whose kind is known only when they are there: what an expression gave, or the rows of a runbook's table. What the
 * commands show they show the same way; other records and maps get a column for each member.
 */
public final class ValueView {
    private static final Noun ROW = Noun.of("row");
    private static final Noun VALUE = Noun.of("value");

    private final Map<Class<?>, View<?>> views;

    public ValueView(ErrorCatalog catalog) {
        this.views = Map.ofEntries(
                Map.entry(BackupInstance.class, new BackupInstanceView(catalog)),
                Map.entry(Vault.class, new VaultView()),
                Map.entry(Policy.class, new PolicyView()),
                Map.entry(Datasource.class, new DatasourceView()),
                Map.entry(Subscription.class, new SubscriptionView()),
                Map.entry(RoleStanding.class, new RoleStandingView()),
                Map.entry(Finding.class, new FindingView()),
                Map.entry(ErrorEntry.class, new ErrorEntryView()),
                Map.entry(SandboxFault.class, new SandboxFaultView()),
                Map.entry(Job.class, new JobView(catalog, Instant.now())),
                Map.entry(RecoveryPoint.class, new RecoveryPointView(Instant.now())),
                Map.entry(DeletedInstance.class, new DeletedInstanceView(Instant.now())),
                Map.entry(RunItem.class, new RunItemView()),
                Map.entry(OperationRow.class, new OperationView(Instant.now())));
    }

    /** Prints nothing for null, a text for a single value, a record for what has members, a table for many of these. */
    public void print(@Nullable Object value, Results results, Page page) {
        Collection<?> elements = PlainValue.elements(value);
        if (results.shaping().query() != null) {
            results.answer(results.ask(json(value)), page);
        } else if (elements != null) {
            print(elements, results, page);
        } else if (value != null && PlainValue.hasMembers(value)) {
            results.print(detail(value), page);
        } else if (value != null && results.format() != Format.CSV && results.format() != Format.TSV) {
            results.answer(PlainValue.of(value), page);
        } else if (value != null) {
            PlainText.lines(value.toString()).forEach(page::line);
        }
    }

    /** The whole value as JSON: of resources the service's own. */
    public String json(@Nullable Object value) {
        return PlainValue.json(value);
    }

    /**
     * The rows as a list.
     *
     * @param columns the names of the members that are shown, in order; empty for all of them
     */
    public Listing listing(Collection<?> rows, List<String> columns) {
        View<?> known = columns.isEmpty() ? common(rows) : null;
        if (known != null) {
            return listed(known, rows);
        }
        Set<String> names = new LinkedHashSet<>(columns);
        List<Map<String, @Nullable Object>> members = new ArrayList<>();
        for (Object row : rows) {
            members.add(
                    row != null && PlainValue.hasMembers(row)
                            ? PlainValue.members(row)
                            : Map.of("value", row == null ? "" : row));
            if (columns.isEmpty()) {
                names.addAll(members.get(members.size() - 1).keySet());
            }
        }
        List<Listing.Row> cells = new ArrayList<>();
        int at = 0;
        for (Object row : rows) {
            Map<String, @Nullable Object> own = members.get(at++);
            cells.add(new Listing.Row(
                    names.stream()
                            .map(name -> Cell.of(PlainValue.text(own.get(name))))
                            .toList(),
                    PlainValue.json(row)));
        }
        return new Listing(
                ROW, names.stream().map(name -> column(name, members)).toList(), cells, null);
    }

    private void print(Collection<?> elements, Results results, Page page) {
        boolean rows = elements.isEmpty() || elements.stream().anyMatch(PlainValue::hasMembers);
        if (rows) {
            results.print(listing(elements, List.of()), page);
        } else {
            List<Listing.Row> values = new ArrayList<>();
            for (Object element : elements) {
                values.add(new Listing.Row(List.of(Cell.of(PlainValue.text(element))), PlainValue.json(element)));
            }
            results.values(new Listing(VALUE, List.of(Column.of("value")), values, null), page);
        }
    }

    private Detail detail(Object value) {
        View<?> known = views.get(value.getClass());
        if (known != null) {
            return detailed(known, value);
        }
        List<Detail.Field> fields = new ArrayList<>();
        PlainValue.members(value).forEach((name, member) -> fields.add(field(name, member)));
        return Detail.of(fields, PlainValue.json(value));
    }

    private static Detail.Field field(String name, @Nullable Object member) {
        Collection<?> elements = PlainValue.elements(member);
        return elements == null || elements.isEmpty()
                ? Detail.Field.of(name, elements == null ? PlainValue.text(member) : null)
                : Detail.Field.of(
                        name,
                        elements.stream()
                                .map(element -> Objects.requireNonNullElse(PlainValue.text(element), ""))
                                .toList());
    }

    /** Numbers stand at the right. */
    private static Column column(String name, List<Map<String, @Nullable Object>> rows) {
        boolean numbers = rows.stream().anyMatch(row -> row.get(name) instanceof Number)
                && rows.stream().allMatch(row -> row.get(name) == null || row.get(name) instanceof Number);
        return numbers ? Column.number(name) : Column.of(name);
    }

    private @Nullable View<?> common(Collection<?> rows) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        rows.forEach(row -> classes.add(row == null ? Void.class : row.getClass()));
        return classes.size() == 1 ? views.get(classes.iterator().next()) : null;
    }

    /** Only called where all rows are of the view's class. */
    @SuppressWarnings("unchecked")
    private static <T> Listing listed(View<T> view, Collection<?> rows) {
        return view.listing(List.copyOf((Collection<T>) rows));
    }

    /** Only called with a value of the view's class. */
    @SuppressWarnings("unchecked")
    private static <T> Detail detailed(View<T> view, Object value) {
        return view.detail((T) value);
    }
}
