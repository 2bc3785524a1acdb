package dpsh.view;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.SubscriptionId;
import dpsh.bulk.RunProgress;
import dpsh.client.Pacing;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunProgressViewTest {
    private static final SubscriptionId OPERATIONS = new SubscriptionId("aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e");
    private static final SubscriptionId OTHER = new SubscriptionId("bbbb1b1b-cc2c-dd3d-ee4e-ffffff5f5f5f");
    private static final List<RunProgress.QuotaLeft> QUOTA =
            List.of(left(OPERATIONS, Pacing.Call.WRITE, 143.9, 0), left(OPERATIONS, Pacing.Call.READ, 10_021, 0));
    private static final RunProgress PROGRESS = progress(QUOTA);

    private static RunProgress.QuotaLeft left(SubscriptionId in, Pacing.Call call, double left, int heldSeconds) {
        return new RunProgress.QuotaLeft(in, call, new Pacing.Quota(left, 20_000, 10, Duration.ofSeconds(heldSeconds)));
    }

    private static RunProgress progress(List<RunProgress.QuotaLeft> quota) {
        return new RunProgress(
                2000,
                812,
                18,
                2,
                3,
                0,
                792,
                12,
                361,
                57.6,
                quota,
                Duration.ofMinutes(12),
                "disk-0113 (configuring)",
                Duration.ofSeconds(260),
                "waiting for 12 roles to act (3 min so far)");
    }

    /** Done, failed, the rest configuring, and nothing else known. */
    private static RunProgress bare(int total, int done, int failed, double rate) {
        int rest = total - done - failed;
        return new RunProgress(total, done, 0, 0, failed, 0, 0, 0, rest, rate, List.of(), null, null, null, null);
    }

    private static String lines(RunProgress progress, int width, Ink ink) {
        return new RunProgressView(progress)
                .lines(width, ink).stream().map(cell -> cell.painted(ink)).collect(Collectors.joining("\n"));
    }

    @Test
    void saysInFiveLinesHowItStands() {
        assertThat(lines(PROGRESS, 100, new PlainInk())).isEqualTo("""
                ━━━━━━━━━━━━━━━╳╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌   41%  835 of 2,000  about 12 min left
                812 protected  18 unchanged  3 failed  2 blocked  792 waiting  12 validating  361 configuring
                58 a minute; oldest: disk-0113 (configuring), for 4 min 20 s
                the service takes: 143 writes, 10,021 reads
                waiting for 12 roles to act (3 min so far)""");
    }

    @Test
    void toneTellsGoodFromBad() {
        assertThat(lines(PROGRESS, 100, new MarkedInk()))
                .startsWith("good(" + "━".repeat(15) + ")bad(╳)dim(" + "╌".repeat(24) + ")")
                .contains("good(812 protected)", "bad(3 failed)", "warning(waiting for 12 roles");
    }

    @Test
    void fitsNarrowTerminals() {
        for (int width = 1; width <= 120; width++) {
            int room = width;
            Ink ink = new PlainInk();
            assertThat(new RunProgressView(PROGRESS).lines(width, ink))
                    .hasSize(5)
                    .allSatisfy(line -> assertThat(ink.width(line.text())).isLessThanOrEqualTo(Math.min(room, 100)));
        }
        assertThat(lines(PROGRESS, 44, new PlainInk())).startsWith("41%  835 of 2,000  about 12 min left\n");
    }

    @Test
    void aNewRunSaysWhatItKnows() {
        RunProgress fresh = bare(5, 0, 0, 0);
        assertThat(lines(fresh, 80, new PlainInk())).isEqualTo("""
                ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌    0%  0 of 5
                5 configuring
                no rate yet""");
    }

    @Test
    void oneFailureAmongThousandsHasAMarkAndOnlyTheWholeIsFull() {
        RunProgress almost = bare(10_000, 9_998, 1, 1);
        assertThat(lines(almost, 80, new PlainInk())).startsWith("━".repeat(38) + "╳╌   99%  9,999 of 10,000");
    }

    @Test
    void theLineForLogsHasTheSame() {
        assertThat(new RunProgressView(PROGRESS).line().text())
                .isEqualTo("835 of 2,000 done (3 failed, 2 blocked), 792 waiting, 12 validating, 361 configuring;"
                        + " 58 a minute; about 12 min left; waiting for 12 roles to act (3 min so far)");
    }

    @Test
    void slowRatesHaveADecimal() {
        RunProgress slow = bare(5, 1, 0, 0.25);
        assertThat(new RunProgressView(slow).line().text()).endsWith("; 0.3 a minute");
    }

    @Test
    void severalSubscriptionsAreNamedAndAHeldBucketSaysForHowLong() {
        RunProgress two =
                progress(List.of(left(OPERATIONS, Pacing.Call.WRITE, 0, 17), left(OTHER, Pacing.Call.WRITE, 3, 0)));
        assertThat(new RunProgressView(two).lines(200, new PlainInk()).get(3).text())
                .startsWith(
                        "the service takes: no writes for 17 s (aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e); 3 writes (bb");
    }
}
