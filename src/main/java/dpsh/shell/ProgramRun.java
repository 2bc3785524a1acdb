package dpsh.shell;

import dpsh.arm.DpshException;
import dpsh.command.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Programs that run, each reading what the one before it writes; the first reads what is written to {@link #input}. */
final class ProgramRun implements AutoCloseable {
    /** What a program that was told to end takes at most. */
    private static final long GRACE_MILLIS = 300;

    /** 128 and the number of SIGPIPE: the program behind it had enough. */
    private static final int READER_WAS_GONE = 141;

    private final List<Process> processes;
    private final List<Thread> pumps = new ArrayList<>();
    private final Lending.@Nullable Loan loan;

    private ProgramRun(List<Process> processes, Lending.@Nullable Loan loan) {
        this.processes = processes;
        this.loan = loan;
    }

    /** Starts them; what the last one writes goes to the screen, or to the terminal itself. */
    static ProgramRun shown(Programs programs, List<Course.Stage> stages, Screen screen) {
        Lending lending = programs.lending();
        if (lending == null) {
            ProgramRun run = started(programs, stages, null);
            run.pump(run.last().getInputStream(), screen.out());
            run.pumpErrors(screen);
            return run;
        }
        screen.out().flush();
        screen.err().flush();
        return started(programs, stages, lending.begin());
    }

    /** Starts them; what the last one writes goes there. */
    static ProgramRun into(Programs programs, List<Course.Stage> stages, OutputStream output, Screen screen) {
        ProgramRun run = started(programs, stages, null);
        run.begin(() -> run.last().getInputStream().transferTo(output));
        run.pumpErrors(screen);
        return run;
    }

    private static ProgramRun started(Programs programs, List<Course.Stage> stages, Lending.@Nullable Loan loan) {
        ProcessBuilder.Redirect output = loan == null ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.INHERIT;
        try {
            return new ProgramRun(programs.start(stages, output, loan != null), loan);
        } catch (IOException e) {
            if (loan != null) {
                loan.close();
            }
            throw new DpshException.Refused(
                    "'" + stages.get(0).name() + "' cannot be started",
                    e.getMessage(),
                    "see that it runs in your own shell");
        }
    }

    /** What the first one reads; closing it says that this was all. */
    OutputStream input() {
        return new ProgramInput(processes.get(0).getOutputStream());
    }

    /** Whether they write to the terminal and hear its Ctrl-C themselves. */
    boolean isLent() {
        return loan != null;
    }

    /** Whether one of them is there still, a moment from now. */
    boolean livesOn() {
        try {
            return !last().waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /**
     * Waits for all of them.
     *
     * @return the code of the last that failed, as bash's pipefail has it; 0 when none did
     * @throws InterruptedException when the operator does not want to wait; those that have no terminal are ended
     */
    int await() throws InterruptedException {
        int code = 0;
        for (Process process : processes) {
            int own = code(process);
            boolean last = process == last();
            code = own == 0 || own == READER_WAS_GONE && !last ? code : own;
        }
        for (Thread pump : pumps) {
            pump.join();
        }
        return code;
    }

    /** A program that has the terminal heard the Ctrl-C too, and knows what it means. */
    private int code(Process process) throws InterruptedException {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                if (loan == null) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.destroy();
        }
        if (loan != null) {
            loan.close();
        }
    }

    private Process last() {
        return processes.get(processes.size() - 1);
    }

    private void pumpErrors(Screen screen) {
        processes.forEach(process -> pump(process.getErrorStream(), screen.err()));
    }

    private void pump(InputStream from, PrintWriter to) {
        begin(() -> {
            char[] some = new char[4096];
            try (Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
                for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
                    to.write(some, 0, read);
                    to.flush();
                }
            }
        });
    }

    private interface Pumping {
        void pump() throws IOException;
    }

    private void begin(Pumping pumping) {
        Thread thread = new Thread(
                () -> {
                    try {
                        pumping.pump();
                    } catch (IOException | UncheckedIOException ended) {
                        // The program was ended: there is nothing more to take over.
                    }
                },
                "program output");
        thread.setDaemon(true);
        thread.start();
        pumps.add(thread);
    }
}
