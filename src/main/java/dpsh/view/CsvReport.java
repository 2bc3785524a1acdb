package dpsh.view;

import dpsh.arm.ResourceId;
import dpsh.store.RunItem;
import dpsh.store.RunRow;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row for each item, for spreadsheets; {@link CsvText} says how formulas are kept from being carried out. */
final class CsvReport implements RunReport {
    private static final List<String> TITLES = List.of(
            "number",
            "datasource",
            "state",
            "code",
            "why",
            "fix",
            "kind",
            "group",
            "region",
            "vault",
            "policy",
            "snapshot group",
            "instance",
            "attempts",
            "started",
            "submitted",
            "ended",
            "seconds",
            "activity",
            "datasource id");

    /** Writes the titles, then a row for each item, each ended by CR LF. */
    @Override
    public void write(RunRow run, Iterable<RunItem> items, Appendable out) throws IOException {
        row(TITLES, out);
        for (RunItem item : items) {
            row(values(new ItemText(item)), out);
        }
    }

    private static void row(List<String> values, Appendable out) throws IOException {
        out.append(CsvText.row(values)).append("\r\n");
    }

    private static List<String> values(ItemText text) {
        RunItem item = text.item();
        ResourceId snapshots = item.snapshotGroup();
        Duration took = text.took();
        return List.of(
                String.valueOf(item.number()),
                text.datasource(),
                text.state(),
                orEmpty(text.code()),
                orEmpty(text.why()),
                orEmpty(text.fix()),
                item.kind().word(),
                text.group(),
                item.location().name(),
                text.vault(),
                text.policy(),
                snapshots == null ? "" : PlainText.of(snapshots.name()),
                PlainText.of(item.instance()),
                String.valueOf(item.attempts()),
                time(item.startedAt()),
                time(item.submittedAt()),
                time(item.endedAt()),
                took == null ? "" : Seconds.of(took),
                orEmpty(text.activity()),
                text.id());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }
}
