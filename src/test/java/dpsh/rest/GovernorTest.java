package dpsh.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.ScaledClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * The token buckets. Red, each tried: {@code Meter.take} leaving the level alone; {@code Governor.reserveOf} answering 0;
 * {@code Meter.hold} leaving {@code at} alone; {@code Meter.told} without its least, without its most, and with the header taken as
 * it stands.
 */
class GovernorTest {
    private static final Bucket WRITES = new Bucket("s1", Bucket.Kind.WRITE);
    private static final Bucket READS = new Bucket("s1", Bucket.Kind.READ);
    private static final String PUT = "BackupInstances_CreateOrUpdate";

    private final FakeClock clock = new FakeClock();
    private final Governor governor = new Governor(clock);

    /** A person's request that leaves now; fails when it may not. */
    private Flight leave(Bucket bucket, String operation) {
        Flight flight = governor.clear(bucket, operation, Lane.PERSON, false).flight();
        assertThat(flight).as("may leave").isNotNull();
        return flight;
    }

    private void answered(Flight flight, String header, long left) {
        governor.heard(flight, Map.of("x-ms-ratelimit-remaining-" + header, String.valueOf(left)));
    }

    private double left(Bucket bucket) {
        return governor.level(bucket).left();
    }

    /** Red when {@code Governor.clear} looked at the clock before it made the meters. */
    @Test
    void theFirstRequestOfItsKindIsNotPutOffByTimeThatPassesMeanwhile() {
        Governor real = new Governor(new ScaledClock(1_000_000));

        assertThat(real.clear(READS, "BackupVaults_Get", Lane.BULK, true).flight())
                .isNotNull();
    }

    @Property(tries = 200)
    void neverMoreIsTakenThanTheBucketHeldAndWhatCameBack(
            @ForAll @Size(min = 1, max = 400) List<@IntRange(min = 0, max = 60_000) Integer> pauses,
            @ForAll Bucket.Kind kind) {
        FakeClock time = new FakeClock();
        Governor paced = new Governor(time);
        Bucket bucket = new Bucket("s1", kind);
        Instant begun = time.now();
        int taken = 0;
        for (int millis : pauses) {
            while (taken < 5000 && paced.take(bucket, Lane.PERSON).isZero()) {
                taken++;
            }
            double seconds = Duration.between(begun, time.now()).toMillis() / 1000.0;
            assertThat((double) taken).isLessThanOrEqualTo(kind.capacity() + kind.perSecond() * seconds + 1e-6);
            time.advance(Duration.ofMillis(millis));
        }
    }

    @Property(tries = 200)
    void afterTheWaitThatIsToldThereIsAToken(
            @ForAll Bucket.Kind kind, @ForAll Lane lane, @ForAll @IntRange(min = 1, max = 500) int count) {
        FakeClock time = new FakeClock();
        Governor paced = new Governor(time);
        Bucket bucket = new Bucket("s1", kind);
        for (int i = 0; i < count; i++) {
            Duration wait = paced.take(bucket, lane);
            if (!wait.isZero()) {
                time.advance(wait.minusMillis(2));
                assertThat(paced.take(bucket, lane))
                        .as("two milliseconds early")
                        .isPositive();
                time.advance(Duration.ofMillis(2));
                assertThat(paced.take(bucket, lane)).isZero();
            }
        }
    }

    @Property(tries = 50)
    void bulkWorkLeavesATenthToPersons(@ForAll Bucket.Kind kind, @ForAll @IntRange(min = 0, max = 40_000) int millis) {
        FakeClock time = new FakeClock();
        Governor paced = new Governor(time);
        Bucket bucket = new Bucket("s1", kind);
        int reserve = (int) kind.capacity() / 10;
        for (int round = 0; round < 3; round++) {
            while (paced.take(bucket, Lane.BULK).isZero()) {
                // until it is told to wait
            }
            assertThat(paced.level(bucket).left()).isBetween(reserve - 1e-6, reserve + 1.0);
            time.advance(Duration.ofMillis(millis));
        }
        for (int i = 0; i < reserve; i++) {
            assertThat(paced.take(bucket, Lane.PERSON)).isZero();
        }
    }

    @Property(tries = 200)
    void aHoldIsAFloorForEverybodyAndThenThereIsOneToken(
            @ForAll @IntRange(min = 2, max = 3600) int seconds, @ForAll @IntRange(min = 0, max = 3599) int early) {
        FakeClock time = new FakeClock();
        Governor paced = new Governor(time);
        Flight flight = paced.clear(WRITES, PUT, Lane.PERSON, false).flight();
        Duration wait = paced.throttled(flight, 1, Duration.ofSeconds(seconds), 0.5);
        assertThat(wait).isEqualTo(Duration.ofSeconds(seconds));
        time.advance(Duration.ofSeconds(early % seconds));
        for (Lane lane : Lane.values()) {
            assertThat(paced.take(WRITES, lane)).isGreaterThanOrEqualTo(Duration.ofSeconds(seconds - early % seconds));
        }
        assertThat(paced.clear(WRITES, "Another_Put", Lane.PERSON, false).delay())
                .isEqualTo(Duration.ofSeconds(seconds - early % seconds));
        assertThat(paced.take(READS, Lane.BULK)).as("another kind").isZero();
        time.advance(Duration.ofSeconds(seconds - early % seconds));
        assertThat(paced.take(WRITES, Lane.PERSON)).isZero();
        assertThat(paced.take(WRITES, Lane.PERSON)).isPositive();
    }

