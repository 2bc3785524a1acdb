package dpsh.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/**
 * Law 1, the token goes to one origin. Red when {@code OriginGuard.resolve} returns without {@code origin.same}, or when
 * {@code Delivery.checkMadeUp} or the constructor's check is taken out; each was tried.
 */
class OneOriginLawTest {
    @Test
    void nothingIsSentToAForeignOperationUrlNorToAForeignNextLink() throws Exception {
        try (Bench bench = new Bench();
                MockWebServer foreign = new MockWebServer()) {
            foreign.start();
            String url = foreign.url("/operationStatus/1?sig=SECRET").toString();
            bench.enqueue(
                    Bench.answer(201, "{}").addHeader("Azure-AsyncOperation", url),
                    Bench.answer(200, "{\"value\":[{}],\"nextLink\":\"" + url + "\"}"));
            ArmResponse accepted = bench.exchange.send(Bench.put());
            String handedOut = accepted.header("Azure-AsyncOperation");
            assertThat(bench.exchange.guard().allows(handedOut)).isFalse();
            assertThatThrownBy(() -> bench.exchange.send(Bench.get(handedOut)))
                    .isInstanceOf(DpshException.Transport.class)
                    .hasMessageContaining("foreign origin");

            Pages pages = new Pager(bench.exchange).pages(Bench.read());
            assertThatThrownBy(
                            () -> pages.forEach(page -> assertThat(page.last()).isFalse()))
                    .isInstanceOf(DpshException.Transport.class)
                    .hasMessageContaining("foreign origin");
            assertThat(foreign.getRequestCount()).isZero();
        }
    }

    @Test
    void aRealTokenNeverGoesOverHttp() throws Exception {
        try (Bench bench = new Bench()) {
            Token real = new Token("eyJhbGciOiJSUzI1NiJ9.e30.c2ln", Instant.MAX, "az login", null, null, null);
            TokenSource honest = renew -> real;
            assertThatThrownBy(() -> exchange(bench, honest)).isInstanceOf(DpshException.NotAllowed.class);

            TokenSource lying = new TokenSource() {
                @Override
                public Token token(boolean renew) {
                    return real;
                }

                @Override
                public boolean madeUp() {
                    return true;
                }
            };
            try (ArmExchange exchange = exchange(bench, lying)) {
                assertThatThrownBy(() -> exchange.send(Bench.put()))
                        .isInstanceOf(DpshException.NotAllowed.class)
                        .hasMessageNotContaining(real.value());
            }
            assertThat(bench.server.getRequestCount()).isZero();
        }
    }

    @Test
    void plainHttpToAnotherMachineIsRefusedEvenWithMadeUpTokens() throws Exception {
        try (Bench bench = new Bench()) {
            ExchangeOptions options = ExchangeOptions.of(new Origin("http", "sandbox.example", 80), "dpsh/test");
            assertThatThrownBy(() -> new ArmExchange(options, with(bench, bench.sandboxTokens)))
                    .isInstanceOf(DpshException.NotAllowed.class);
        }
    }

    @Test
    void tokensAndSignaturesAreNeverPrintedTracedOrThrown() throws Exception {
        try (Bench bench = new Bench()) {
            String token = bench.sandboxTokens.token(false).value();
            String signed = "/subscriptions/s1/x?api-version=2025-07-01&t=TICKS&c=CERT&s=SIGNATURE&h=HASH&sig=OTHER";
            bench.enqueue(
                    Bench.answer(200, "{\"secret\":\"BODY\"}")
                            .addHeader("Retry-After", "15")
                            .addHeader("x-ms-request-id", "req-1")
                            .addHeader("Location", bench.root() + signed)
                            .addHeader("x-ms-ratelimit-remaining-subscription-reads", "1099"),
                    Bench.answer(404, "{}"));
            bench.exchange.send(Bench.get(signed));
            String thrown = "";
            try {
                bench.exchange.send(Bench.get(signed));
            } catch (DpshException.Service e) {
                thrown = e + " " + e.what() + " " + e.why() + " " + e.next();
            }
            assertThat(bench.trace).hasSize(2);
            assertThat(bench.trace.get(0))
                    .startsWith("GET " + bench.root()
                            + "/subscriptions/s1/x?api-version=2025-07-01&t=...&c=...&s=...&h=...&sig=... -> 200 in ")
                    .contains("x-ms-request-id: req-1; ", "retry-after: 15", "subscription-reads: 1099")
                    .contains("x-ms-client-request-id: "
                            + bench.arrived().getHeaders().get("x-ms-client-request-id"));
            String everything = String.join("\n", bench.trace)
                    + thrown
                    + bench.warnings
                    + bench.sandboxTokens.token(false)
                    + new SandboxTokens(bench.clock::now);
            for (String secret :
                    List.of(token, "TICKS", "CERT", "SIGNATURE", "HASH", "OTHER", "BODY", "Bearer", "Authorization")) {
                assertThat(everything).doesNotContain(secret);
            }
        }
    }

    private static ExchangeCollaborators with(Bench bench, TokenSource tokens) {
        return new ExchangeCollaborators(
                tokens,
                bench.ledger,
                bench.clock,
                (status, headers, body) -> ErrorBody.of("Code", body),
                shown -> {},
                warning -> {},
                null);
    }

    private static ArmExchange exchange(Bench bench, TokenSource tokens) {
        return new ArmExchange(ExchangeOptions.of(Origin.parse(bench.root()), "dpsh/test"), with(bench, tokens));
    }
}
