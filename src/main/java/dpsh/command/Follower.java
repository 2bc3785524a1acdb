package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.client.Operation;
import dpsh.client.Service;
import dpsh.store.OperationRow;
import dpsh.store.OperationState;
import dpsh.store.RunRow;
import dpsh.view.Cell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows on one thread of its own what nobody in this process waits for, at the pace that the service asks for, and tells how
 * it ended. What a process that lives has sent is that one's to follow; what a command of this process waits for, or has sent
 * just now, is the command's. Nothing is opened or sent before a command has used the service.
 */
public final class Follower implements Background, AutoCloseable {
    /** The newest that are followed; a ledger with more open ones is a run's, which follows its own. */
    private static final int MOST = 300;

    private static final int RUNS = 20;
    private static final long SHORTEST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 15_000;
    private static final long UNTIL_WOKEN_MILLIS = 86_400_000;
    private static final long PATIENCE_MILLIS = 2000;

    private final Supplier<@Nullable Service> connected;
    private final BooleanSupplier telling;
    private final Map<Long, Followed> followed = new TreeMap<>();
    private final UntoldEnds ended = new UntoldEnds();
    private @Nullable Consumer<Cell> teller;
    private @Nullable Thread thread;
    private @Nullable Instant busySince;
    private boolean woken;
    private boolean closed;
    private volatile int running;
    private volatile Map<Long, Instant> nextLooks = Map.of();

    /**
     * @param connected the service when a command has used it, otherwise null
     * @param telling whether the operator wants to be told of what ends
     */
    public Follower(Supplier<@Nullable Service> connected, BooleanSupplier telling) {
        this.connected = connected;
        this.telling = telling;
    }

    @Override
    public synchronized void begin(Consumer<Cell> teller) {
        this.teller = teller;
    }

    @Override
    public synchronized void commandBegins() {
        busySince = Instant.now();
        wake();
    }

    @Override
    public void commandEnds() {
        synchronized (this) {
            busySince = null;
            Service service = connected.get();
            if (teller != null && service != null) {
                count(service);
            }
            wake();
        }
        tellEnded();
    }

    private synchronized void wake() {
        if (teller == null || closed || connected.get() == null) {
            return;
        }
        woken = true;
        notifyAll();
        if (thread == null) {
            Thread made = new Thread(this::follow, "dpsh-follower");
            made.setDaemon(true);
            thread = made;
            made.start();
        }
    }

    @Override
    public @Nullable Instant nextLook(long number) {
        return nextLooks.get(number);
    }

    /** For the prompt that comes now. */
    private void count(Service service) {
        try {
            running = open(service).size() + workedOn(service).size();
        } catch (DpshException.LedgerUnavailable e) {
            // What cannot be counted stays as it was; whoever needs the ledger says what is wrong with it.
        }
    }

    @Override
    public int running() {
        return running;
    }

    @Override
    public List<OperationRow> left() {
        Service service = connected.get();
        if (service == null || !isFollowing()) {
            return List.of();
        }
        try {
            return open(service).stream()
                    .filter(Follower::isOurs)
                    .sorted(Comparator.comparingLong(OperationRow::number))
                    .toList();
        } catch (DpshException.LedgerUnavailable e) {
            return List.of();
        }
    }

    @Override
    public boolean isFollowing() {
        return teller() != null;
    }

    private synchronized @Nullable Consumer<Cell> teller() {
        return teller;
    }

    private static List<OperationRow> open(Service service) {
        return service.operations().list(true, MOST);
    }

    private static List<RunRow> workedOn(Service service) {
        return service.runs().list(service.world(), RUNS).stream()
                .filter(RunRow::isWorkedOn)
                .toList();
    }

    /** Sent by this process or by one that is gone: nobody else follows it. */
    private static boolean isOurs(OperationRow row) {
        return row.owner().pid() == ProcessHandle.current().pid() || !row.ownerAlive();
    }