    /**
     * Against a service whose bucket is what it is, and whose answers come late and in any order: nothing is ever refused,
     * and we are not slower than a tenth below what it would give.
     */
    @Property(tries = 60)
    void keepsUpWithAServiceOfAnotherSizeWithoutBeingRefused(
            @ForAll @IntRange(min = 30, max = 2000) int size,
            @ForAll @IntRange(min = 10, max = 60) int perSecond,
            @ForAll @IntRange(min = 1, max = 3000) int slowestMillis,
            @ForAll long seed) {
        FakeClock time = new FakeClock();
        Governor paced = new Governor(time);
        Service service = new Service(size, perSecond, time, new Random(seed), slowestMillis);
        Instant end = time.now().plusSeconds(120);
        int sent = 0;
        while (time.now().isBefore(end)) {
            service.answerWhatIsDue(paced);
            if (paced.take(WRITES, Lane.BULK).isZero()) {
                Flight flight = paced.clear(WRITES, PUT, Lane.BULK, true).flight();
                service.arrives(flight);
                sent++;
            } else {
                time.advance(Duration.ofMillis(20));
            }
        }
        // Before the first answer came we could not know that it holds less than documented.
        assertThat(service.refused).isLessThanOrEqualTo(Math.max(0, 200 - size));
        double documented = Math.min(10, perSecond) * 120.0;
        assertThat(sent).isGreaterThan((int) (0.9 * (documented - 20)));
    }

    /** ARM's side: counts when a request arrives, and answers some time later. */
    private static final class Service {
        private record Due(Instant at, Flight flight, long left) {}

        private final int size;
        private final int perSecond;
        private final FakeClock time;
        private final Random random;
        private final int slowestMillis;
        private final Deque<Due> due = new ArrayDeque<>();
        private double tokens;
        private Instant counted;
        private int refused;

        Service(int size, int perSecond, FakeClock time, Random random, int slowestMillis) {
            this.size = size;
            this.perSecond = perSecond;
            this.time = time;
            this.random = random;
            this.slowestMillis = slowestMillis;
            this.tokens = size;
            this.counted = time.now();
        }

        void arrives(Flight flight) {
            double filled = Duration.between(counted, time.now()).toMillis() / 1000.0 * perSecond;
            tokens = Math.min(size, tokens + filled);
            counted = time.now();
            if (tokens < 1) {
                refused++;
            } else {
                tokens--;
            }
            due.add(new Due(time.now().plusMillis(random.nextInt(slowestMillis)), flight, (long) tokens));
        }

        void answerWhatIsDue(Governor governor) {
            due.removeIf(one -> {
                boolean now = !one.at().isAfter(time.now());
                if (now) {
                    governor.heard(
                            one.flight(),
                            Map.of("x-ms-ratelimit-remaining-subscription-writes", String.valueOf(one.left())));
                }
                return now;
            });
        }
    }

    @Test
    void aLoneAnswerCorrectsDownAtOnce() {
        answered(leave(WRITES, PUT), "subscription-writes", 3);
        assertThat(left(WRITES)).isEqualTo(3);
    }

    @Test
    void aLoneAnswerCorrectsUpBeyondTheDocumentedSize() {
        answered(leave(WRITES, PUT), "subscription-writes", 799);
        assertThat(left(WRITES)).isEqualTo(799);
        assertThat(governor.level(WRITES).capacity()).isEqualTo(800);
    }

    @Test
    void whatIsOnItsWayIsTakenOffAHeaderThatMayNotCountIt() {
        Flight first = leave(WRITES, PUT);
        for (int i = 0; i < 50; i++) {
            leave(WRITES, PUT);
        }
        governor.take(WRITES, Lane.BULK);
        answered(first, "subscription-writes", 799);
        assertThat(left(WRITES)).isEqualTo(799 - 51);
    }

    @Test
    void whatWasAnsweredBeforeARequestLeftIsCountedInItsHeader() {
        Flight early = leave(WRITES, PUT);
        answered(early, "subscription-writes", 300);
        answered(leave(WRITES, PUT), "subscription-writes", 299);
        assertThat(left(WRITES)).isEqualTo(299);
    }

    @Test
    void anOldHeaderDoesNotGiveBackWhatWasTakenSince() {
        Flight slow = leave(WRITES, PUT);
        for (int i = 0; i < 100; i++) {
            answered(leave(WRITES, PUT), "subscription-writes", 198 - i);
        }
        assertThat(left(WRITES)).isEqualTo(99);
        answered(slow, "subscription-writes", 199);
        assertThat(left(WRITES)).isEqualTo(99);
    }

