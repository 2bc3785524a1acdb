package dpsh.process;

import dpsh.Dpsh;
import dpsh.Ran;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How soon the first row of a list is there, against the bare HTTP exchange of its first page in the same run; and whether
 * 10,000 rows are listed in a heap of 150 MB. The sandbox is another process. Started by {@code scripts/bench
 * list}.
 */
final class ListBench {
    private static final int TIMES = 7;

    private final String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private final Path home;

    private ListBench(Path home) {
        this.home = home;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean heapOnly = arguments.length > 0 && arguments[0].equals("heap");
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : heapOnly ? 10_000 : 1_000;
        String heap = heapOnly ? arguments.length > 2 ? arguments[2] : "150m" : null;
        new ListBench(Files.createTempDirectory("dpsh-list")).run(rows, heap);
    }

    /** A bench stands beside the libraries of dpsh, not those of its tests. */
    private static Ran well(Ran ran) {
        if (ran.code() != 0) {
            throw new IllegalStateException(ran.toString());
        }
        return ran;
    }

    /** @param heap of the process that lists; null to measure the first row */
    private void run(int rows, @Nullable String heap) throws IOException, InterruptedException {
        Path estate = home.resolve("estate.json");
        Files.writeString(
                estate,
                well(Dpsh.bare(
                                home,
                                "",
                                List.of(
                                        "sandbox",
                                        "estate",
                                        "--disks",
                                        rows + "",
                                        "--groups",
                                        "20",
                                        "--protected",
                                        "0.4")))
                        .out());
        Process sandbox = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dpsh.Main",
                        "--home",
                        home.toString(),
                        "sandbox",
                        "serve",
                        "--estate",
                        estate.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = sandbox.inputReader()) {
            String endpoint = Ran.read(said.readLine()).get("endpoint").asText();
            if (heap == null) {
                firstRow(endpoint);
            } else {
                heap(endpoint, heap);
            }
        } finally {
            sandbox.destroy();
            sandbox.waitFor();
        }
    }

    private void firstRow(String endpoint) throws IOException, InterruptedException {
        String vault = Ran.read(ran(endpoint, "vault list -o json").out())
                .get(0)
                .get("id")
                .asText();
        double bare = median(bare(endpoint + vault + "/backupInstances?api-version=2025-07-01"));
        System.out.printf(
                Locale.ROOT, "%-52s median %7.1f ms%n", "the bare exchange of the first page, the floor", bare);
        for (String format : List.of("jsonl", "csv", "table")) {
            double first = median(session(endpoint, "instance list --vault " + vault + " -o " + format));
            System.out.printf(
                    Locale.ROOT,
                    "%-52s median %7.1f ms, the floor and %.1f ms%n",
                    "first row of instance list -o " + format + " in a session",
                    first,
                    first - bare);
        }
    }

    private Ran ran(String endpoint, String line) {
        return well(Dpsh.bare(home, "", List.of("--endpoint", endpoint, "-c", line)));
    }

    private static List<Double> bare(String url) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer bench")
                .build();
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < 2 * TIMES; i++) {
            long from = System.nanoTime();
            http.send(request, HttpResponse.BodyHandlers.ofString());
            took.add((System.nanoTime() - from) / 1e6);
        }
        return took.subList(TIMES, took.size());
    }

    /** The same line again and again in one session on a terminal: from the line's being handed over to its first output. */
    private List<Double> session(String endpoint, String line) {
        AtomicLong handed = new AtomicLong();
        List<Double> took = new ArrayList<>();
        InputStream typist = new InputStream() {
            private int lines;
            private ByteArrayInputStream rest = new ByteArrayInputStream(new byte[0]);

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (rest.available() == 0) {
                    if (lines++ == 2 * TIMES) {
                        return -1;
                    }
                    handed.set(System.nanoTime());
                    rest = new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
                return rest.read(into, from, length);
            }

            @Override
            public int available() {
                return rest.available();
            }
        };
        System.setProperty("dpsh.terminal", "out");
        System.setProperty("dpsh.columns", "160");
        Dpsh.bare(home, typist, List.of("--endpoint", endpoint), written -> {
            long from = handed.getAndSet(0);
            if (from != 0) {
                took.add((System.nanoTime() - from) / 1e6);
            }
        });
        System.clearProperty("dpsh.terminal");
        return took.subList(TIMES, took.size());
    }

    private static double median(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private void heap(String endpoint, String heap) throws IOException, InterruptedException {
        for (String format : List.of("table", "record", "json", "jsonl", "yaml", "csv", "tsv")) {
            listed(endpoint, heap, "datasource list disk -o " + format, "_ -o csv --columns name --sort name");
        }
        for (String query : List.of(
                "[].name",
                "[?properties.diskSizeGB > `100`].{name: name, id: id, sku: sku.name}",
                "sort_by(@, &name)",
                "length(@)")) {
            listed(endpoint, heap, "datasource list disk -o json --query \"" + query + "\"");
        }
    }

    private void listed(String endpoint, String heap, String... lines) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                "dpsh.Main",
                "--home",
                home.toString(),
                "--endpoint",
                endpoint));
        for (String line : lines) {
            command.addAll(List.of("-c", line));
        }
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        long from = System.nanoTime();
        int code = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        List<String> said = Files.readAllLines(err);
        System.out.printf(
                Locale.ROOT,
                "-Xmx%s  %-78s exit %d  %5.1f s  %8d bytes  %s%n",
                heap,
                String.join("; ", lines),
                code,
                (System.nanoTime() - from) / 1e9,
                Files.size(out),
                said.isEmpty() ? "" : said.get(said.size() - 1));
    }
}
