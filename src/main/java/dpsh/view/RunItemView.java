package dpsh.view;

import dpsh.store.ItemState;
import dpsh.store.RunItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of a run, item by item. As JSON: {@code {"number":…,"kind":…,"datasource":…,"region":…,"vault":…,"policy":…,
 * "snapshotGroup":…,"instance":…,"state":…,"code":…,"message":…,"fix":…,"activity":…,"operation":…,"attempts":…,
 * "started":…,"submitted":…,"ended":…}}; times are service time, to the millisecond.
 */
public final class RunItemView implements View<RunItem> {
    private static final Noun NOUN = Noun.of("item");
    public static final List<Column> COLUMNS = List.of(
            Column.number("number"),
            Column.of("datasource"),
            Column.whole("state"),
            Column.of("code"),
            Column.of("why"),
            Column.of("fix"),
            Column.extra("took"),
            Column.data("seconds"),
            Column.data("kind"),
            Column.data("instance"),
            Column.data("vault"),
            Column.data("policy"),
            Column.data("activity"),
            Column.data("datasource id"));

    @Override
    public Listing listing(List<RunItem> items) {
        return new Listing(
                NOUN,
                COLUMNS,
                items.stream().map(item -> row(new ItemText(item))).toList(),
                null);
    }

    @Override
    public Detail detail(RunItem item) {
        ItemText text = new ItemText(item);
        List<Detail.Field> fields = new ArrayList<>(List.of(
                Detail.Field.of("number", String.valueOf(item.number())),
                Detail.Field.of("datasource", text.datasource()),
                Detail.Field.of("kind", item.kind().label()),
                Detail.Field.of("region", item.location().spelling()),
                Detail.Field.of("state", state(item.state())),
                Detail.Field.of("code", text.code()),
                Detail.Field.of("why", text.why()),
                Detail.Field.of("fix", text.fix()),
                Detail.Field.of("activity", text.activity()),
                Detail.Field.of("operation", item.operation() == null ? null : String.valueOf(item.operation())),
                Detail.Field.of("attempts", String.valueOf(item.attempts())),
                Detail.Field.of("started", absolute(item.startedAt())),
                Detail.Field.of("submitted", absolute(item.submittedAt())),
                Detail.Field.of("ended", absolute(item.endedAt())),
                Detail.Field.of("took", Cell.length(text.took())),
                Detail.Field.of("instance", item.instance()),
                Detail.Field.of("policy", text.policy())));
        if (item.snapshotGroup() != null) {
            fields.add(Detail.Field.of("snapshot group", item.snapshotGroup().name()));
        }
        fields.add(Detail.Field.of("vault", text.vault()));
        fields.add(Detail.Field.of("datasource id", text.id()));
        return Detail.of(fields, text.json());
    }

    /** The state with its tone. */
    public static Cell state(ItemState state) {
        return Cell.of(state.word(), tone(state));
    }

    static Tone tone(ItemState state) {
        return switch (state) {
            case PROTECTED, UNCHANGED -> Tone.GOOD;
            case BLOCKED, FAILED -> Tone.BAD;
            case UNKNOWN, SUBMITTED, CONFIGURING -> Tone.WARNING;
            case PLANNED, GRANTED, VALIDATED -> Tone.DIM;
        };
    }

    private static Listing.Row row(ItemText text) {
        RunItem item = text.item();
        return new Listing.Row(
                List.of(
                        Cell.of(String.valueOf(item.number())),
                        Cell.of(text.datasource()),
                        state(item.state()),
                        Cell.of(text.code()),
                        Cell.of(text.why()),
                        Cell.of(text.fix()),
                        Cell.length(text.took()),
                        Cell.of(text.took() == null ? null : Seconds.of(text.took())),
                        Cell.of(item.kind().word()),
                        Cell.of(item.instance()),
                        Cell.of(text.vault()),
                        Cell.of(text.policy()),
                        Cell.of(text.activity()),
                        Cell.of(text.id())),
                text.json());
    }

    private static @Nullable String absolute(@Nullable Instant time) {
        return time == null ? null : Times.absolute(time);
    }
}
