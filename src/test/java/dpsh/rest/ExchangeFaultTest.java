package dpsh.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.arm.DpshException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** Lines that break, hang or lie (law 4). Red when {@code Delivery.again} repeats a broken change, which was tried. */
class ExchangeFaultTest {
    private static final SocketEffect CUT = new SocketEffect.CloseSocket(true, false, false);

    private static MockResponse.Builder resetBeforeHeaders() {
        return Bench.answer(200, "{}").onResponseStart(CUT);
    }

    private static MockResponse.Builder cutInTheBody() {
        return Bench.answer(200, "{\"value\":\"" + "x".repeat(100_000) + "\"}").onResponseBody(CUT);
    }

    private static MockResponse.Builder shortOfItsLength() {
        return Bench.answer(200, "{\"value\":")
                .setHeader("Content-Length", "1000")
                .onResponseEnd(new SocketEffect.CloseSocket(false, false, true));
    }

    private static MockResponse.Builder cutChunks() {
        return Bench.answer(200, "")
                .chunkedBody("{\"value\":\"" + "x".repeat(100_000) + "\"}", 1000)
                .onResponseBody(CUT);
    }

    @Test
    void aReadSurvivesABrokenLine() throws Exception {
        for (MockResponse.Builder fault :
                new MockResponse.Builder[] {resetBeforeHeaders(), cutInTheBody(), shortOfItsLength(), cutChunks()}) {
            try (Bench bench = new Bench()) {
                bench.enqueue(fault, Bench.answer(200, "{\"whole\":true}"));
                assertThat(bench.exchange.send(Bench.read()).body()).isEqualTo("{\"whole\":true}");
            }
        }
    }

    @Test
    void aChangeOnABrokenLineIsNotRepeatedAndMayHaveArrived() throws Exception {
        for (MockResponse.Builder fault :
                new MockResponse.Builder[] {resetBeforeHeaders(), cutInTheBody(), shortOfItsLength(), cutChunks()}) {
            try (Bench bench = new Bench()) {
                bench.enqueue(fault, Bench.answer(200, "{}"));
                assertThatThrownBy(() -> bench.exchange.send(Bench.put()))
                        .isInstanceOfSatisfying(DpshException.Transport.class, e -> assertThat(e.mayHaveArrived())
                                .isTrue());
                assertThat(bench.server.getRequestCount()).isEqualTo(1);
                assertThat(bench.ledger.lines().get(1)).startsWith("unanswered 1 maybe:");
            }
        }
    }

    @Test
    void aReadOnALineThatAlwaysBreaksIsGivenUp() throws Exception {
        try (Bench bench = new Bench()) {
            bench.enqueue(cutInTheBody(), cutInTheBody(), cutInTheBody(), cutInTheBody(), cutInTheBody());
            assertThatThrownBy(() -> bench.exchange.send(Bench.read())).isInstanceOf(DpshException.Transport.class);
            assertThat(bench.server.getRequestCount()).isEqualTo(4);
        }
    }

    @Test
    void silenceIsAskedOnceMoreForAReadAndThenTimesOut() throws Exception {
        MockResponse.Builder[] silences = {
            Bench.answer(200, "{}").onResponseStart(SocketEffect.Stall.INSTANCE),
            Bench.answer(200, "{\"value\":\"" + "x".repeat(100_000) + "\"}").onResponseBody(SocketEffect.Stall.INSTANCE)
        };
        for (MockResponse.Builder silence : silences) {
            try (Bench bench = new Bench(options -> options.withRequestTimeout(Duration.ofMillis(400)))) {
                bench.enqueue(silence, silence, silence);
                assertThatThrownBy(() -> bench.exchange.send(Bench.read()))
                        .isInstanceOf(DpshException.TimedOut.class)
                        .hasMessageContaining("did not answer in time (400 ms)");
                assertThat(bench.server.getRequestCount()).isEqualTo(2);
            }
        }
    }

    @Test
    void silenceAfterAChangeMayHaveArrived() throws Exception {
        try (Bench bench = new Bench(options -> options.withRequestTimeout(Duration.ofMillis(400)))) {
            bench.enqueue(Bench.answer(200, "{}").onResponseStart(SocketEffect.Stall.INSTANCE));
            assertThatThrownBy(() -> bench.exchange.send(Bench.put()))
                    .isInstanceOfSatisfying(DpshException.Transport.class, e -> assertThat(e.mayHaveArrived())
                            .isTrue());
            assertThat(bench.server.getRequestCount()).isEqualTo(1);
            assertThat(bench.ledger.lines().get(1)).startsWith("unanswered 1 maybe:");
        }
    }

    @Test
    void aWebPageIsNoAnswer() throws Exception {
        String page = "<!DOCTYPE html><html><body>Please sign in to the Wi-Fi</body></html>";
        for (int status : new int[] {200, 403, 404}) {
            try (Bench bench = new Bench()) {
                bench.enqueue(Bench.answer(status, page).setHeader("Content-Type", "text/html"));
                assertThatThrownBy(() -> bench.exchange.send(Bench.read()))
                        .isInstanceOf(DpshException.Transport.class)
                        .hasMessageContaining(
                                "answered " + status + " with a web page, not JSON (is a proxy in between?)");
            }
        }
    }

