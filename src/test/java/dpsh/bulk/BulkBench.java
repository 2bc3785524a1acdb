package dpsh.bulk;

import dpsh.FixedHour;
import dpsh.arm.ScaledClock;
import dpsh.client.ApiVersions;
import dpsh.client.Connection;
import dpsh.client.OperationLedger;
import dpsh.client.Service;
import dpsh.client.TokenSignIn;
import dpsh.rest.ArmExchange;
import dpsh.rest.ExchangeCollaborators;
import dpsh.rest.ExchangeOptions;
import dpsh.rest.Origin;
import dpsh.rest.SandboxTokens;
import dpsh.rest.Trace;
import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxEstate;
import dpsh.sandbox.SandboxOptions;
import dpsh.store.Home;
import dpsh.store.LocalDatabase;
import dpsh.store.OperationLog;
import dpsh.store.RunLog;
import dpsh.wire.ErrorJson;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The client at a sandbox of the test's own, with every request that it sends. Roles act at once unless the estate says otherwise. */
final class BulkBench implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final double SPEED = 600;

    final Sandbox sandbox;
    final Service service;
    final Planner planner;

    /** A line for each attempt, such as "GET /subscriptions". */
    final List<String> requests = new CopyOnWriteArrayList<>();

    private final LocalDatabase database;
    private final ArmExchange exchange;

    BulkBench(Path home, SandboxEstate estate) {
        this(home, FixedHour.inProcess().withSpeed(SPEED).withEstate(estate));
    }

    BulkBench(Path home, SandboxOptions options) {
        this(home, options, SPEED);
    }

    /** @param speed of the client's clock; the sandbox's own */
    BulkBench(Path home, SandboxOptions options, double speed) {
        sandbox = Sandbox.start(options);
        String endpoint = sandbox.endpoint().toString();
        database = new LocalDatabase(Home.of(home, Map.of()), Clock.systemUTC());
        OperationLog log = new OperationLog(database, Clock.systemUTC());
        SandboxTokens tokens = new SandboxTokens(Clock.systemUTC());
        ScaledClock clock = new ScaledClock(speed);
        exchange = new ArmExchange(
                ExchangeOptions.of(Origin.parse(endpoint), "dpsh/test"),
                new ExchangeCollaborators(
                        tokens,
                        new OperationLedger(log, endpoint, clock),
                        clock,
                        ErrorJson::read,
                        shown -> {},
                        warning -> {},
                        new Trace(this::traced)));
        service = Connection.over(
                exchange,
                new ApiVersions("2025-07-01"),
                log,
                new RunLog(database, Clock.systemUTC()),
                endpoint,
                clock,
                new TokenSignIn(tokens, List.of(), (method, prompt) -> tokens.token(false)));
        planner = new Planner(service, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void traced(String line) {
        requests.add(
                line.replaceFirst("( -> |\\?).*", "").replace(sandbox.endpoint().toString(), ""));
    }

    @Override
    public void close() {
        exchange.close();
        database.close();
        sandbox.close();
    }
}
