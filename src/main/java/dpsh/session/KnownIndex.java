package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.store.KnownResource;
import dpsh.store.KnownResources;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What was listed or seen at this service, kept for Tab. A database that cannot be used costs completion and nothing else. */
public final class KnownIndex implements KnownValues {
    private final KnownResources resources;
    private final String world;
    private final Clock clock;
    private final Consumer<String> warning;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final KnownValues nowhere;

    /**
     * @param world the service, and the profile where there are several at one
     * @param clock the wall clock
     * @param warning told once when what was seen cannot be kept
     */
    public KnownIndex(KnownResources resources, String world, Clock clock, Consumer<String> warning) {
        this.warning = warning;
        this.resources = resources;
        this.world = world;
        this.clock = clock;
        this.nowhere = values(() -> Place.NOWHERE);
    }

    /** Keeps what was seen. */
    public void remember(List<Seen> seen) {
        try {
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
                    world,
                    seen.stream().map(Seen::guards).filter(Objects::nonNull).toList(),
                    Seen.PROTECTED);
        } catch (DpshException.LedgerUnavailable e) {
            if (warned.compareAndSet(false, true)) {
                warning.accept("warning: " + e.getMessage() + "; reading goes on, changes are refused");
            }
        }
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