    @Test
    void aWebPageAfterAChangeMayHideAnything() throws Exception {
        try (Bench bench = new Bench()) {
            bench.enqueue(Bench.answer(502, "<html>Bad gateway</html>"));
            assertThatThrownBy(() -> bench.exchange.send(Bench.put()))
                    .isInstanceOfSatisfying(DpshException.Transport.class, e -> assertThat(e.mayHaveArrived())
                            .isTrue());
        }
    }

    @Test
    void jsonThatEndsTooEarlyIsNoAnswer() throws Exception {
        for (String body : new String[] {"{\"value\":[{\"id\":\"x\"", "hello", "{]", "\u0000\u0001"}) {
            try (Bench bench = new Bench()) {
                bench.enqueue(Bench.answer(200, body));
                assertThatThrownBy(() -> bench.exchange.send(Bench.read()))
                        .as(body)
                        .isInstanceOf(DpshException.Transport.class)
                        .hasMessageContaining("not JSON");
            }
        }
    }

    @Test
    void anAnswerWithoutEndIsGivenUpAt64Megabytes() throws Exception {
        try (Bench bench = new Bench()) {
            Buffer large = new Buffer();
            byte[] megabyte = new byte[1024 * 1024];
            for (int i = 0; i < 65; i++) {
                large.write(megabyte);
            }
            bench.server.enqueue(new MockResponse.Builder().body(large).build());
            assertThatThrownBy(() -> bench.exchange.send(Bench.read()))
                    .isInstanceOf(DpshException.Transport.class)
                    .hasMessageContaining("more than 64 MB");
            assertThat(bench.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void aRedirectIsNotFollowedAndItsUrlNotShown() throws Exception {
        for (int status : new int[] {301, 302, 307, 308}) {
            try (Bench bench = new Bench()) {
                bench.enqueue(Bench.answer(status, "").addHeader("Location", "https://evil.example/steal?sig=SECRET"));
                assertThatThrownBy(() -> bench.exchange.send(Bench.put()))
                        .isInstanceOfSatisfying(DpshException.Transport.class, e -> assertThat(e.mayHaveArrived())
                                .isFalse())
                        .hasMessageContaining("redirect to https://evil.example; not followed")
                        .hasMessageNotContaining("SECRET");
                assertThat(bench.server.getRequestCount()).isEqualTo(1);
            }
        }
    }

    @Test
    void anInterruptDuringARequestEndsItAndSaysThatItMayHaveArrived() throws Exception {
        try (Bench bench = new Bench()) {
            CountDownLatch there = new CountDownLatch(1);
            bench.server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    there.countDown();
                    return Bench.answer(200, "{}")
                            .onResponseStart(SocketEffect.Stall.INSTANCE)
                            .build();
                }
            });
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread sender = new Thread(() -> {
                try {
                    bench.exchange.send(Bench.put());
                } catch (DpshException e) {
                    thrown.set(e);
                }
            });
            sender.start();
            assertThat(there.await(20, TimeUnit.SECONDS)).isTrue();
            sender.interrupt();
            sender.join(20_000);
            assertThat(thrown.get()).isInstanceOf(DpshException.Interrupted.class);
            assertThat(bench.ledger.events()).containsExactly("recorded", "unanswered 1 maybe: interrupted");
        }
    }

    @Test
    void anInterruptWithinTheBodyIsAnInterruptToo() throws Exception {
        try (Bench bench = new Bench()) {
            bench.enqueue(Bench.answer(200, "{}"));
            bench.exchange.send(Bench.read());
            bench.arrived();
            bench.enqueue(Bench.answer(200, "{\"value\":\"" + "x".repeat(100_000) + "\"}")
                    .onResponseBody(SocketEffect.Stall.INSTANCE));
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread sender = new Thread(() -> {
                try {
                    bench.exchange.send(Bench.read());
                } catch (DpshException e) {
                    thrown.set(e);
                }
            });
            sender.start();
            bench.arrived();
            while (sender.getState() != Thread.State.WAITING && sender.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            sender.interrupt();
            sender.join(20_000);
            assertThat(thrown.get()).isInstanceOf(DpshException.Interrupted.class);
        }
    }

    @Test
    void anInterruptBeforeSendingSendsNothing() throws Exception {
        try (Bench bench = new Bench()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> bench.exchange.send(Bench.put())).isInstanceOf(DpshException.Interrupted.class);
            assertThat(Thread.interrupted()).as("the flag is cleared").isFalse();
            assertThat(bench.server.getRequestCount()).isZero();
            assertThat(bench.ledger.events()).containsExactly("recorded", "unanswered 1 never: interrupted");
        }
    }

    @Test
    void noThreadOutlivesTheExchange() throws Exception {
        Bench bench = new Bench();
        assertThat(bench.exchange.threads())
                .as("nothing is loaded before the first request")
                .isZero();
        bench.enqueue(Bench.answer(200, "{}"));
        bench.exchange.send(Bench.read());
        assertThat(bench.exchange.threads()).isPositive();
        Thread[] threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getThreadGroup() != null
                        && thread.getThreadGroup().getName().equals("dpsh-http"))
                .toArray(Thread[]::new);
        assertThat(threads).isNotEmpty().allMatch(Thread::isDaemon);
        assertThat(threads).anyMatch(thread -> thread.getName().contains("SelectorManager"));
        bench.close();
        for (Thread thread : threads) {
            thread.join(20_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }
}
