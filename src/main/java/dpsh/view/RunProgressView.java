package dpsh.view;

import dpsh.arm.SubscriptionId;
import dpsh.bulk.RunProgress;
import dpsh.client.Pacing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a run stands, for a person who watches it: three to five lines, or one. */
public record RunProgressView(RunProgress progress) implements LiveText {
    private static final int WIDEST = 100;
    private static final int LONGEST_BAR = 40;
    private static final int SHORTEST_BAR = 8;
    private static final String GAP = "  ";

    /**
     * Shows:
     *
     * <pre>
     * ━━━━━━━━━━━━━━━╳╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌   41%  835 of 2,000  about 12 min left
     * 812 protected  18 unchanged  3 failed  2 blocked  804 waiting  361 configuring
     * 58 a minute; oldest: disk-0113, for 4 min 20 s
     * the service takes: 143 writes, 10,021 reads
     * waiting for 12 roles to act (3 min so far)
     * </pre>
     */
    @Override
    public List<Cell> lines(int width, Ink ink) {
        Cut cut = new Cut(ink, Math.min(width, WIDEST));
        List<Cell> lines = new ArrayList<>();
        lines.add(bar(cut.width(), ink));
        lines.add(Counted.joined(counted(), GAP));
        lines.add(pace());
        if (!progress.quota().isEmpty()) {
            lines.add(Cell.of("the service takes: " + quota(), Tone.DIM));
        }
        if (progress.phase() != null) {
            lines.add(Cell.of(progress.phase(), Tone.WARNING));
        }
        return lines.stream().map(cut::of).toList();
    }

    /** {@code 835 of 2,000 done (3 failed, 2 blocked), 804 waiting, 361 configuring; 58 a minute; about 12 min left}. */
    @Override
    public Cell line() {
        Cell trouble = Counted.joined(trouble(), ", ");
        Cell open = Counted.joined(open(), ", ");
        StringBuilder line = new StringBuilder(ended()).append(" done");
        line.append(trouble.spans().isEmpty() ? "" : " (" + trouble.text() + ")");
        line.append(open.spans().isEmpty() ? "" : ", " + open.text());
        line.append(progress.itemsPerMinute() > 0 ? "; " + rate() : "");
        line.append(left() == null ? "" : "; " + left());
        line.append(progress.phase() == null ? "" : "; " + progress.phase());
        return Cell.of(line.toString());
    }

    private Cell bar(int width, Ink ink) {
        ProgressBar bar = new ProgressBar(
                progress.done() + progress.unchanged(),
                progress.blocked() + progress.failed(),
                progress.unknown(),
                progress.total());
        String text = String.format(Locale.ROOT, "%3d%%", bar.percent()) + GAP + ended();
        text += left() == null ? "" : GAP + left();
        int room = Math.min(LONGEST_BAR, width - ink.width(text) - GAP.length());
        if (room < SHORTEST_BAR) {
            return Cell.of(text.strip());
        }
        return new Cell(bar.spans(room)).and(GAP + text, Tone.PLAIN);
    }

    private List<Counted> counted() {
        List<Counted> all = new ArrayList<>();
        all.add(new Counted(progress.done(), "protected", Tone.GOOD));
        all.add(new Counted(progress.unchanged(), "unchanged", Tone.GOOD));
        all.addAll(trouble());
        all.addAll(open());
        return all;
    }

    private List<Counted> trouble() {
        return List.of(
                new Counted(progress.failed(), "failed", Tone.BAD),
                new Counted(progress.blocked(), "blocked", Tone.BAD),
                new Counted(progress.unknown(), "unknown", Tone.WARNING));
    }

    private List<Counted> open() {
        return List.of(
                new Counted(progress.waiting(), "waiting", Tone.PLAIN),
                new Counted(progress.validating(), "validating", Tone.PLAIN),
                new Counted(progress.configuring(), "configuring", Tone.PLAIN));
    }

    private Cell pace() {
        String rate = progress.itemsPerMinute() > 0 ? rate() : "no rate yet";
        Duration age = progress.oldestAge();
        return Cell.of(
                progress.oldest() == null || age == null
                        ? rate
                        : rate + "; oldest: " + progress.oldest() + ", for " + Times.length(age),
                Tone.DIM);
    }

    private String rate() {
        double rate = progress.itemsPerMinute();
        return (rate < 10 ? String.format(Locale.ROOT, "%.1f", rate) : Counted.grouped(Math.round(rate))) + " a minute";
    }

    private @Nullable String left() {
        Duration left = progress.left();
        return left == null ? null : "about " + Times.length(left) + " left";
    }

    /** By subscription, and naming it only where there are several. */
    private String quota() {
        Map<SubscriptionId, List<RunProgress.QuotaLeft>> bySubscription = progress.quota().stream()
                .collect(Collectors.groupingBy(
                        RunProgress.QuotaLeft::subscription, LinkedHashMap::new, Collectors.toList()));
        return bySubscription.entrySet().stream()
                .map(entry ->
                        entry.getValue().stream().map(RunProgressView::words).collect(Collectors.joining(", "))
                                + (bySubscription.size() == 1
                                        ? ""
                                        : " (" + entry.getKey().value() + ")"))
                .collect(Collectors.joining("; "));
    }

    private static String words(RunProgress.QuotaLeft left) {
        String calls = left.call().name().toLowerCase(Locale.ROOT) + "s";
        Pacing.Quota quota = left.quota();
        return quota.heldFor().isZero()
                ? Counted.grouped((long) quota.left()) + " " + calls
                : "no " + calls + " for " + Times.length(quota.heldFor());
    }

    private String ended() {
        int ended =
                progress.done() + progress.unchanged() + progress.blocked() + progress.failed() + progress.unknown();
        return Counted.grouped(ended) + " of " + Counted.grouped(progress.total());
    }
}
