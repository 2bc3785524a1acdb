package dpsh.view;

import dpsh.bulk.RunCounts;
import dpsh.store.ItemState;
import dpsh.store.RunItem;
import dpsh.store.RunRow;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A page for a merge request, an issue or a mail: the summary, then what is not protected and why, then all. */
final class MarkdownReport implements RunReport {
    @Override
    public void write(RunRow run, Iterable<RunItem> items, Appendable out) throws IOException {
        RunCounts counts = RunCounts.of(items);
        out.append("# Run " + run.number() + ": " + MarkdownText.of(run.title()) + "\n\n");
        out.append(Counted.grouped(counts.good()) + " of " + Counted.grouped(counts.total()) + " protected. ");
        out.append("Begun " + Times.absolute(run.createdAt()) + ended(run) + "\n\n");
        out.append("| state | items |\n|---|---:|\n");
        for (ItemState state : ItemState.values()) {
            if (counts.of(state) > 0) {
                out.append("| " + state.word() + " | " + Counted.grouped(counts.of(state)) + " |\n");
            }
        }
        if (counts.good() < counts.total()) {
            out.append("\n## Not protected\n\n| datasource | state | code | why | fix |\n|---|---|---|---|---|\n");
            for (RunItem item : items) {
                if (!item.state().good()) {
                    trouble(new ItemText(item), out);
                }
            }
        }
        out.append("\n## All datasources\n\n| # | datasource | group | policy | vault | state | took |\n"
                + "|---:|---|---|---|---|---|---:|\n");
        for (RunItem item : items) {
            row(new ItemText(item), out);
        }
    }

    private static String ended(RunRow run) {
        Instant ended = run.endedAt();
        return ended == null
                ? "; " + run.seenState().word() + "."
                : "; " + run.seenState().word() + " after " + Times.length(Duration.between(run.createdAt(), ended))
                        + ".";
    }

    private static void trouble(ItemText text, Appendable out) throws IOException {
        out.append("| " + MarkdownText.code(text.datasource()) + " | " + text.state() + " | ");
        out.append((text.code() == null ? "" : MarkdownText.code(text.code())) + " | ");
        out.append(orEmpty(text.why()) + " | " + orEmpty(text.fix()) + " |\n");
    }

    private static void row(ItemText text, Appendable out) throws IOException {
        Duration took = text.took();
        out.append("| " + text.item().number() + " | " + MarkdownText.code(text.datasource()) + " | ");
        out.append(MarkdownText.of(text.group()) + " | " + MarkdownText.of(text.policy()) + " | ");
        out.append(MarkdownText.of(text.vault()) + " | " + text.state() + " | ");
        out.append((took == null ? "" : Times.length(took)) + " |\n");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : MarkdownText.of(text);
    }
}
