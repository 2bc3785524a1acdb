package dpsh.store;

import dpsh.arm.DpshException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another dpsh, as far as the ledger is concerned: records operations and prints their numbers as soon as it has them. */
final class LedgerProcess {
    private final OperationLog log;
    private final PrintStream out;

    private LedgerProcess(OperationLog log, PrintStream out) {
        this.log = log;
        this.out = out;
    }

    /** Arguments: the home, then {@code many COUNT THREADS} (begins when a line comes in), {@code endless},
     * {@code crowd}, {@code polls} or {@code fill}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LocalDatabase database = Ledgers.database(Path.of(arguments[0]));
        LedgerProcess self =
                new LedgerProcess(Ledgers.log(database), new PrintStream(System.out, true, StandardCharsets.UTF_8));
        switch (arguments[1]) {
            case "many" -> {
                self.out.println("ready");
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
                self.many(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            }
            case "endless" -> self.endless("x");
            case "crowd" -> self.many(Integer.MAX_VALUE, 8);
            case "polls" -> self.polls();
            case "fill" -> self.endless("x".repeat(20_000));
            default -> throw new IllegalArgumentException(arguments[1]);
        }
        database.close();
    }

    private void many(int count, int threads) throws InterruptedException {
        List<Thread> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < count; i++) {
                    out.println(log.record(Ledgers.request(Ledgers.WORLD, "child")));
                }
            });
            thread.start();
            running.add(thread);
        }
        for (Thread thread : running) {
            thread.join();
        }
    }

    /** Asks about operation 1 until it is killed, and prints what is on record then. */
    private void polls() {
        log.accepted(log.record(Ledgers.request(Ledgers.WORLD, "polled")), Ledgers.accepted());
        for (int i = 1; ; i++) {
            log.polled(1, String.valueOf(i));
            out.println(i);
        }
    }

    /** Until it is killed, or the database refuses; then the refusal is printed. */
    private void endless(String clientRequestId) {
        try {
            while (true) {
                out.println(log.record(Ledgers.request(Ledgers.WORLD, clientRequestId)));
            }
        } catch (DpshException.LedgerUnavailable e) {
            out.println(e.what() + "|" + e.why() + "|" + e.next());
            out.println(
                    "still read: " + log.list(Ledgers.WORLD, true, 1_000_000).size());
        }
    }
}
