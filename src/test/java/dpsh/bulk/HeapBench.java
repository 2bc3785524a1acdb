package dpsh.bulk;

import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxEstate;
import dpsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Plans and applies 10,000 disks in a process of at most 200 MB of heap, two vaults because one holds 5,000. Started by
 * {@code scripts/bench bulk heap}.
 */
final class HeapBench {
    private static final double SPEED = 200;
    private static final int OF_A_VAULT = 5_000;

    private HeapBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int disks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        String heap = arguments.length > 1 ? arguments[1] : "200m";
        Path home = Files.createTempDirectory("dpsh-heap");
        try (Sandbox sandbox =
                Sandbox.start(SandboxOptions.serve(0).withSpeed(SPEED).withEstate(estate(disks)))) {
            Path csv = home.resolve("disks.csv");
            Files.write(csv, rows(disks));
            Path plan = home.resolve("plan.json");
            run(heap, home, sandbox, "plan disks --from " + csv + " --save " + plan + " -o csv");
            run(heap, home, sandbox, "apply " + plan);
            run(heap, home, sandbox, "apply " + plan);
            run(heap, home, sandbox, "results --status protected,unchanged -o csv");
        }
    }

    private static String vault(int disk) {
        return BulkWorld.VAULT + disk / OF_A_VAULT;
    }

    private static SandboxEstate estate(int disks) {
        SandboxEstate estate = SandboxEstate.empty("aaaabbbb-0000-cccc-1111-dddd2222eeee")
                .subscription(BulkWorld.SUBSCRIPTION.substring(BulkWorld.SUBSCRIPTION.lastIndexOf('/') + 1), "Bulk")
                .group(BulkWorld.SNAPSHOTS, "westus");
        for (int i = 0; i < disks; i += OF_A_VAULT) {
            estate.vault(vault(i), "westus")
                    .diskPolicy(vault(i), "Daily", "P1D", "P7D")
                    .role(BulkWorld.SUBSCRIPTION, "Disk Backup Reader", vault(i))
                    .role(BulkWorld.SNAPSHOTS, "Disk Snapshot Contributor", vault(i));
        }
        for (int i = 0; i < disks; i++) {
            estate.disk(BulkWorld.disk(i), "westus", "Premium_LRS", 128, Map.of("env", "prod"));
        }
        return estate;
    }

    private static List<String> rows(int disks) {
        List<String> rows = new java.util.ArrayList<>();
        rows.add("datasource,vault,policy,snapshotGroup");
        for (int i = 0; i < disks; i++) {
            rows.add(BulkWorld.disk(i) + "," + vault(i) + ",Daily," + BulkWorld.SNAPSHOTS);
        }
        return rows;
    }

    private static void run(String heap, Path home, Sandbox sandbox, String line)
            throws IOException, InterruptedException {
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        long from = System.nanoTime();
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dpsh.Main",
                        "--home",
                        home.resolve("home").toString(),
                        "--endpoint",
                        sandbox.endpoint().toString(),
                        "--speed",
                        String.valueOf(SPEED),
                        "--timeout",
                        "200h",
                        "-c",
                        line)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        List<String> said = Files.readAllLines(err);
        System.out.printf(
                Locale.ROOT,
                "-Xmx%s  %-60s exit %d  %6.1f s  %d rows  %s%n",
                heap,
                line.replaceAll("/\\S*/", ""),
                code,
                (System.nanoTime() - from) / 1e9,
                Files.readAllLines(out).size(),
                said.isEmpty() ? "" : said.get(said.size() - 1));
    }
}
