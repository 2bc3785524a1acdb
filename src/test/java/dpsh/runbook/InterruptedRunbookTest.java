package dpsh.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.ChildJava;
import dpsh.Signals;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C as the operating system delivers it, to a process that runs a runbook. */
class InterruptedRunbookTest {
    @TempDir
    Path directory;

    private Process start(String... lines) throws Exception {
        Path file = Files.write(directory.resolve("endless.groovy"), List.of(lines));
        List<String> command = new ArrayList<>(Signals.heedingInterrupts());
        command.addAll(ChildJava.command());
        command.addAll(List.of(
                "dpsh.Main",
                "--home",
                directory.resolve("home").toString(),
                "--sandbox",
                "--speed",
                "1",
                "--vault",
                "testBkpVault",
                "run",
                file.toString()));
        Process process = new ProcessBuilder(command).start();
        // Whoever reads from it waits no longer than this.
        CompletableFuture.delayedExecutor(120, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
    }

    private static void interrupt(Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static String ended(Process process) throws Exception {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void endsTheProcessWith130() throws Exception {
        Process process = start(
                "println 'begun'", "while (true) { try { sleep 100000 } catch (Throwable e) {} }", "println 'never'");
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("begun");
        interrupt(process);
        assertThat(ended(process)).contains("interrupted the runbook endless.groovy.");
        assertThat(out.readLine()).isNull();
    }

    @Test
    void saysWhatGoesOnAtTheService() throws Exception {
        Process process = start(
                "def draft = backup.instance(backup.disk('msdiskbackup'), policy: 'DiskBackup-Policy', snapshotGroup:"
                        + " 'snapshot-rg')",
                "def work = backup.validate(draft)",
                "println 'begun'",
                "while (true) { try { work.await('50 min'); sleep 100000 } catch (Exception e) {} }");
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("begun");
        interrupt(process);
        assertThat(ended(process))
                .contains("interrupted the runbook endless.groovy. Operation 1 goes on at the service;"
                        + " `operation watch 1` comes back to it");
    }
}
