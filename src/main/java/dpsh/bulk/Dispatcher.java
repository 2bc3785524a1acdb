package dpsh.bulk;

import dpsh.arm.ServiceClock;
import dpsh.arm.SubscriptionId;
import dpsh.client.Pacing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Timers and requests of very many items on one thread and a few workers. What waits is an entry in a queue; a worker is busy
 * only while a request is on the wire. A request leaves when its bucket has a token, in the order of its rank, then first come
 * first served.
 *
 * <p>Everything but the requests themselves happens on the thread that calls {@link #run}; the methods are for that thread.
 */
final class Dispatcher implements AutoCloseable {
    /** More requests on the wire than any documented refill keeps busy: 35 a second at an answer time of 1.8 s. */
    private static final int WORKERS = 64;

    private static final Duration LONGEST_SLEEP = Duration.ofMillis(250);

    /** What goes first where a bucket has room for one. */
    enum Rank {
        FIRST,
        USUAL
    }

    private record Timer(Instant due, long order, Runnable then) {}

    private record Door(SubscriptionId subscription, Pacing.Call call) {}

    private static final class Line {
        private final Map<Rank, Deque<Runnable>> waiting =
                Map.of(Rank.FIRST, new ArrayDeque<>(), Rank.USUAL, new ArrayDeque<>());
        private Instant notBefore = Instant.MIN;

        @Nullable
        Runnable peek() {
            Deque<Runnable> first = waiting.get(Rank.FIRST);
            return first.isEmpty() ? waiting.get(Rank.USUAL).peek() : first.peek();
        }

        void drop() {
            Deque<Runnable> first = waiting.get(Rank.FIRST);
            (first.isEmpty() ? waiting.get(Rank.USUAL) : first).remove();
        }
    }

    private final Pacing pacing;
    private final ServiceClock clock;
    private final ExecutorService workers;
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparingLong(Timer::order));
    private final Map<Door, Line> lines = new HashMap<>();
    private final LinkedBlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    private int busy;
    private long order;

    Dispatcher(Pacing pacing, ServiceClock clock) {
        this.pacing = pacing;
        this.clock = clock;
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "bulk-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does something after this much service time. */
    void later(Duration wait, Runnable then) {
        timers.add(new Timer(clock.now().plus(wait), order++, then));
    }

    /**
     * Sends a request as soon as its bucket has room.
     *
     * @param request runs on a worker; it takes one token's worth
     * @param then gets what it returned, on the dispatcher's thread
     * @param failed gets what it threw, on the dispatcher's thread
     */
    <T> void send(
            SubscriptionId subscription,
            Pacing.Call call,
            Rank rank,
            Supplier<T> request,
            Consumer<T> then,
            Consumer<RuntimeException> failed) {
        lines.computeIfAbsent(new Door(subscription, call), door -> new Line())
                .waiting
                .get(rank)
                .add(() -> start(request, then, failed));
    }

    private <T> void start(Supplier<T> request, Consumer<T> then, Consumer<RuntimeException> failed) {
        busy++;
        workers.execute(() -> {
            Runnable answer;
            try {
                T result = request.get();
                answer = () -> then.accept(result);
            } catch (RuntimeException e) {
                answer = () -> failed.accept(e);
            } catch (Error e) {
                // Without an answer the loop would wait for ever: the thread of the run shall die of it.
                answer = () -> {
                    throw e;
                };
            }
            answers.add(answer);
        });
    }

    /** How many requests are on the wire. */
    int busy() {
        return busy;
    }

    /**
     * Works until it is done.
     *
     * @param done asked after each round
     * @param round called after each round, at least four times in a second
     * @throws InterruptedException when the thread is interrupted; what is on the wire goes on
     */
    void run(BooleanSupplier done, Runnable round) throws InterruptedException {
        while (!done.getAsBoolean()) {
            drain();
            fire();
            Instant next = dispatch();
            round.run();
            if (done.getAsBoolean()) {
                return;
            }
            if (answers.isEmpty()) {
                sleepUntil(next);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** Takes in the answers to what is on the wire, for at most this much real time. Nothing new is sent. */
    void settle(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (busy > 0 && System.nanoTime() < end) {
            try {
                Runnable answer = answers.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (answer != null) {
                    take(answer);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void drain() {
        for (Runnable answer = answers.poll(); answer != null; answer = answers.poll()) {
            take(answer);
        }
    }

    private void take(Runnable answer) {
        busy--;
        answer.run();
    }

    private void fire() {
        Instant now = clock.now();
        for (Timer timer = timers.peek(); timer != null && !timer.due().isAfter(now); timer = timers.peek()) {
            timers.remove();
            timer.then().run();
        }
    }

    /** Sends what may go; returns when it is worth looking again. */
    private Instant dispatch() {
        Instant now = clock.now();
        Timer timer = timers.peek();
        Instant next = timer == null ? Instant.MAX : timer.due();
        for (Map.Entry<Door, Line> entry : lines.entrySet()) {
            Line line = entry.getValue();
            while (busy < WORKERS && line.peek() != null && !now.isBefore(line.notBefore)) {
                Duration wait = pacing.take(
                        entry.getKey().subscription(), entry.getKey().call());
                if (wait.isZero()) {
                    Runnable start = line.peek();
                    line.drop();
                    if (start != null) {
                        start.run();
                    }
                } else {
                    line.notBefore = now.plus(wait);
                }
            }
            if (line.peek() != null && busy < WORKERS && line.notBefore.isBefore(next)) {
                next = line.notBefore;
            }
        }
        return next;
    }

    private void sleepUntil(Instant next) throws InterruptedException {
        Duration wait = LONGEST_SLEEP;
        if (next.isBefore(Instant.MAX)) {
            Duration real = clock.toWallTime(Duration.between(clock.now(), next));
            wait = real.compareTo(LONGEST_SLEEP) < 0 ? real : LONGEST_SLEEP;
        }
        if (wait.isNegative() || wait.isZero()) {
            return;
        }
        Runnable answer = answers.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        if (answer != null) {
            take(answer);
        }
    }

    /** Interrupts what is still on the wire. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