    @Test
    void everybodysBucketOnlyLowers() {
        answered(leave(WRITES, PUT), "subscription-global-writes", 11_999);
        assertThat(left(WRITES)).isEqualTo(199);
        answered(leave(WRITES, PUT), "subscription-global-writes", 5);
        assertThat(left(WRITES)).isEqualTo(5);
    }

    @Test
    void theTenantsHeaderIsTheTenantsBucket() {
        answered(leave(READS, "Subscriptions_Get"), "tenant-reads", 7);
        assertThat(left(READS)).isEqualTo(249);
        assertThat(left(new Bucket("", Bucket.Kind.READ))).isEqualTo(7);
    }

    @Test
    void anOperationThatIsCountedByItselfNeitherStarvesNorFreesOthers() {
        answered(leave(WRITES, PUT), "subscription-resource-requests", 0);
        assertThat(left(WRITES)).as("the subscription's own bucket").isEqualTo(199);
        assertThat(governor.take(WRITES, Lane.BULK)).isZero();
        assertThat(governor.clear(WRITES, "BackupVaults_Update", Lane.BULK, true)
                        .flight())
                .isNotNull();
        Clearance own = governor.clear(WRITES, PUT, Lane.PERSON, false);
        assertThat(own.flight()).isNull();
        assertThat(own.delay()).isEqualTo(Duration.ofMillis(100));

        answered(leave(WRITES, "BackupVaults_Update"), "subscription-resource-requests", 1999);
        assertThat(governor.clear(WRITES, PUT, Lane.PERSON, false).flight()).isNull();
        assertThat(left(WRITES)).isLessThan(200);
    }

    @Test
    void aHeaderThatIsNoNumberIsIgnored() {
        Flight flight = leave(WRITES, PUT);
        governor.heard(
                flight,
                Map.of(
                        "x-ms-ratelimit-remaining-subscription-writes",
                        "-1",
                        "x-ms-ratelimit-remaining-subscription-deletes",
                        "many",
                        "x-ms-ratelimit-remaining-resource",
                        "Microsoft.Compute/CreateUpdateDisks3Min;2999"));
        assertThat(left(WRITES)).isEqualTo(199);
        assertThat(left(new Bucket("s1", Bucket.Kind.DELETE))).isEqualTo(200);
    }

    @Test
    void aTokenThatIsNotNeededComesBackOnce() {
        governor.take(WRITES, Lane.BULK);
        governor.giveBack(WRITES);
        governor.giveBack(WRITES);
        assertThat(left(WRITES)).isEqualTo(200);
        leave(WRITES, PUT);
        governor.giveBack(WRITES);
        assertThat(left(WRITES)).isEqualTo(199);
    }

    @Test
    void aHoldVoidsWhatWasTakenAhead() {
        Flight flight = leave(WRITES, PUT);
        for (int i = 0; i < 100; i++) {
            governor.take(WRITES, Lane.BULK);
        }
        governor.throttled(flight, 1, Duration.ofSeconds(10), 0.5);
        clock.advance(Duration.ofSeconds(10));
        assertThat(governor.clear(WRITES, PUT, Lane.BULK, true).flight()).isNotNull();
        assertThat(governor.clear(WRITES, PUT, Lane.BULK, true).flight())
                .as("a hundred at once would be a storm")
                .isNull();
    }

    @Test
    void aShorterHoldDoesNotCutALongerOneShort() {
        Flight one = leave(READS, "x");
        Flight other = leave(READS, "x");
        governor.throttled(one, 1, Duration.ofSeconds(60), 0.5);
        governor.throttled(other, 1, Duration.ofSeconds(5), 0.5);
        assertThat(governor.level(READS).heldFor()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void waitsGrowWithEachRoundAndNotWithEachRequestOfARound() {
        Flight one = leave(READS, "x");
        Flight other = leave(READS, "x");
        assertThat(governor.throttled(one, 1, null, 0.5)).isEqualTo(Duration.ofMillis(1500));
        assertThat(governor.throttled(other, 1, null, 0.5)).isEqualTo(Duration.ofMillis(1500));
        clock.advance(Duration.ofMillis(1500));
        Flight next = leave(READS, "x");
        assertThat(governor.throttled(next, 1, null, 0.5)).isEqualTo(Duration.ofMillis(3000));
        clock.advance(Duration.ofMillis(3000));
        governor.flows(leave(READS, "x"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(governor.throttled(leave(READS, "x"), 1, null, 0.5)).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void whatNobodyUsesIsForgotten() {
        Flight flight = leave(READS, "kept");
        for (int i = 0; i < 5000; i++) {
            governor.lost(leave(new Bucket("other-" + i, Bucket.Kind.READ), "x"));
        }
        assertThat(governor.buckets()).isLessThanOrEqualTo(1000);
        answered(flight, "subscription-reads", 5);
        assertThat(left(READS)).as("what is on its way is kept").isEqualTo(5);
    }
}
