package dpsh.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** How many durable records a second the ledger takes, from 1 and from 32 threads. A program, not a test. */
final class CommitBench {
    private static final long NANOS = 5_000_000_000L;

    private CommitBench() {}

    /** Argument: a directory on the disk to measure, which must be empty. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        double alone = 0;
        for (int threads : new int[] {1, 1, 32}) {
            Path home = Files.createTempDirectory(Path.of(arguments[0]), "commits");
            double perSecond = measure(home, threads, log -> log.record(Ledgers.request(Ledgers.WORLD, "bench")));
            alone = threads == 1 ? perSecond : alone;
            // 32 threads: 9000 records/s, 12.0 x one thread
            out.printf("%d threads: %.0f records/s, %.1f x one thread%n", threads, perSecond, perSecond / alone);
        }
        Path home = Files.createTempDirectory(Path.of(arguments[0]), "commits");
        double polls = measure(home, 1, log -> log.polled(1, "Inprogress"));
        // 1 thread: 9000 polls/s, 12.0 x one thread's records
        out.printf("1 thread: %.0f polls/s, %.1f x one thread's records%n", polls, polls / alone);
    }

    private static double measure(Path home, int threads, Consumer<OperationLog> change) throws InterruptedException {
        AtomicLong records = new AtomicLong();
        try (LocalDatabase database = Ledgers.database(home)) {
            OperationLog log = Ledgers.log(database);
            log.record(Ledgers.request(Ledgers.WORLD, "first"));
            long end = System.nanoTime() + NANOS;
            List<Thread> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Thread thread = new Thread(() -> {
                    while (System.nanoTime() - end < 0) {
                        change.accept(log);
                        records.incrementAndGet();
                    }
                });
                thread.start();
                running.add(thread);
            }
            for (Thread thread : running) {
                thread.join();
            }
        }
        return records.get() / (NANOS / 1e9);
    }
}
