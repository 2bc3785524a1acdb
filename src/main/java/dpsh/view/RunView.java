package dpsh.view;

import dpsh.bulk.RunCounts;
import dpsh.bulk.RunStanding;
import dpsh.store.ItemState;
import dpsh.store.RunRow;
import dpsh.store.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs. Done are the items that are protected as asked; failed are all that ended otherwise: blocked, failed, unknown. As JSON:
 * {@code {"number":…,"title":…,"state":…,"plan":…,"grant":…,"scope":…,"total":…,"done":…,"failed":…,
 * "items":{"planned":…,…},"created":…,"ended":…}}.
 */
public final class RunView implements View<RunStanding> {
    private static final Noun NOUN = Noun.of("run");
    public static final List<Column> COLUMNS = List.of(
            Column.number("number"),
            Column.of("title"),
            Column.whole("state"),
            Column.number("done"),
            Column.number("failed"),
            Column.number("total"),
            Column.whole("started"),
            Column.extra("took"));

    private final Times times;

    /** @param now the wall clock, for "3 min ago" */
    public RunView(Instant now) {
        this.times = new Times(now);
    }

    @Override
    public Listing listing(List<RunStanding> runs) {
        return new Listing(NOUN, COLUMNS, runs.stream().map(this::row).toList(), null);
    }

    @Override
    public Detail detail(RunStanding standing) {
        RunRow run = standing.run();
        RunCounts counts = standing.counts();
        List<Detail.Field> fields = new ArrayList<>(List.of(
                Detail.Field.of("number", String.valueOf(run.number())),
                Detail.Field.of("title", run.title()),
                Detail.Field.of("state", state(run)),
                Detail.Field.of("plan", run.plan()),
                Detail.Field.of("grants", run.grant() ? "yes, at each " + run.scope() : "no"),
                Detail.Field.of("started", times.cell(run.createdAt(), TimeStyle.BOTH)),
                Detail.Field.of("ended", times.cell(run.endedAt(), TimeStyle.BOTH)),
                Detail.Field.of("took", took(run)),
                Detail.Field.of("items", Counted.grouped(counts.total()))));
        List<Detail.Field> states = new ArrayList<>();
        for (ItemState state : ItemState.values()) {
            if (counts.of(state) > 0) {
                states.add(Detail.Field.of(
                        state.word(), Cell.of(Counted.grouped(counts.of(state)), RunItemView.tone(state))));
            }
        }
        return Detail.of(fields, raw(standing)).and("items", states);
    }

    private Listing.Row row(RunStanding standing) {
        RunRow run = standing.run();
        RunCounts counts = standing.counts();
        int failed = counts.notProtected();
        return new Listing.Row(
                List.of(
                        Cell.of(String.valueOf(run.number())),
                        Cell.of(run.title()),
                        state(run),
                        Cell.of(String.valueOf(counts.good())),
                        Cell.of(String.valueOf(failed), failed == 0 ? Tone.PLAIN : Tone.BAD),
                        Cell.of(String.valueOf(counts.total())),
                        times.cell(run.createdAt(), TimeStyle.RELATIVE),
                        took(run)),
                raw(standing));
    }

    /** {@code 198 protected, 1 unchanged, 1 failed}: what there is of each, the usual first. */
    public static String words(RunCounts counts) {
        List<String> words = new ArrayList<>();
        for (ItemState state : List.of(
                ItemState.PROTECTED,
                ItemState.UNCHANGED,
                ItemState.BLOCKED,
                ItemState.FAILED,
                ItemState.UNKNOWN,
                ItemState.CONFIGURING,
                ItemState.SUBMITTED,
                ItemState.VALIDATED,
                ItemState.GRANTED,
                ItemState.PLANNED)) {
            int count = counts.of(state);
            if (count > 0) {
                words.add(Counted.grouped(count) + " " + state.word());
            }
        }
        return words.isEmpty() ? "nothing to do" : String.join(", ", words);
    }

    static Cell state(RunRow run) {
        RunState state = run.seenState();
        return Cell.of(
                state.word(),
                switch (state) {
                    case RUNNING, INTERRUPTED -> Tone.WARNING;
                    case DONE -> Tone.PLAIN;
                });
    }

    /** How long it took, or so far; nothing when nobody knows when it stopped. */
    private Cell took(RunRow run) {
        Instant ended = run.endedAt();
        if (ended != null) {
            return Cell.length(Duration.between(run.createdAt(), ended));
        }
        return run.seenState() == RunState.RUNNING
                ? Cell.length(Duration.between(run.createdAt(), times.now())).and(" so far", Tone.PLAIN)
                : Cell.NONE;
    }

    private static String raw(RunStanding standing) {
        RunRow run = standing.run();
        RunCounts counts = standing.counts();
        Map<String, @Nullable Object> items = new LinkedHashMap<>();
        for (ItemState state : ItemState.values()) {
            items.put(state.word(), counts.of(state));
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("number", run.number());
        members.put("title", run.title());
        members.put("state", run.seenState().word());
        members.put("plan", run.plan());
        members.put("grant", run.grant());
        members.put("scope", run.scope());
        members.put("total", counts.total());
        members.put("done", counts.good());
        members.put("failed", counts.notProtected());
        members.put("items", items);
        members.put("created", Times.absolute(run.createdAt()));
        members.put("ended", run.endedAt() == null ? null : Times.absolute(run.endedAt()));
        return JsonText.of(members);
    }
}
