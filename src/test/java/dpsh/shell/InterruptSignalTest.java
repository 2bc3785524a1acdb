package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Ctrl-C as the operating system delivers it, to a process without a terminal. */
class InterruptSignalTest {
    private static Process start(String... lines) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dfile.encoding=UTF-8",
                BatchProcess.class.getName()));
        command.addAll(List.of(lines));
        return new ProcessBuilder(command).start();
    }

    private static void interrupt(Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static int end(Process process) throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process did not end");
        }
        return process.exitValue();
    }

    @Test
    void interruptsTheRunningLineAndEndsWith130() throws Exception {
        Process process = start("wait", "echo never");
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("waiting");
        interrupt(process);
        assertThat(end(process)).isEqualTo(130);
        assertThat(out.readLine()).isNull();
        assertThat(process.errorReader(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "interrupted. It goes on at the service.", "dpsh: line 1 ended with 130, stopped there: wait");
    }

    @Test
    void aSecondSignalEndsAProcessWhoseCommandDoesNotListen() throws Exception {
        Process process = start("deaf");
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("deaf");
        interrupt(process);
        assertThat(out.readLine()).isEqualTo("what?");
        interrupt(process);
        assertThat(end(process)).isEqualTo(130);
    }
}
