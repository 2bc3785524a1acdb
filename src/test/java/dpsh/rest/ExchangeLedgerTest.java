package dpsh.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/**
 * Law 3 at the exchange: written down before it is sent, its answer before anything else; and law 10, read-only is enforced
 * here. Red when {@code ArmExchange.record} passes changes by as it does reads, or when {@code send} does not look at
 * {@code readOnly}; both were tried.
 */
class ExchangeLedgerTest {
    @Test
    void aChangeIsWrittenDownBeforeItLeaves() throws Exception {
        try (Bench bench = new Bench()) {
            List<String> seenByServer = new CopyOnWriteArrayList<>();
            bench.server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    seenByServer.addAll(bench.ledger.lines());
                    return Bench.answer(201, "{}").build();
                }
            });
            ArmResponse response = bench.exchange.send(Bench.put());
            assertThat(seenByServer)
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("recorded BackupInstances_CreateOrUpdate");
            assertThat(bench.ledger.events()).containsExactly("recorded", "answered 1 201");
            assertThat(response.entry()).isEqualTo(1L);
        }
    }

    @Test
    void aValidationIsWrittenDownAndAReadIsNot() throws Exception {
        try (Bench bench = new Bench()) {
            bench.enqueue(Bench.answer(200, "{}"), Bench.answer(202, "").addHeader("Location", "l"));
            bench.exchange.send(Bench.read());
            assertThat(bench.ledger.events()).isEmpty();
            bench.exchange.send(Bench.validate());
            assertThat(bench.ledger.events()).containsExactly("recorded", "answered 1 202");
            assertThat(bench.ledger.answers().get(0).headers()).containsEntry("location", "l");
        }
    }

    @Test
    void withoutALedgerChangesAreRefusedAndValidationsWarnOnceAndReadsGoOn() throws Exception {
        try (Bench bench = new Bench()) {
            bench.ledger.fill();
            bench.enqueue(Bench.answer(202, ""), Bench.answer(202, ""), Bench.answer(200, "{}"));
            assertThatThrownBy(() -> bench.exchange.send(Bench.put()))
                    .isInstanceOf(DpshException.LedgerUnavailable.class);
            assertThat(bench.server.getRequestCount()).isZero();
            assertThat(bench.exchange.send(Bench.validate()).entry()).isNull();
            bench.exchange.send(Bench.validate());
            bench.exchange.send(Bench.read());
            assertThat(bench.warnings).hasSize(1).first().asString().contains("the disk is full");
        }
    }

    @Test
    void anAnswerThatCannotBeWrittenDownIsToldAndTheWorkGoesOn() throws Exception {
        try (Bench bench = new Bench()) {
            bench.server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    bench.ledger.fill();
                    return Bench.answer(201, "{}").build();
                }
            });
            assertThat(bench.exchange.send(Bench.put()).status()).isEqualTo(201);
            assertThat(bench.warnings).hasSize(1).first().asString().contains("operation 1");
        }
    }

    @Test
    void anErrorIsInTheLedgerBeforeItIsThrown() throws Exception {
        try (Bench bench = new Bench()) {
            bench.enqueue(Bench.answer(400, "already").addHeader("x-ms-correlation-request-id", "corr"));
            assertThatThrownBy(() -> bench.exchange.send(Bench.put()))
                    .isInstanceOfSatisfying(DpshException.Service.class, e -> {
                        assertThat(e.status()).isEqualTo(400);
                        assertThat(e.what()).isEqualTo("create or update backup instance disk-1");
                        assertThat(e.error().code()).isEqualTo("Code400");
                        assertThat(e.correlationId()).isEqualTo("corr");
                    });
            assertThat(bench.ledger.events()).containsExactly("recorded", "answered 1 400");
            assertThat(bench.ledger.answers().get(0).error())
                    .extracting("message")
                    .isEqualTo("already");
        }
    }

    @Test
    void aReadOnlyProfileRefusesChangesAndNothingElse() throws Exception {
        try (Bench bench = new Bench(options -> options.withReadOnly(true).withShowOnly(true))) {
            assertThatThrownBy(() -> bench.exchange.send(Bench.put())).isInstanceOf(DpshException.NotAllowed.class);
            assertThat(bench.shown).isEmpty();
        }
        try (Bench bench = new Bench(options -> options.withReadOnly(true))) {
            bench.enqueue(Bench.answer(202, ""), Bench.answer(200, "{}"));
            assertThatThrownBy(() -> bench.exchange.send(Bench.put()))
                    .isInstanceOf(DpshException.NotAllowed.class)
                    .hasMessageContaining("read-only");
            assertThat(bench.exchange.send(Bench.validate()).status()).isEqualTo(202);
            assertThat(bench.exchange.send(Bench.read()).status()).isEqualTo(200);
            assertThat(bench.server.getRequestCount()).isEqualTo(2);
            assertThat(bench.ledger.events()).containsExactly("recorded", "answered 1 202");
        }
    }

    @Test
    void showOnlyShowsValidationsAndChangesInOrderAndSendsReads() throws Exception {
        try (Bench bench = new Bench(options -> options.withShowOnly(true))) {
            bench.enqueue(Bench.answer(200, "{}"));
            assertThat(bench.exchange.send(Bench.validate()).sent()).isFalse();
            assertThat(bench.exchange.send(Bench.read()).sent()).isTrue();
            assertThat(bench.exchange.send(Bench.put()).sent()).isFalse();
            assertThat(bench.shown).containsExactly(Bench.validate(), Bench.put());
            assertThat(bench.ledger.events()).isEmpty();
            assertThat(bench.server.getRequestCount()).isEqualTo(1);
        }
    }
}
