package dpsh.sandbox;

import com.sun.net.httpserver.HttpServer;
import dpsh.sandbox.estate.EstateDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Measures a sandbox with 10,000 disks and 5,000 backup instances in one vault, over loopback with one kept connection, against
 * a bare HTTP server that answers a constant. Started by {@code scripts/bench sandbox}.
 */
final class SandboxBench {
    private static final String SUBSCRIPTION = "/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e";
    private static final String VAULT =
            SUBSCRIPTION + "/resourceGroups/rg-vaults/providers/Microsoft.DataProtection/backupVaults/bench";
    private static final int DISKS = 10_000;
    private static final int PROTECTED = 5_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PrintStream out;
    private final URI origin;

    private SandboxBench(PrintStream out, URI origin) {
        this.out = out;
        this.origin = origin;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        byte[] constant = new byte[1000];
        long from = System.nanoTime();
        SandboxOptions options = SandboxOptions.serve(0).withEstate(estate()).withBuckets(SandboxBuckets.OFF);
        try (Sandbox sandbox = Sandbox.start(options)) {
            line("start with the estate", from);
            // After the sandbox: it sets the option without which the JDK's server answers in 44 ms.
            HttpServer floor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            floor.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, constant.length);
                exchange.getResponseBody().write(constant);
                exchange.close();
            });
            floor.start();
            new SandboxBench(
                            System.out,
                            URI.create("http://127.0.0.1:" + floor.getAddress().getPort()))
                    .measure("the floor: a bare server, 1 KB", runs, "/", null);
            floor.stop(0);
            new SandboxBench(System.out, sandbox.endpoint()).all(runs);
            time(sandbox);
        }
    }

    /** Lets a year pass, saves the world and starts another with it; prints what each takes. */
    private static void time(Sandbox sandbox) throws IOException {
        sandbox.clock().advance(Duration.ofDays(365));
        long from = System.nanoTime();
        EstateDocument world = sandbox.save();
        StringWriter text = new StringWriter();
        world.write(text);
        line("a year passes, and the world is saved", from);
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        System.out.printf(Locale.ROOT, "%-44s %8.1f MB%n", "its file", file.length / 1e6);
        from = System.nanoTime();
        SandboxEstate again = SandboxEstate.load(new ByteArrayInputStream(file));
        Sandbox.start(SandboxOptions.serve(0).withEstate(again)).close();
        line("start with that file", from);
    }

    private static void line(String what, long from) {
        System.out.printf(Locale.ROOT, "%-44s %8.0f ms%n", what, (System.nanoTime() - from) / 1e6);
    }

    private static SandboxEstate estate() {
        SandboxEstate estate = SandboxEstate.empty("aaaabbbb-0000-cccc-1111-dddd2222eeee")
                .vault(VAULT, "westus")
                .group(SUBSCRIPTION + "/resourceGroups/rg-snapshots", "westus")
                .diskPolicy(VAULT, "Daily", "P1D", "P7D");
        for (int i = 0; i < DISKS; i++) {
            estate.disk(disk(i), "westus", "Premium_LRS", 128, Map.of("env", i % 3 == 0 ? "prod" : "dev"));
        }
        for (int i = 0; i < PROTECTED; i++) {
            estate.protectedDisk(
                    VAULT, "instance-" + i, disk(i), "Daily", SUBSCRIPTION + "/resourceGroups/rg-snapshots");
        }
        return estate;
    }

    private static String disk(int number) {
        return SUBSCRIPTION + "/resourceGroups/rg-" + number % 20 + "/providers/Microsoft.Compute/disks/disk-" + number;
    }

    private void all(int runs) throws IOException, InterruptedException {
        String own = "?api-version=2025-07-01";
        measure("GET a backup instance", runs, VAULT + "/backupInstances/instance-2500" + own, null);
        measure("GET a disk", runs, disk(7777) + "?api-version=2023-04-02", null);
        measure("GET the vault", runs, VAULT + own, null);
        int pages = Math.max(20, runs / 5);
        measure("list 200 backup instances", pages, VAULT + "/backupInstances" + own, null);
        String disks = SUBSCRIPTION + "/providers/Microsoft.Compute/disks?api-version=2023-04-02";
        measure("list 200 disks", pages, disks, null);
        measure("list 200 resources", pages, SUBSCRIPTION + "/resources?api-version=2022-09-01", null);
        String query = "{\"query\":\"recoveryservicesresources | where type =~"
                + " 'microsoft.dataprotection/backupvaults/backupinstances' | project id, name\"}";
        String graph = "/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01";
        measure("Resource Graph over 5,000 instances", Math.max(20, runs / 20), graph, query);
        measure("DELETE of a policy in use (400)", runs, VAULT + "/backupPolicies/Daily" + own, "DELETE");
    }

    /** Prints {@code name, median 0.41 ms, p99 1.20 ms}. */
    private void measure(String name, int runs, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path)).header("Authorization", "Bearer x");
        if ("DELETE".equals(body)) {
            request.DELETE();
        } else if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        HttpRequest built = request.build();
        int bytes = 0;
        for (int i = 0; i < Math.max(50, runs / 2); i++) {
            bytes = http.send(built, HttpResponse.BodyHandlers.ofByteArray()).body().length;
        }
        long[] nanos = new long[runs];
        for (int i = 0; i < runs; i++) {
            long from = System.nanoTime();
            http.send(built, HttpResponse.BodyHandlers.ofByteArray());
            nanos[i] = System.nanoTime() - from;
        }
        Arrays.sort(nanos);
        out.printf(
                Locale.ROOT,
                "%-44s median %7.2f ms  p99 %7.2f ms  %8d bytes%n",
                name,
                nanos[runs / 2] / 1e6,
                nanos[Math.min(runs - 1, runs * 99 / 100)] / 1e6,
                bytes);
    }
}
