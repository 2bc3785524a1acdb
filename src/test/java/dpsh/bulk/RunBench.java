package dpsh.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dpsh.backup.DatasourceKind;
import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxEstate;
import dpsh.sandbox.SandboxOptions;
import dpsh.store.RunRow;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures a bulk run against its floors and against the two things people do today, all on one sandbox clock with ARM's
 * documented buckets and the recorded durations. Started by {@code scripts/bench bulk}.
 */
final class RunBench {
    private static final int POOL = 16;
    private static final int POOLED_DISKS = 160;
    private static final int SERIAL_DISKS = 12;

    private final double speed;
    private final Path home;

    private RunBench(double speed, Path home) {
        this.speed = speed;
        this.home = home;
    }

    /** What the sandbox counted. */
    private record Traffic(long reads, long writes, long throttled, String lastThrottled) {
        static Traffic of(Sandbox sandbox) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.endpoint() + "/_sandbox"))
                    .header("Authorization", "Bearer bench")
                    .build();
            JsonNode requests = new JsonMapper()
                    .readTree(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .path("requests");
            return new Traffic(
                    requests.path("read").asLong(),
                    requests.path("write").asLong(),
                    requests.path("throttled").asLong(),
                    requests.path("lastThrottled").asText());
        }
    }

    public static void main(String[] arguments) throws Exception {
        int disks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
        double speed = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 10;
        Path home = Files.createTempDirectory("dpsh-bench");
        RunBench bench = new RunBench(speed, home);
        System.out.printf(Locale.ROOT, "%d disks, clock %.0f x, buckets as documented%n", disks, speed);
        double latency = bench.oneItem();
        double bulk = bench.bulk(disks, latency);
        bench.serial(disks, bulk);
        bench.pool(disks, bulk);
    }

    private Sandbox sandbox(SandboxEstate estate) {
        return Sandbox.start(SandboxOptions.inProcess().withSpeed(speed).withEstate(estate));
    }

    /** One item's own latency: a run of one. */
    private double oneItem() throws IOException, InterruptedException {
        try (BulkBench bench = bench(1)) {
            Plan plan = plan(bench);
            Instant from = bench.sandbox.clock().now();
            apply(bench, plan);
            double seconds = seconds(from, bench.sandbox.clock().now());
            line("one item by itself", seconds, "");
            return seconds;
        }
    }

    private double bulk(int disks, double latency) throws IOException, InterruptedException {
        try (BulkBench bench = bench(disks)) {
            Sandbox sandbox = bench.sandbox;
            Plan plan = plan(bench);
            // The buckets shall be full when it starts, as they are for somebody who read the plan.
            sandbox.clock().sleep(Duration.ofSeconds(60));
            Traffic before = Traffic.of(sandbox);
            Instant from = sandbox.clock().now();
            apply(bench, plan);
            double seconds = seconds(from, sandbox.clock().now());
            Traffic after = Traffic.of(sandbox);
            long reads = after.reads() - before.reads();
            double writeFloor = (2.0 * disks - 200) / 10;
            double readFloor = Math.max(0, (reads - 250) / 25.0);
            double floor = Math.max(writeFloor, readFloor) + latency;
            line("dpsh apply, " + disks + " disks", seconds, "");
            line("  write floor (2N - 200)/10", writeFloor, "");
            line("  read floor (" + reads + " - 250)/25", readFloor, "");
            line("  floor + one item", floor, String.format(Locale.ROOT, "dpsh took %.3f x of it", seconds / floor));
            System.out.printf(
                    Locale.ROOT,
                    "  %d writes, %d reads, %d answers 429%s%n",
                    after.writes() - before.writes(),
                    reads,
                    after.throttled() - before.throttled(),
                    after.throttled() == before.throttled()
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    ", the last after %.0f s",
                                    seconds(from, Instant.parse(after.lastThrottled()))));
            Instant again = sandbox.clock().now();
            apply(bench, plan);
            System.out.printf(
                    Locale.ROOT,
                    "  the same plan again: %d writes, %.0f s%n",
                    Traffic.of(sandbox).writes() - after.writes(),
                    seconds(again, sandbox.clock().now()));
            return seconds;
        }
    }

    private void serial(int disks, double bulk) throws IOException, InterruptedException {
        try (Sandbox sandbox = sandbox(BulkWorld.granted(SERIAL_DISKS))) {
            NaiveClient naive = new NaiveClient(sandbox.endpoint(), sandbox.clock());
            Instant from = sandbox.clock().now();
            for (int i = 0; i < SERIAL_DISKS; i++) {
                naive.protect(BulkWorld.disk(i));
            }
            rival(
                    "a serial loop",
                    SERIAL_DISKS,
                    disks,
                    seconds(from, sandbox.clock().now()),
                    bulk);
        }
    }

    private void pool(int disks, double bulk) throws Exception {
        try (Sandbox sandbox = sandbox(BulkWorld.granted(POOLED_DISKS))) {
            ExecutorService pool = Executors.newFixedThreadPool(POOL);
            Instant from = sandbox.clock().now();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < POOLED_DISKS; i++) {
                String disk = BulkWorld.disk(i);
                NaiveClient naive = new NaiveClient(sandbox.endpoint(), sandbox.clock());
                running.add(pool.submit(() -> {
                    naive.protect(disk);
                    return true;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            pool.shutdown();
            rival(
                    "a pool of " + POOL,
                    POOLED_DISKS,
                    disks,
                    seconds(from, sandbox.clock().now()),
                    bulk);
        }
    }

    /** A rival is measured on fewer disks: its rate does not depend on their number. */
    private static void rival(String name, int measured, int disks, double seconds, double bulk) {
        double all = seconds / measured * disks;
        line(
                name + ", " + measured + " disks",
                seconds,
                String.format(Locale.ROOT, "at that rate %d take %.0f s: %.1f x dpsh", disks, all, all / bulk));
    }

    private BulkBench bench(int disks) throws IOException {
        return new BulkBench(
                Files.createTempDirectory(home, "home"),
                SandboxOptions.inProcess().withSpeed(speed).withEstate(BulkWorld.granted(disks)),
                speed);
    }

    private static Plan plan(BulkBench bench) {
        return bench.planner.plan(new PlanRequest(
                DatasourceKind.DISK,
                List.of(),
                DatasourceQuery.ALL,
                "bulk",
                "Daily",
                "rg-snapshots",
                RoleScope.RESOURCE,
                false));
    }

    private static void apply(BulkBench bench, Plan plan) {
        BulkRuns runs =
                new BulkRuns(bench.service.bulk(), bench.service.runs(), bench.planner::recheck, bench.service.world());
        RunSettings settings =
                new RunSettings(false, RoleScope.RESOURCE, Duration.ofMinutes(60), Duration.ofMinutes(30));
        RunRow run = runs.run(plan, settings, begun -> {}, progress -> {
            if (Boolean.getBoolean("trace")) System.out.println(progress);
        });
        RunCounts counts = runs.counts(run.number());
        if (counts.good() != counts.total()) {
            throw new IllegalStateException(counts.toString());
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private static void line(String what, double seconds, String more) {
        System.out.printf(Locale.ROOT, "%-36s %8.0f s  %s%n", what, seconds, more);
    }
}
