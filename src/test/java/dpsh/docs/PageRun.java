package dpsh.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.ChildJava;
import dpsh.Dpsh;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Carries out what a section of a page shows, in a directory and with a home of its own, and compares what is shown with what
 * comes. {@code scripts/dpsh} there is the product as it was just compiled, and sandboxes run at the tests' speed.
 */
public final class PageRun {
    private static final long LONGEST_SECONDS = 120;

    private final Path directory;

    /** @param directory empty, and the caller's to remove */
    public PageRun(Path directory) {
        this.directory = directory;
    }

    /** Carries out every step and compares; the first difference is an AssertionError. */
    void check(ConsolePage.Section section) throws IOException, InterruptedException {
        launcher();
        runbooks();
        List<ConsolePage.Step> session =
                section.steps().stream().filter(ConsolePage.Step::session).toList();
        List<String> answers = session.isEmpty() ? List.of() : session(session);
        int next = 0;
        for (ConsolePage.Step step : section.steps()) {
            String came = step.session() ? answers.get(next++) : shell(step.command());
            assertThat(Shown.compared(came.lines().toList()))
                    .as("%s%nshows:%n%s%nwhat came:%n%s", step, String.join("\n", step.shown()), came)
                    .isEqualTo(Shown.compared(step.shown()));
        }
    }

    /**
     * Carries out examples, those for dpsh's prompt in one session at a sandbox, and asserts that each ends well.
     *
     * @param examples with the prompt in front
     */
    public void carryOut(List<String> examples) throws IOException, InterruptedException {
        List<String> typed = examples.stream()
                .filter(line -> line.startsWith(ConsolePage.SESSION))
                .map(line -> line.substring(ConsolePage.SESSION.length()))
                .toList();
        boolean files = typed.stream().anyMatch(line -> line.matches(".* (>|\\||--save|--report) .*"));
        if (files || typed.size() < examples.size()) {
            launcher();
            runbooks();
        }
        if (files) {
            Files.write(directory.resolve("lines"), typed);
            assertEndsWell("scripts/dpsh --sandbox < lines");
        } else if (!typed.isEmpty()) {
            List<String> arguments = List.of("--sandbox", "--speed", String.valueOf(Dpsh.SPEED));
            Dpsh.bare(home(), String.join("\n", typed), arguments).ends(0);
        }
        for (String line : examples) {
            if (line.startsWith(ConsolePage.SHELL)) {
                assertEndsWell(line.substring(ConsolePage.SHELL.length()));
            }
        }
    }

    private void assertEndsWell(String command) throws IOException, InterruptedException {
        assertThat(shell(command + "; echo ended with $?")).as(command).endsWith("ended with 0\n");
    }

    private void launcher() throws IOException {
        Path script = Files.createDirectories(directory.resolve("scripts")).resolve("dpsh");
        Files.writeString(
                script,
                "#!/bin/sh\nexec '" + String.join("' '", ChildJava.command())
                        + "' -Ddpsh.terminal= dpsh.FixedHour --speed " + Dpsh.SPEED + " \"$@\"\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException(script + " cannot be made executable");
        }
    }

    /** Those that people take stand where the page says. */
    private void runbooks() throws IOException {
        Path to = Files.createDirectories(directory.resolve("scripts/runbooks"));
        try (Stream<Path> files = Files.list(Path.of("scripts/runbooks"))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private String shell(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command);
        builder.directory(directory.toFile()).redirectErrorStream(true);
        Path output = directory.resolve("output");
        builder.redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing().toFile()));
        Map<String, String> environment = builder.environment();
        environment.put("DPSH_HOME", home().toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("does not end: " + command + "\n" + Files.readString(output));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    private Path nothing() throws IOException {
        Path nothing = directory.resolve("nothing");
        return Files.exists(nothing) ? nothing : Files.createFile(nothing);
    }

    private Path home() {
        return directory.resolve("home");
    }

    /** What came for each of the lines, typed into one session. */
    private List<String> session(List<ConsolePage.Step> steps) {
        List<String> answers = new ArrayList<>();
        StringBuilder seen = new StringBuilder();
        Typist typist = new Typist(steps.stream().map(ConsolePage.Step::command).toList(), () -> {
            answers.add(seen.toString());
            seen.setLength(0);
        });
        List<String> arguments = List.of("--sandbox", "--keep-going", "--speed", String.valueOf(Dpsh.SPEED));
        Dpsh.bare(home(), typist, arguments, seen::append);
        answers.add(seen.toString());
        return answers.subList(1, answers.size());
    }

    /** Hands one line over at a time, and says so when the next is asked for: whatever came until then belongs to the last. */
    private static final class Typist extends InputStream {
        private final List<String> lines;
        private final Runnable asked;
        private int next;
        private ByteArrayInputStream line = new ByteArrayInputStream(new byte[0]);

        Typist(List<String> lines, Runnable asked) {
            this.lines = lines;
            this.asked = asked;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (line.available() == 0) {
                if (next == lines.size()) {
                    return -1;
                }
                asked.run();
                line = new ByteArrayInputStream((lines.get(next++) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return line.read(into, from, length);
        }

        @Override
        public int available() {
            return line.available();
        }
    }
}
