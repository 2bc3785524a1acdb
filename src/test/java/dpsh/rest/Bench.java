package dpsh.rest;

import dpsh.arm.ErrorBody;
import dpsh.arm.ResourceId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** An exchange in front of a scripted server, with everything around it at hand. */
final class Bench implements AutoCloseable {
    static final ResourceId INSTANCE =
            ResourceId.parse("/subscriptions/s1/resourceGroups/rg/providers/Microsoft.DataProtection/backupVaults/v1"
                    + "/backupInstances/disk-1");
    static final String INSTANCE_URL = INSTANCE + "?api-version=2025-07-01";

    final MockWebServer server = new MockWebServer();
    final FakeClock clock = new FakeClock();
    final MemoryLedger ledger = new MemoryLedger();
    final SandboxTokens sandboxTokens = new SandboxTokens(clock::now);
    final List<Boolean> tokenCalls = new CopyOnWriteArrayList<>();
    final List<ArmRequest> shown = new CopyOnWriteArrayList<>();
    final List<String> warnings = new CopyOnWriteArrayList<>();
    final List<String> trace = new CopyOnWriteArrayList<>();
    final ArmExchange exchange;

    Bench() throws IOException {
        this(options -> options);
    }

    Bench(UnaryOperator<ExchangeOptions> change) throws IOException {
        server.start(java.net.InetAddress.getByName("127.0.0.1"), 0);
        ExchangeOptions options = change.apply(
                ExchangeOptions.of(Origin.parse(root()), "dpsh/test").withRequestTimeout(Duration.ofSeconds(30)));
        exchange = new ArmExchange(
                options,
                new ExchangeCollaborators(
                        counting(),
                        ledger,
                        clock,
                        (status, headers, body) -> ErrorBody.of("Code" + status, body),
                        shown::add,
                        warnings::add,
                        new Trace(trace::add)),
                () -> 0.5);
    }

    private TokenSource counting() {
        return new TokenSource() {
            @Override
            public Token token(boolean renew) {
                tokenCalls.add(renew);
                return sandboxTokens.token(renew);
            }

            @Override
            public boolean madeUp() {
                return true;
            }
        };
    }

    String root() {
        return "http://127.0.0.1:" + server.getPort();
    }

    static ArmRequest get(String url) {
        return ArmRequest.get("BackupInstances_Get", url, INSTANCE);
    }

    static ArmRequest read() {
        return get(INSTANCE_URL);
    }

    static ArmRequest put() {
        return new ArmRequest(
                "BackupInstances_CreateOrUpdate", Effect.CHANGES, Verb.PUT, INSTANCE_URL, "{\"a\":1}", INSTANCE);
    }

    static ArmRequest validate() {
        ResourceId vault = ResourceId.parse(
                "/subscriptions/s1/resourceGroups/rg/providers/Microsoft.DataProtection/backupVaults/v1");
        return new ArmRequest(
                "BackupInstances_ValidateForBackup",
                Effect.VALIDATES,
                Verb.POST,
                vault + "/validateForBackup?api-version=2025-07-01",
                "{}",
                vault);
    }

    static MockResponse.Builder answer(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json; charset=utf-8")
                .body(body);
    }

    void enqueue(MockResponse.Builder... answers) {
        for (MockResponse.Builder answer : answers) {
            server.enqueue(answer.build());
        }
    }

    /** The next request that arrived; fails when none comes. */
    RecordedRequest arrived() throws InterruptedException {
        RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request arrived");
        }
        return request;
    }

    @Override
    public void close() {
        exchange.close();
        server.close();
    }
}
