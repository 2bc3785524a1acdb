package dpsh.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is sent again, what is not, and when (laws 4 and 7). Red when {@code Intervals.atLeast} forgets the floor, or when
 * {@code Delivery.again} repeats changes over a passing failure; both were tried.
 */
class ExchangeRetryTest {
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void always(MockResponse.Builder answer) {
        bench.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer.build();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void aReadIsRepeatedOverAPassingFailure(int status) throws Exception {
        bench.enqueue(Bench.answer(status, "{}"), Bench.answer(status, "{}"), Bench.answer(200, "{}"));
        assertThat(bench.exchange.send(Bench.read()).status()).isEqualTo(200);
        assertThat(bench.clock.sleeps()).containsExactly(Duration.ofMillis(300), Duration.ofMillis(600));
    }

    @Test
    void aReadIsGivenUpAfterFourAttempts() {
        always(Bench.answer(500, "{}"));
        assertThatThrownBy(() -> bench.exchange.send(Bench.read()))
                .isInstanceOfSatisfying(
                        DpshException.Service.class, e -> assertThat(e.status()).isEqualTo(500));
        assertThat(bench.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void aRetryAfterOnAFailureIsAFloor() throws Exception {
        bench.enqueue(Bench.answer(500, "{}").addHeader("Retry-After", "7"), Bench.answer(200, "{}"));
        bench.exchange.send(Bench.read());
        assertThat(bench.clock.sleeps()).containsExactly(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504, 400, 403, 404, 409, 412})
    void aChangeIsNotRepeatedOverAnAnswer(int status) {
        always(Bench.answer(status, "{}"));
        assertThatThrownBy(() -> bench.exchange.send(Bench.put()))
                .isInstanceOfSatisfying(
                        DpshException.Service.class, e -> assertThat(e.status()).isEqualTo(status));
        assertThat(bench.server.getRequestCount()).isEqualTo(1);
        assertThat(bench.ledger.events()).containsExactly("recorded", "answered 1 " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 501})
    void aReadIsNotRepeatedOverADefiniteAnswer(int status) {
        always(Bench.answer(status, "{}"));
        assertThatThrownBy(() -> bench.exchange.send(Bench.read())).isInstanceOf(DpshException.Service.class);
        assertThat(bench.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aRefusedTokenIsRenewedOnceForAChangeToo() throws Exception {
        bench.enqueue(Bench.answer(401, "{}"), Bench.answer(201, "{}"));
        assertThat(bench.exchange.send(Bench.put()).status()).isEqualTo(201);
        assertThat(bench.tokenCalls).containsExactly(false, true);
        assertThat(bench.ledger.events()).containsExactly("recorded", "answered 1 201");
    }

    @Test
    void aRenewedTokenIsNotRenewedAgainByALaterAttempt() throws Exception {
        bench.enqueue(Bench.answer(401, "{}"), Bench.answer(500, "{}"), Bench.answer(200, "{}"));
        bench.exchange.send(Bench.read());
        assertThat(bench.tokenCalls).containsExactly(false, true, false);
    }

    @Test
    void aTokenRefusedTwiceIsNotAllowedWithTheServicesCode() {
        always(Bench.answer(401, "expired"));
        assertThatThrownBy(() -> bench.exchange.send(Bench.put()))
                .isInstanceOf(DpshException.NotAllowed.class)
                .hasMessageContaining("Code401: expired")
                .hasMessageNotContaining(bench.sandboxTokens.token(false).value());
        assertThat(bench.server.getRequestCount()).isEqualTo(2);
        assertThat(bench.ledger.events()).containsExactly("recorded", "answered 1 401");
    }

    @Test
    void whoCannotSignInHasSentNothing() throws Exception {
        MemoryLedger ledger = new MemoryLedger();
        TokenSource nobody = new TokenSource() {
            @Override
            public Token token(boolean renew) {
                throw new DpshException.NotAllowed("nobody is signed in", "az login: not installed", null, null);
            }

            @Override
            public boolean madeUp() {
                return true;
            }
        };
        ExchangeCollaborators with = new ExchangeCollaborators(
                nobody, ledger, bench.clock, (status, headers, body) -> null, r -> {}, w -> {}, null);
        try (ArmExchange exchange =
                new ArmExchange(ExchangeOptions.of(Origin.parse(bench.root()), "dpsh/test"), with)) {
            assertThatThrownBy(() -> exchange.send(Bench.put())).isInstanceOf(DpshException.NotAllowed.class);
        }
        assertThat(ledger.lines().get(1)).startsWith("unanswered 1 never:");
        assertThat(bench.server.getRequestCount()).isZero();
    }

    @Test
    void throttlingIsWaitedOutForAChangeToo() throws Exception {
        bench.enqueue(
                Bench.answer(429, "{}").addHeader("Retry-After", "17"),
                Bench.answer(503, "{}").addHeader("Retry-After", "9"),
                Bench.answer(201, "{}"));
        assertThat(bench.exchange.send(Bench.put()).status()).isEqualTo(201);
        assertThat(bench.clock.sleeps()).containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(9));
        assertThat(bench.ledger.events()).containsExactly("recorded", "answered 1 201");
    }

    @Test
    void retryAfterHoldsTheWholeBucketAndNoOther() throws Exception {
        bench.enqueue(Bench.answer(429, "{}").addHeader("Retry-After", "60"));
        bench.clock.interruptSleepers();
        assertThatThrownBy(() -> bench.exchange.send(Bench.read())).isInstanceOf(DpshException.Interrupted.class);

        bench.enqueue(Bench.answer(200, "{}"), Bench.answer(201, "{}"));
        bench.exchange.send(Bench.get("/subscriptions/s2/resourceGroups?api-version=1"));
        bench.exchange.send(Bench.put());
        assertThat(bench.clock.sleeps()).as("other buckets are free").isEmpty();

        assertThatThrownBy(() -> bench.exchange.send(Bench.get("/Subscriptions/S1/resourceGroups?api-version=1")))
                .as("the same bucket, in another spelling, has to wait")
                .isInstanceOf(DpshException.Interrupted.class);
        assertThat(bench.server.getRequestCount()).isEqualTo(3);

        bench.clock.advance(Duration.ofSeconds(60));
        bench.enqueue(Bench.answer(200, "{}"));
        assertThat(bench.exchange.send(Bench.read()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "", "soon", "-5"})
    void throttlingForEverEndsWithTheCodeAndIsNoStorm(String retryAfter) {
        always(Bench.answer(429, "{}").addHeader("Retry-After", retryAfter));
        assertThatThrownBy(() -> bench.exchange.send(Bench.put()))
                .isInstanceOfSatisfying(DpshException.TimedOut.class, e -> {
                    assertThat(e.why()).contains("Code429");
                    assertThat(e.waited()).isEqualTo(bench.clock.slept()).isLessThanOrEqualTo(Duration.ofMinutes(5));
                });
        assertThat(bench.clock.slept()).isGreaterThan(Duration.ofMinutes(3));
        assertThat(bench.server.getRequestCount()).isLessThan(15);
        assertThat(bench.ledger.events()).containsExactly("recorded", "answered 1 429");
    }

    @Test
    void aWaitBeyondThePatienceIsNotBegun() {
        always(Bench.answer(429, "{}").addHeader("Retry-After", "3600"));
        assertThatThrownBy(() -> bench.exchange.send(Bench.read()))
                .isInstanceOf(DpshException.TimedOut.class)
                .hasMessageContaining("3600 s more");
        assertThat(bench.clock.sleeps()).isEmpty();
        assertThat(bench.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anEndpointThatIsDownIsTriedAgainForAChangeTooAndCertainlyHasNotGotIt() {
        bench.server.close();
        assertThatThrownBy(() -> bench.exchange.send(Bench.put()))
                .isInstanceOfSatisfying(DpshException.Transport.class, e -> {
                    assertThat(e.mayHaveArrived()).isFalse();
                    assertThat(e.why()).contains("could not be reached");
                });
        assertThat(bench.clock.sleeps()).hasSize(3);
        assertThat(bench.ledger.lines().get(1)).startsWith("unanswered 1 never:");
    }

    @Test
    void anInterruptWhileWaitingEndsTheRequestUnsent() {
        bench.clock.interruptSleepers();
        AtomicInteger requests = new AtomicInteger();
        bench.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.incrementAndGet();
                return Bench.answer(429, "{}").addHeader("Retry-After", "5").build();
            }
        });
        assertThatThrownBy(() -> bench.exchange.send(Bench.put())).isInstanceOf(DpshException.Interrupted.class);
        assertThat(requests).hasValue(1);
        assertThat(bench.ledger.events()).containsExactly("recorded", "unanswered 1 never: interrupted");
    }
}
