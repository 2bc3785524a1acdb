package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.HostileText;
import dpsh.arm.DpshException;
import dpsh.backup.ErrorCatalog;
import dpsh.bulk.RunProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Hostile texts in what is redrawn in place and in what is told of errors: each line fits and stays one, and a terminal acts on
 * none of it.
 *
 * <p>Red, tried: {@code WatchTable.single} without its cut. Errors are made harmless twice, by {@code Clause} and by
 * {@code Page.notice}.
 */
class HostileBlocksTest {
    private static final int TRIES = 200;
    private static final Instant NOW = Instant.parse("2026-11-20T13:00:00Z");

    /** Told without harm when something fails. */
    record Texts(List<String> all) {
        String get(int index) {
            return all.get(index % all.size());
        }

        @Override
        public String toString() {
            return JsonText.ofAny(all);
        }
    }

    @Provide
    Arbitrary<Texts> texts() {
        return HostileText.any().list().ofMinSize(1).ofMaxSize(5).map(Texts::new);
    }

    @Provide
    Arbitrary<Integer> widths() {
        return Arbitraries.of(1, 2, 5, 10, 20, 80, 300);
    }

    private static void fit(List<Cell> lines, int width) {
        Ink ink = new ScreenInk();
        assertThat(lines).allSatisfy(line -> {
            assertThat(ink.width(line.text())).isLessThanOrEqualTo(width);
            isOneHarmlessLine(line.painted(ink));
        });
    }

    private static void isOneHarmlessLine(String line) {
        assertThat(HostileText.isHarmless(line) && line.indexOf('\n') < 0)
                .as(JsonText.ofAny(line))
                .isTrue();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void aWatchFitsItsScreen(@ForAll("texts") Texts texts, @ForAll("widths") int width, @ForAll WatchSort sort) {
        WatchRow row = new WatchRow(
                texts.get(0),
                texts.get(1),
                texts.get(2),
                Cell.of(texts.get(3), Tone.BAD),
                texts.get(4),
                true,
                false,
                NOW,
                Duration.ofSeconds(90),
                Duration.ofSeconds(9),
                Detail.of(List.of(), "{}"));
        WatchTable table = new WatchTable(new ScreenInk(), width);
        fit(table.lines(List.of(row, row), 1, sort), width);
        fit(List.of(table.cut(row.line())), width);
        isOneHarmlessLine(row.line().painted(new ScreenInk()));
        isOneHarmlessLine(row.json());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void theProgressOfARunFitsItsScreen(@ForAll("texts") Texts texts, @ForAll("widths") int width) {
        RunProgressView view = new RunProgressView(new RunProgress(
                9, 1, 1, 1, 1, 1, 1, 1, 2, 3.5, List.of(), null, texts.get(0), Duration.ofSeconds(5), texts.get(1)));
        fit(view.lines(width, new ScreenInk()), width);
        isOneHarmlessLine(view.line().painted(new ScreenInk()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void anErrorIsOneLine(@ForAll("texts") Texts texts, @ForAll Format format) {
        Sentences sentences = new Sentences(ErrorCatalog.load());
        List<DpshException> errors = List.of(
                new DpshException.Usage(texts.get(0), texts.get(1), texts.get(2)),
                new DpshException.Refused(texts.get(0), texts.get(1), texts.get(2)),
                new DpshException.NotAllowed(texts.get(0), texts.get(1), texts.get(2), null));
        for (DpshException error : errors) {
            Paper paper = Paper.of(new ScreenInk(), 0);
            sentences.say(error).print(format, paper.page());
            assertThat(paper.err()).endsWith("\n");
            isOneHarmlessLine(paper.err().substring(0, paper.err().length() - 1));
        }
    }
}
