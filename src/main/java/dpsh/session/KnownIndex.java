package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.store.IndexState;
import dpsh.store.KnownResource;
import dpsh.store.KnownResources;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was listed or seen at this service, kept for Tab. A database that cannot be used costs completion and nothing else. */
public final class KnownIndex implements KnownValues {
    private final KnownResources resources;
    private final String world;
    private final Clock clock;
    private final Consumer<String> warning;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final KnownValues nowhere;
    private final IndexState state;
    private volatile @Nullable String trouble;

    /**
     * @param world the service, and the profile where there are several at one
     * @param clock the wall clock
     * @param warning told once when what was seen cannot be kept
     */
    public KnownIndex(KnownResources resources, String world, Clock clock, Consumer<String> warning) {
        this.warning = warning;
        this.resources = resources;
        this.state = resources.state();
        this.world = world;
        this.clock = clock;
        this.nowhere = values(() -> Place.NOWHERE);
    }

    /** Keeps what was seen. */
    public void remember(List<Seen> seen) {
        try {
            keep(seen);
        } catch (DpshException.LedgerUnavailable e) {
            if (warned.compareAndSet(false, true)) {
                warning.accept("warning: " + e.getMessage() + "; reading goes on, changes are refused");
            }
        }
    }

    /**
     * The same.
     *
     * @throws DpshException.LedgerUnavailable when it cannot be kept
     */
    void keep(List<Seen> seen) {
        resources.remember(
                world,
                seen.stream()
                        .map(one -> new KnownResource(
                                one.id(),
                                one.kind(),
                                one.name(),
                                one.location(),
                                one.note(),
                                one.standing(),
                                one.fits(),
                                clock.instant()))
                        .toList());
        resources.stand(
                world, seen.stream().map(Seen::guards).filter(Objects::nonNull).toList(), Seen.PROTECTED);
    }

    /** An instance is gone, and what it protected is not protected any more. */
    public void forget(ResourceId instance, @Nullable ResourceId datasource) {
        try {
            resources.forget(world, instance);
            resources.stand(world, datasource == null ? List.of() : List.of(datasource), Seen.UNPROTECTED);
        } catch (DpshException.LedgerUnavailable unkept) {
            return; // it goes with the next list
        }
    }

    /** Everything was listed. */
    void refreshed(IndexState.Refreshed refresh) {
        state.refreshed(world, refresh);
    }

    /** Forgets what of this kind was not seen since; returns how many that were. */
    int forgetUnseen(String kind, Instant since) {
        return state.forgetUnseen(world, kind, since);
    }

    /**
     * When everything was listed last; null when never.
     *
     * @throws DpshException.LedgerUnavailable when the database cannot be read
     */
    public IndexState.@Nullable Refreshed refreshed() {
        return state.last(world);
    }

    /**
     * What is known, by kind.
     *
     * @throws DpshException.LedgerUnavailable when the database cannot be read
     */
    public List<IndexState.Census> census() {
        return state.census(world);
    }

    /** Whether it is time to list everything anew. */
    boolean isStale() {
        IndexState.Refreshed last = refreshed();
        return last == null || !Age.isFresh(last.at(), clock.instant());
    }

    /** Whether nothing is known yet. */
    public boolean isEmpty() {
        return state.isEmpty(world);
    }

    /** Makes the next Tab as fast as the ones after it. */
    void warm() {
        resources.warm(world, List.of("group", "vault", "policy", "disk", "account", "instance"));
    }

    /** Why it could not be refreshed in the background, or null when it could. */
    public @Nullable String trouble() {
        return trouble;
    }

    void trouble(@Nullable String why) {
        trouble = why;
    }

    Instant now() {
        return clock.instant();
    }

    /** What of it Tab offers to somebody who stands there. @param place asked at each Tab */
    public KnownValues values(Supplier<Place> place) {
        return new ResourceValues(resources, world, clock, place);
    }

    @Override
    public List<Known> candidates(String kind, String prefix) {
        return nowhere.candidates(kind, prefix);
    }

    @Override
    public List<Known> candidates(String kind, String prefix, LineSoFar line) {
        return nowhere.candidates(kind, prefix, line);
    }
}
