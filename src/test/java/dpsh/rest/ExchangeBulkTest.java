package dpsh.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dpsh.arm.DpshException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One of many requests, and a person's beside it. Red, each tried: {@code Delivery.again} without its putOff;
 * {@code ArmExchange.unused} doing nothing; {@code Delivery.run} without
 * {@code governor.heard}; {@code Meter.useAhead} answering false.
 */
class ExchangeBulkTest {
    private static final Bucket READS = new Bucket("s1", Bucket.Kind.READ);
    private static final Bucket WRITES = new Bucket("s1", Bucket.Kind.WRITE);

    private Bench bench;
    private ArmExchange bulk;
    private Governor governor;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench();
        bulk = bench.exchange.inBulk();
        governor = bench.exchange.governor();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void spend(Bucket bucket, Lane lane) {
        while (governor.take(bucket, lane).isZero()) {
            // until nothing is left for it
        }
    }

    private static DpshException.TimedOut throttled(ArmExchange exchange, ArmRequest request) {
        DpshException.TimedOut e = catchThrowableOfType(DpshException.TimedOut.class, () -> exchange.send(request));
        assertThat(e).as("thrown").isNotNull();
        assertThat(e.throttled()).isTrue();
        return e;
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aThrottledChangeIsThrownAtOnceAndTheLedgerSaysThatItHadNoEffect(int status) {
        bench.enqueue(Bench.answer(status, "{}").addHeader("Retry-After", "17"));
        assertThat(governor.take(WRITES, Lane.BULK)).isZero();
        DpshException.TimedOut e = throttled(bulk, Bench.put());
        assertThat(e.again()).isEqualTo(Duration.ofSeconds(17));
        assertThat(e.operation()).isEqualTo(1);
        assertThat(e).hasMessageContaining("Code" + status).hasMessageContaining("17 s more");
        assertThat(bench.clock.sleeps()).isEmpty();
        assertThat(bench.ledger.lines().get(1)).startsWith("unanswered 1 never:");
        assertThat(governor.level(WRITES).heldFor()).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void whileTheBucketIsHeldNothingOfItLeavesOrIsWrittenDown() {
        bench.enqueue(Bench.answer(429, "{}").addHeader("Retry-After", "17"));
        throttled(bulk, Bench.put());
        bench.clock.advance(Duration.ofSeconds(7));
        assertThat(throttled(bulk, Bench.validate()).again()).isEqualTo(Duration.ofSeconds(10));
        assertThat(bench.server.getRequestCount()).isEqualTo(1);
        assertThat(bench.ledger.events()).hasSize(2);
        bench.enqueue(Bench.answer(200, "{}"));
        assertThat(bulk.send(Bench.read()).status()).as("another kind").isEqualTo(200);
        assertThat(bench.clock.sleeps()).isEmpty();
    }

    @Test
    void aPersonWaitsTheHoldOfABulkRequestOut() throws Exception {
        bench.enqueue(Bench.answer(429, "{}").addHeader("Retry-After", "17"), Bench.answer(201, "{}"));
        throttled(bulk, Bench.put());
        assertThat(bench.exchange.send(Bench.put()).status()).isEqualTo(201);
        assertThat(bench.clock.sleeps()).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void aTokenTakenAheadIsUsedOnce() throws Exception {
        bench.enqueue(Bench.answer(200, "{}"), Bench.answer(200, "{}"));
        governor.take(READS, Lane.BULK);
        bulk.send(Bench.read());
        assertThat(governor.level(READS).left()).isEqualTo(249);
        bulk.send(Bench.read());
        assertThat(governor.level(READS).left()).as("the second takes its own").isEqualTo(248);
    }

    @Test
    void aRequestWithoutATokenTakenAheadWaitsForItsTurnLikeAPerson() throws Exception {
        while (governor.clear(READS, "Somebody_Else", Lane.PERSON, false).flight() != null) {
            // until nothing is left
        }
        bench.enqueue(Bench.answer(200, "{}"));
        assertThat(bulk.send(Bench.read()).status()).isEqualTo(200);
        assertThat(bench.clock.sleeps()).containsExactly(Duration.ofMillis(40));
    }

    @Test
    void aPersonStillGoesAtOnceWhenBulkWorkHasTakenAllItMay() throws Exception {
        spend(READS, Lane.BULK);
        assertThat(governor.take(READS, Lane.BULK)).isPositive();
        for (int i = 0; i < 25; i++) {
            bench.enqueue(Bench.answer(200, "{}"));
            bench.exchange.send(Bench.read());
        }
        assertThat(bench.clock.sleeps()).isEmpty();
        bench.enqueue(Bench.answer(200, "{}"));
        bench.exchange.send(Bench.read());
        assertThat(bench.clock.sleeps()).containsExactly(Duration.ofMillis(40));
    }

    @Test
    void whatAHeaderSaysIsLeftIsBelieved() throws Exception {
        bench.enqueue(
                Bench.answer(200, "{}").addHeader("x-ms-ratelimit-remaining-subscription-reads", "0"),
                Bench.answer(404, "{}").addHeader("X-MS-RateLimit-Remaining-Subscription-Reads", "799"));
        bench.exchange.send(Bench.read());
        assertThat(governor.level(READS).left()).isZero();
        assertThatThrownBy(() -> bench.exchange.send(Bench.read())).isInstanceOf(DpshException.Service.class);
        assertThat(bench.clock.sleeps()).containsExactly(Duration.ofMillis(40));
        assertThat(governor.level(READS).left()).as("of a refusal too").isEqualTo(799);
    }

    @Test
    void anOperationThatTheProviderCountsByItselfIsPutOffBeforeItIsWrittenDown() throws Exception {
        bench.enqueue(
                Bench.answer(201, "{}").addHeader("x-ms-ratelimit-remaining-subscription-resource-requests", "0"));
        bulk.send(Bench.put());
        governor.take(WRITES, Lane.BULK);
        double before = governor.level(WRITES).left();
        assertThat(throttled(bulk, Bench.put()).again()).isPositive();
        assertThat(governor.level(WRITES).left()).as("the token is back").isEqualTo(before + 1);
        assertThat(bench.ledger.events()).containsExactly("recorded", "answered 1 201");
        bench.enqueue(Bench.answer(202, "{}"));
        assertThat(bulk.send(Bench.validate()).status()).isEqualTo(202);
    }

    @Test
    void aTokenOfARequestThatIsNotSentComesBack() throws Exception {
        try (Bench shows = new Bench(options -> options.withShowOnly(true));
                Bench reads = new Bench(options -> options.withReadOnly(true))) {
            shows.exchange.governor().take(WRITES, Lane.BULK);
            assertThat(shows.exchange.inBulk().send(Bench.put()).sent()).isFalse();
            assertThat(shows.exchange.governor().level(WRITES).left()).isEqualTo(200);
            reads.exchange.governor().take(WRITES, Lane.BULK);
            assertThatThrownBy(() -> reads.exchange.inBulk().send(Bench.put()))
                    .isInstanceOf(DpshException.NotAllowed.class);
            assertThat(reads.exchange.governor().level(WRITES).left()).isEqualTo(200);
        }
        bench.ledger.fill();
        governor.take(WRITES, Lane.BULK);
        assertThatThrownBy(() -> bulk.send(Bench.put())).isInstanceOf(DpshException.LedgerUnavailable.class);
        assertThat(governor.level(WRITES).left()).isEqualTo(200);
    }

    @Test
    void aRenewedTokenCostsAnotherAttempt() throws Exception {
        bench.enqueue(Bench.answer(401, "{}"), Bench.answer(201, "{}"));
        governor.take(WRITES, Lane.BULK);
        assertThat(bulk.send(Bench.put()).status()).isEqualTo(201);
        assertThat(governor.level(WRITES).left()).isEqualTo(198);
    }

    @Test
    void closingTheViewLeavesTheExchangeOpen() throws Exception {
        bulk.close();
        bench.enqueue(Bench.answer(200, "{}"));
        assertThat(bench.exchange.send(Bench.read()).status()).isEqualTo(200);
    }
}
