package dpsh.view;

import dpsh.backup.Finding;
import dpsh.backup.Role;
import dpsh.bulk.Forecast;
import dpsh.bulk.GrantNeed;
import dpsh.bulk.Plan;
import dpsh.bulk.PlanFile;
import dpsh.bulk.PlanItem;
import dpsh.bulk.PlanJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans: a summary, the items or the reasons why items are blocked. As JSON the plan's own file, see {@link PlanFile}; as JSON
 * lines its head first and then a line for each item, see {@link PlanJson}.
 */
public final class PlanView {
    /** A plan of so many items is shown whole. */
    private static final int SMALL = 25;

    private static final Noun ITEM = Noun.of("item");
    private static final Noun REASON = Noun.of("reason");
    /** Of the items. */
    public static final List<Column> ITEM_COLUMNS =
            List.of(Column.of("datasource"), Column.whole("verdict"), Column.of("detail"), Column.extra("fix"));

    private static final List<Column> REASON_COLUMNS =
            List.of(Column.number("blocked"), Column.of("why"), Column.of("fix"), Column.extra("such as"));

    /** Whether all of it is shown unless asked otherwise. */
    public static boolean isSmall(Plan plan) {
        return plan.items().size() <= SMALL;
    }

    /** The plan's file, indented. */
    public static String json(Plan plan) {
        return JsonText.pretty(PlanFile.text(plan));
    }

    /** The summary; as JSON the whole plan. */
    public Detail detail(Plan plan) {
        List<Detail.Field> fields = new ArrayList<>();
        fields.add(Detail.Field.of("plan", plan.title()));
        fields.add(count("protect", plan.count(PlanItem.Verdict.PROTECT), Tone.GOOD));
        fields.add(count("unchanged", plan.count(PlanItem.Verdict.UNCHANGED), Tone.PLAIN));
        fields.add(count("blocked", plan.count(PlanItem.Verdict.BLOCKED), Tone.BAD));
        fields.add(Detail.Field.of("roles to assign", grants(plan.grants())));
        fields.add(Detail.Field.of("forecast", forecast(plan.forecast())));
        if (!plan.notes().isEmpty()) {
            fields.add(new Detail.Field(
                    "notes", plan.notes().stream().map(FindingView::sentence).toList()));
        }
        return Detail.of(fields, PlanFile.text(plan));
    }

    private static Detail.Field count(String label, int count, Tone tone) {
        return Detail.Field.of(label, Cell.of(String.valueOf(count), count == 0 ? Tone.DIM : tone));
    }

    /** "Disk Backup Reader on 4 disks", "Disk Snapshot Contributor on resource group snapshot-rg"; "none". */
    private static List<String> grants(List<GrantNeed> grants) {
        if (grants.isEmpty()) {
            return List.of("none");
        }
        Map<Role, List<GrantNeed>> byRole = grants.stream()
                .collect(Collectors.groupingBy(grant -> grant.need().role(), LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byRole.forEach((role, some) -> {
            ScopeName first = new ScopeName(some.get(0).need().scope());
            lines.add(role.label() + " on " + (some.size() == 1 ? first.words() : first.many(some.size())));
        });
        return lines;
    }

    /** "about 11 min 40 s, 10 min of it until the roles act; 13 writes, about 12 reads". */
    private static String forecast(Forecast forecast) {
        if (forecast.time().isZero()) {
            return "nothing to do";
        }
        String waiting = forecast.grantTime().isZero()
                ? ""
                : ", " + Times.length(forecast.grantTime()) + " of it until the roles act";
        return "about " + Times.length(forecast.time()) + waiting + "; " + forecast.writes() + " writes, about "
                + forecast.reads() + " reads";
    }

    /** Every item, those that are in the way first. */
    public Listing items(Plan plan) {
        List<PlanItem> ordered = plan.items().stream()
                .sorted(Comparator.comparing(PlanItem::verdict).reversed().thenComparing(PlanItem::number))
                .toList();
        return listing(ordered.stream().map(PlanView::row).toList());
    }

    /** For JSON lines: the plan without its items, then each item. */
    public Listing lines(Plan plan) {
        List<Listing.Row> rows = new ArrayList<>();
        rows.add(new Listing.Row(List.of(Cell.of(plan.title()), Cell.NONE, Cell.NONE, Cell.NONE), PlanJson.head(plan)));
        plan.items().forEach(item -> rows.add(row(item)));
        return listing(rows);
    }

    private static Listing listing(List<Listing.Row> rows) {
        return new Listing(ITEM, ITEM_COLUMNS, rows, null);
    }

    private static Listing.Row row(PlanItem item) {
        Finding first = item.findings().isEmpty() ? null : item.findings().get(0);
        Tone tone =
                switch (item.verdict()) {
                    case PROTECT, UNCHANGED -> Tone.GOOD;
                    case BLOCKED -> Tone.BAD;
                };
        return new Listing.Row(
                List.of(
                        Cell.of(item.draft().datasource().name()),
                        Cell.of(item.verdict().word(), tone),
                        detail(item, first),
                        Cell.of(first == null ? null : Clause.of(first.fix()))),
                PlanJson.item(item));
    }

    private static Cell detail(PlanItem item, @Nullable Finding first) {
        if (first != null) {
            return why(first.message(), first.serviceCode());
        }
        if (item.standing() != null) {
            return Cell.of(item.standing().word(), Tone.DIM);
        }
        return item.missing().isEmpty()
                ? Cell.NONE
                : Cell.of(
                        "lacks "
                                + item.missing().stream()
                                        .map(need -> need.role().label())
                                        .collect(Collectors.joining(" and ")),
                        Tone.DIM);
    }

    private static Cell why(String message, @Nullable String code) {
        String clause = Clause.of(message);
        Cell why = Cell.of(clause == null ? "no explanation" : clause);
        return code == null ? why : why.and(" [" + Clause.of(code) + "]", Tone.DIM);
    }

    private record Reason(
            String message, @Nullable String code, @Nullable String fix) {
        /** Without the names that differ from item to item. */
        static Reason of(PlanItem item) {
            Finding first = item.findings().stream()
                    .filter(Finding::isError)
                    .findFirst()
                    .orElse(Finding.error(null, "no explanation", null));
            String message = first.message().replaceAll(" \\(instance [^)]*\\)", "");
            return new Reason(
                    without(item, message),
                    first.serviceCode(),
                    first.fix() == null ? null : without(item, first.fix()));
        }

        private static String without(PlanItem item, String text) {
            String name = item.draft().datasource().name();
            return text.replaceAll("`instance (show|delete) [^` ]+", "`instance $1 NAME")
                    .replace(name, "the " + item.draft().kind().label());
        }
    }

    /** Why items are blocked, the most frequent reason first. */
    public Listing reasons(Plan plan) {
        Map<Reason, List<PlanItem>> reasons = plan.items().stream()
                .filter(item -> item.verdict() == PlanItem.Verdict.BLOCKED)
                .collect(Collectors.groupingBy(Reason::of, LinkedHashMap::new, Collectors.toList()));
        List<Listing.Row> rows = reasons.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .map(entry -> new Listing.Row(
                        List.of(
                                Cell.of(String.valueOf(entry.getValue().size())),
                                why(entry.getKey().message(), entry.getKey().code()),
                                Cell.of(Clause.of(entry.getKey().fix())),
                                Cell.of(
                                        entry.getValue()
                                                .get(0)
                                                .draft()
                                                .datasource()
                                                .name(),
                                        Tone.DIM)),
                        PlanJson.item(entry.getValue().get(0))))
                .toList();
        return new Listing(REASON, REASON_COLUMNS, rows, null);
    }
}