    private void follow() {
        try {
            while (pause(look())) {
                // Until the shell ends.
            }
        } catch (InterruptedException | DpshException.Interrupted e) {
            // The shell ends.
        }
    }

    /** @return how long, in real time, until it is worth looking again */
    private long look() {
        Service service = connected.get();
        if (service == null) {
            return LONGEST_MILLIS;
        }
        try {
            return look(service);
        } catch (DpshException.NotAllowed | DpshException.LedgerUnavailable e) {
            // The next command says what is wrong, and after it all of this is tried again.
            return UNTIL_WOKEN_MILLIS;
        } catch (DpshException.Interrupted e) {
            throw e;
        } catch (RuntimeException e) {
            // A defect, or a ledger that was taken away: it must not end the following, nor show a trace at the prompt.
            followed.clear();
            return UNTIL_WOKEN_MILLIS;
        }
    }

    private long look(Service service) {
        List<OperationRow> open = open(service);
        List<RunRow> runs = workedOn(service);
        Instant since = busySince();
        boolean runIsOurs = since != null
                && runs.stream()
                        .anyMatch(run ->
                                run.owner().pid() == ProcessHandle.current().pid());
        running = open.size() + runs.size();
        List<Operation> gone = new ArrayList<>(gone(open));
        if (!runIsOurs) {
            open.stream().filter(row -> isFollowed(row, since)).forEach(row -> take(service, row.number()));
            followed.values().forEach(Followed::look);
            List<Operation> now = gone(open(service));
            gone.addAll(now);
            running -= now.size();
        }
        ended.add(gone);
        tellEnded();
        return untilNextLook(service, runIsOurs);
    }

    private static boolean isFollowed(OperationRow row, @Nullable Instant busySince) {
        boolean beingSent = row.state() == OperationState.RECORDED && row.ownerAlive();
        boolean ofTheCommand = busySince != null && !row.createdAt().isBefore(busySince);
        return isOurs(row) && !beingSent && !ofTheCommand;
    }

    private void take(Service service, long number) {
        if (!followed.containsKey(number)) {
            // One of many: it leaves a reserve to the prompt, and what is throttled is asked for later.
            followed.put(number, new Followed(service.bulk().operations().pickUp(number), service.clock()));
        }
    }

    /** Those that are followed and not open any more; they are not followed any longer. */
    private List<Operation> gone(List<OperationRow> open) {
        List<Operation> gone = new ArrayList<>();
        for (Iterator<Followed> all = followed.values().iterator(); all.hasNext(); ) {
            Operation operation = all.next().operation();
            if (open.stream().noneMatch(row -> row.number() == operation.number()) && !operation.isOpen()) {
                all.remove();
                gone.add(operation);
            }
        }
        return gone;
    }

    private void tellEnded() {
        Consumer<Cell> told = teller();
        if (busySince() != null || told == null) {
            return;
        }
        if (telling.getAsBoolean()) {
            ended.tell(told);
        } else {
            ended.take();
        }
    }

    private long untilNextLook(Service service, boolean runIsOurs) {
        Instant now = service.clock().now();
        Map<Long, Instant> looks = new HashMap<>();
        if (!runIsOurs) {
            followed.forEach((number, one) -> looks.put(number, now.plus(one.untilNextLook())));
        }
        nextLooks = Map.copyOf(looks);
        Duration next = looks.values().stream()
                .min(Comparator.naturalOrder())
                .map(first -> Duration.between(now, first))
                .orElse(Duration.ofDays(1));
        long millis = service.clock().toWallTime(next).toMillis();
        return Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, millis));
    }

    private synchronized @Nullable Instant busySince() {
        return busySince;
    }

    /** @return false when the shell ends */
    private synchronized boolean pause(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; !woken && !closed && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        woken = false;
        return !closed;
    }

    /** Waits for the question that is under way, but not for long. */
    @Override
    public void close() {
        Thread following;
        synchronized (this) {
            closed = true;
            notifyAll();
            following = thread;
        }
        if (following == null) {
            return;
        }
        following.interrupt();
        try {
            following.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
