package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.ChildJava;
import dpsh.Signals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Ctrl-C as the operating system delivers it, to a process without a terminal. */
class InterruptSignalTest {
    private static Process start(String... lines) throws Exception {
        List<String> command = new ArrayList<>(Signals.heedingInterrupts());
        command.addAll(ChildJava.command());
        command.add(BatchProcess.class.getName());
        command.addAll(List.of(lines));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TERM", "dumb");
        Process process = builder.start();
        // Whoever reads from it waits no longer than this.
        CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
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

    /** Red without the handler that {@code Shell.run} registers: the signal would end the process, at the prompt too. */
    @Test
    void onADumbTerminalItEndsTheCommandAndNotTheShell() throws Exception {
        Process process = start("interactive");
        try (Writer keys = process.outputWriter(StandardCharsets.UTF_8)) {
            Reader screen = process.inputReader(StandardCharsets.UTF_8);
            awaitText(screen, "testBkpVault> ");
            keys.write("wait\n");
            keys.flush();
            awaitText(screen, "waiting\n");
            interrupt(process);
            awaitText(screen, "\ninterrupted. It goes on at the service.\n");
            awaitText(screen, "testBkpVault> ");
            keys.write("echo here\n");
            keys.flush();
            awaitText(screen, "here\ndpsh sandbox testBkpVault> ");
            interrupt(process);
            awaitText(screen, "Ctrl-C once more leaves; so do exit and Ctrl-D.\n");
            keys.write("exit 3\n");
            keys.flush();
            assertThat(end(process)).isEqualTo(3);
        }
    }

    /** Red when the handler that {@code SystemTerminal} registers stays after the shell has said that once more ends it. */
    @Test
    void onADumbTerminalItEndsTheShellWhoseCommandDoesNotListen() throws Exception {
        Process process = start("interactive");
        try (Writer keys = process.outputWriter(StandardCharsets.UTF_8)) {
            Reader screen = process.inputReader(StandardCharsets.UTF_8);
            awaitText(screen, "testBkpVault> ");
            keys.write("deaf\n");
            keys.flush();
            awaitText(screen, "deaf\n");
            CompletableFuture<String> rest = CompletableFuture.supplyAsync(() -> rest(screen));
            while (process.isAlive()) {
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
            }
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(rest.get(30, TimeUnit.SECONDS)).contains("Once more ends dpsh at once");
        }
    }

    private static String rest(Reader screen) {
        StringBuilder read = new StringBuilder();
        try {
            for (int next = screen.read(); next >= 0; next = screen.read()) {
                read.append((char) next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.toString();
    }

    private static void awaitText(Reader screen, String wanted) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(wanted) < 0) {
            int next = screen.read();
            assertThat(next).as("the end came behind: " + read).isNotNegative();
            read.append((char) next);
        }
    }
}
