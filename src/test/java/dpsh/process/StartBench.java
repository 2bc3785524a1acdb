package dpsh.process;

import dpsh.shell.PseudoTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * How long the launcher takes until its version is said, until its prompt stands at a pseudo-terminal, and until a command at a
 * served sandbox has ended; as multiples of a bare hello with the same Java, each in turn. Started by {@code scripts/bench start}
 * and {@code scripts/bench command}.
 */
final class StartBench {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path launcher = Path.of("scripts/dpsh").toAbsolutePath();
    private final Path work;

    private StartBench(Path work) {
        this.work = work;
    }

    /** Something that takes time, once. */
    private interface Step {
        void once() throws Exception;
    }

    /** @param arguments start or command, how many times, and further Java homes to measure with */
    public static void main(String[] arguments) throws Exception {
        Path work = Files.createTempDirectory("dpsh-start");
        Files.writeString(
                work.resolve("Hello.java"),
                "public class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
        ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "17",
                        work.resolve("Hello.java").toString());
        StartBench bench = new StartBench(work);
        for (Path java : javas(Arrays.asList(arguments).subList(2, arguments.length))) {
            bench.measure(java, arguments[0].equals("command"), Integer.parseInt(arguments[1]));
        }
    }

    /** Each Java of 17 or newer once: the one that runs, those that were named, and those where a system keeps them. */
    private static Set<Path> javas(List<String> named) throws IOException {
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        named.forEach(home -> homes.add(Path.of(home)));
        Path system = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(system)) {
            try (Stream<Path> all = Files.list(system)) {
                all.sorted().forEach(homes::add);
            }
        }
        Set<Path> found = new LinkedHashSet<>();
        for (Path home : homes) {
            if (Files.isExecutable(home.resolve("bin/java")) && Files.isReadable(home.resolve("release"))) {
                String major = release(home).replaceFirst("\\D.*", "");
                if (Integer.parseInt(major) >= 17) {
                    found.add(home.toRealPath());
                }
            }
        }
        return found;
    }

    private static String release(Path home) throws IOException {
        Properties release = new Properties();
        release.load(Files.newBufferedReader(home.resolve("release")));
        return release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    }

    private void measure(Path home, boolean command, int runs) throws Exception {
        Path java = home.resolve("bin/java");
        // The build made an archive for its own Java; a session of another one would make it behind its back.
        finish(process(home, List.of(launcher.toString(), "--version")));
        finish(process(
                home, List.of(java.toString(), "-cp", "target/dpsh.jar", "dpsh.ClassArchive", absolute("target"))));
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("hello", () -> finish(process(home, List.of(java.toString(), "-cp", work.toString(), "Hello"))));
        Process served = null;
        if (command) {
            served = process(home, List.of(launcher.toString(), "sandbox", "serve"))
                    .redirectOutput(ProcessBuilder.Redirect.PIPE)
                    .start();
            String said = served.inputReader(StandardCharsets.UTF_8).readLine();
            String endpoint = said.replaceFirst(".*\"endpoint\":\"([^\"]*)\".*", "$1");
            List<String> list = List.of(launcher.toString(), "--endpoint", endpoint, "vault", "list");
            steps.put("vault list", () -> finish(process(home, list)));
        } else {
            steps.put("--version", () -> finish(process(home, List.of(launcher.toString(), "--version"))));
            steps.put("first prompt", () -> prompt(process(home, List.of(launcher.toString(), "--sandbox"))));
        }
        try {
            report(home, time(steps, runs));
        } finally {
            if (served != null) {
                served.destroy();
            }
        }
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    /** Milliseconds of each, in turn, so that what else the machine does falls on all of them; the first round does not count. */
    private static Map<String, List<Double>> time(Map<String, Step> steps, int runs) throws Exception {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int run = 0; run <= runs; run++) {
            for (Map.Entry<String, Step> step : steps.entrySet()) {
                long from = System.nanoTime();
                step.getValue().once();
                double millis = (System.nanoTime() - from) / 1e6;
                if (run > 0) {
                    times.computeIfAbsent(step.getKey(), name -> new ArrayList<>())
                            .add(millis);
                }
            }
        }
        times.values().forEach(Collections::sort);
        return times;
    }

    private static void report(Path home, Map<String, List<Double>> times) throws IOException {
        System.out.println("Java " + release(home) + " (" + home.getFileName() + ")");
        List<Double> floor = times.get("hello");
        times.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "  %-14s median %5.0f ms  (%.0f to %.0f)  %.1f x hello%n",
                name,
                all.get(all.size() / 2),
                all.get(0),
                all.get(all.size() - 1),
                all.get(all.size() / 2) / floor.get(floor.size() / 2)));
    }

    private ProcessBuilder process(Path home, List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", home.toString());
        builder.environment().put("DPSH_HOME", work.resolve("home").toString());
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().remove("DPSH_JAVA_OPTS");
        return builder;
    }

    private static void finish(ProcessBuilder builder) throws Exception {
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(builder.command() + " ended with " + code);
        }
    }

    /** Until what the terminal was sent ends with the prompt. */
    private static void prompt(ProcessBuilder builder) throws Exception {
        try (PseudoTerminal terminal = PseudoTerminal.open(100, 30, shown -> {})) {
            Process process = terminal.start(builder.redirectErrorStream(false));
            boolean came = terminal.await(text -> text.contains("dpsh sandbox> "), PATIENCE);
            process.destroyForcibly();
            if (!came) {
                throw new IllegalStateException("no prompt came");
            }
        }
    }
}
