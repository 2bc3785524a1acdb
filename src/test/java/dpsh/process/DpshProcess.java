package dpsh.process;

import dpsh.ChildJava;
import dpsh.Dpsh;
import dpsh.Main;
import dpsh.Ran;
import dpsh.Signals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A real dpsh in a JVM of its own; both streams are kept, every wait is bounded, and closing it kills it. */
final class DpshProcess implements AutoCloseable {
    /** What a process killed by SIGKILL ends with, on POSIX systems (128 + 9). */
    static final int KILLED = 137;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<String> arguments;
    private final Process process;
    private final Stream out;
    private final Stream err;

    /** How it ended. */
    record Result(List<String> arguments, int code, String out, String err) {
        @Override
        public String toString() {
            return "dpsh " + String.join(" ", arguments) + "\nended with " + code + "\n--- out\n" + out + "--- err\n"
                    + err;
        }
    }

    private DpshProcess(List<String> arguments, Process process) {
        this.arguments = arguments;
        this.process = process;
        this.out = new Stream(process.getInputStream());
        this.err = new Stream(process.getErrorStream());
    }

    static DpshProcess start(Path home, List<String> arguments) {
        return start(List.of(), List.of(), home, arguments);
    }

    /**
     * Starts one.
     *
     * @param prefix words in front of {@code java}: a shell that sets limits, say
     * @param jvm more options for Java
     */
    static DpshProcess start(List<String> prefix, List<String> jvm, Path home, List<String> arguments) {
        List<String> command = new ArrayList<>(heedingInterrupts());
        command.addAll(prefix);
        command.addAll(ChildJava.command());
        command.addAll(jvm);
        command.addAll(List.of(Main.class.getName(), "--home", home.toString()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            return new DpshProcess(List.copyOf(arguments), process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one and waits for its end. */
    static Result run(Path home, List<String> arguments) {
        try (DpshProcess process = start(home, arguments)) {
            return process.end();
        }
    }

    /** The same in the test's own process, for steps where a process of their own would show nothing more: it starts in no time. */
    static Result runHere(Path home, List<String> arguments) {
        Ran ran = Dpsh.bare(home, "", arguments);
        return new Result(arguments, ran.code(), ran.out(), ran.err());
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() {
        process.destroyForcibly();
        waitForExit();
    }

    private static List<String> heedingInterrupts() {
        try {
            return Signals.heedingInterrupts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGINT: Ctrl-C. */
    void interrupt() {
        try {
            Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
            if (!kill.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new AssertionError("the signal was not sent");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until this stands on standard error. */
    void awaitError(String part) {
        if (!err.await(part)) {
            throw new AssertionError("'" + part + "' was not said: " + kept());
        }
    }

    /** Waits for the first whole line on standard output. */
    String awaitLine() {
        if (!out.await("\n")) {
            throw new AssertionError("nothing was printed: " + kept());
        }
        return out.sofar().lines().findFirst().orElseThrow();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end. */
    Result end() {
        waitForExit();
        return new Result(arguments, process.exitValue(), out.whole(), err.whole());
    }

    private void waitForExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it does not end: " + kept());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Result kept() {
        return new Result(arguments, -1, out.sofar(), err.sofar());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Reads a stream on a thread of its own, to its end. */
    private static final class Stream {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition grown = lock.newCondition();
        private final StringBuilder text = new StringBuilder();
        private boolean ended;

        Stream(InputStream source) {
            Thread thread = new Thread(() -> pump(source), "dpsh-stream");
            thread.setDaemon(true);
            thread.start();
        }

        private void pump(InputStream source) {
            byte[] chunk = new byte[8192];
            try (source) {
                for (int n = source.read(chunk); n >= 0; n = source.read(chunk)) {
                    add(new String(chunk, 0, n, StandardCharsets.UTF_8), false);
                }
                add("", true);
            } catch (IOException closedWithTheProcess) {
                add("", true);
            }
        }

        private void add(String more, boolean last) {
            lock.lock();
            try {
                text.append(more);
                ended |= last;
                grown.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /** Whether this came before the stream's end and within the patience. */
        boolean await(String part) {
            long left = PATIENCE.toNanos();
            lock.lock();
            try {
                while (text.indexOf(part) < 0 && !ended && left > 0) {
                    left = grown.awaitNanos(left);
                }
                return text.indexOf(part) >= 0;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                lock.unlock();
            }
        }

        String whole() {
            long left = PATIENCE.toNanos();
            lock.lock();
            try {
                while (!ended && left > 0) {
                    left = grown.awaitNanos(left);
                }
                return text.toString();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                lock.unlock();
            }
        }

        String sofar() {
            lock.lock();
            try {
                return text.toString();
            } finally {
                lock.unlock();
            }
        }
    }
}
