package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.GraphRow;
import dpsh.client.BulkService;
import dpsh.client.ResourceGraph;
import dpsh.store.IndexState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lists everything that Tab offers, once: from Resource Graph, or where that refuses, list by list. What is kept is kept page
 * by page; at the end what is gone is forgotten. It changes nothing at the service, and leaves the reserve of each quota to
 * persons.
 */
public final class Refresh {
    public static final String GRAPH = "Resource Graph";
    public static final String LISTS = "lists of each subscription";

    /** Resource Graph runs behind: what was seen shortly before may not be in it yet. */
    private static final Duration BEHIND = Duration.ofMinutes(10);

    /** Jobs and recovery points are not listed here; what nobody has listed for so long is forgotten. */
    private static final Duration KEPT = Duration.ofDays(7);

    /** How often a page is asked for again when the service throttles. */
    private static final int TRIES = 20;

    private final BulkService service;
    private final KnownIndex index;
    private final Turn turn;

    /** Waited for before each request, by whoever has time. */
    @FunctionalInterface
    public interface Turn {
        void await() throws InterruptedException;
    }

    /** @param service asked in the lane of bulk work */
    public Refresh(BulkService service, KnownIndex index, Turn turn) {
        this.service = service;
        this.index = index;
        this.turn = turn;
    }

    /**
     * What came of it.
     *
     * @param source {@link #GRAPH} or {@link #LISTS}
     * @param listed how many of each kind
     * @param gone how many were forgotten
     * @param unread what could not be read, as far as the service says so
     */
    public record Outcome(
            String source, TreeMap<String, Integer> listed, int gone, Duration took, List<String> unread) {}

    /**
     * Lists it.
     *
     * @throws DpshException when the service cannot be asked, or what it says cannot be kept
     */
    public Outcome run() {
        Instant start = index.now();
        Tally tally = new Tally();
        String source = GRAPH;
        List<String> unread = List.of();
        try {
            try {
                graph(tally);
            } catch (DpshException.Service refused) {
                if (refused.status() >= 500) {
                    throw refused;
                }
                tally = new Tally();
                source = LISTS;
                unread = new RefreshLists(service, tally, this::waitTurn).run();
            }
        } catch (InterruptedException e) {
            throw new DpshException.Interrupted("the refresh was interrupted", "what was listed before is kept");
        }
        int gone = unread.isEmpty() ? forget(start.minus(BEHIND)) : 0;
        gone += index.forgetUnseen("job", start.minus(KEPT)) + index.forgetUnseen("recovery-point", start.minus(KEPT));
        Duration took = Duration.between(start, index.now());
        index.refreshed(new IndexState.Refreshed(index.now(), source, took));
        return new Outcome(source, tally.listed, gone, took, unread);
    }

    private int forget(Instant before) {
        return List.of("subscription", "group", "vault", "policy", "instance", "disk", "account").stream()
                .mapToInt(kind -> index.forgetUnseen(kind, before))
                .sum();
    }

    private void graph(Tally tally) throws InterruptedException {
        for (ResourceGraph.Question question : ResourceGraph.Question.values()) {
            Iterator<List<GraphRow>> pages = service.graph().resources(question).iterator();
            while (pages.hasNext()) {
                tally.keep(
                        page(pages).stream()
                                .map(Sightings::of)
                                .filter(Objects::nonNull)
                                .toList(),
                        true);
            }
        }
    }

    private List<GraphRow> page(Iterator<List<GraphRow>> pages) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            turn.await();
            try {
                return pages.next();
            } catch (DpshException.TimedOut e) {
                if (!e.throttled() || tries == TRIES) {
                    throw e;
                }
                service.clock().sleep(e.again());
            }
        }
    }

    private void waitTurn() throws InterruptedException {
        turn.await();
    }

    /** Keeps what was listed, and counts it. */
    final class Tally {
        private final TreeMap<String, Integer> listed = new TreeMap<>();
        private final Set<ResourceId> guarded = new HashSet<>();

        /**
         * @param guardsKnown whether all instances were kept before, so that what none of them protects is not protected
         */
        void keep(List<Seen> seen, boolean guardsKnown) {
            index.keep(seen.stream().map(one -> standing(one, guardsKnown)).toList());
            seen.forEach(one -> {
                listed.merge(one.kind(), 1, Integer::sum);
                if (one.guards() != null) {
                    guarded.add(one.guards());
                }
            });
        }

        private Seen standing(Seen one, boolean guardsKnown) {
            boolean datasource = one.kind().equals("disk") || one.kind().equals("account");
            boolean isProtected = guarded.contains(one.id());
            return datasource && (isProtected || guardsKnown) ? one.standing(isProtected) : one;
        }
    }
}
