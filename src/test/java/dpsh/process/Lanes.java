package dpsh.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tests that do not touch each other two at a time: most of a process's start is waiting. */
final class Lanes {
    private static final int LANES = 2;

    private Lanes() {}

    /** Runs all of them and throws what the first that failed threw. */
    static void run(List<? extends Callable<?>> tests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Callable<?> test : tests) {
                running.add(threads.submit(test));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error failed) {
                throw failed;
            }
            throw e.getCause() instanceof Exception failed ? failed : e;
        } finally {
            threads.shutdownNow();
        }
    }
}
