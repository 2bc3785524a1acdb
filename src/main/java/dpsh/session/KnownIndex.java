package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.store.KnownResource;
import dpsh.store.KnownResources;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was listed or seen at this service, kept for Tab. A database that cannot be used costs completion and nothing else. */
public final class KnownIndex implements KnownValues {
    private static final int MOST = 100;
    private static final String PLACE = "place";
    private static final Set<String> KINDS =
            Set.of("subscription", "group", "vault", "policy", "disk", "account", "instance");

    private final KnownResources resources;
    private final String world;
    private final Clock clock;
    private final Consumer<String> warning;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * @param clock the wall clock
     * @param warning told once when what was seen cannot be kept
     */
    public KnownIndex(KnownResources resources, String world, Clock clock, Consumer<String> warning) {
        this.warning = warning;
        this.resources = resources;
        this.world = world;
        this.clock = clock;
    }

    /** Something seen: its kind in the command language, and a few words about it. */
    public record Seen(
            String kind,
            ResourceId id,
            String name,
            @Nullable Location location,
            @Nullable String note) {}

    /** Keeps what was seen. */
    public void remember(List<Seen> seen) {
        try {
            resources.remember(
                    world,
                    seen.stream()
                            .map(one -> new KnownResource(
                                    one.id(), one.kind(), one.name(), one.location(), one.note(), clock.instant()))
                            .toList());
        } catch (DpshException.LedgerUnavailable e) {
            if (warned.compareAndSet(false, true)) {
                warning.accept("warning: " + e.getMessage() + "; reading goes on, changes are refused");
            }
        }
    }

    @Override
    public List<Known> candidates(String kind, String prefix) {
        List<String> kinds = kinds(kind);
        if (kinds.isEmpty()) {
            return List.of();
        }
        try {
            return prefix.startsWith("/") ? ids(kind, prefix, kinds) : names(kind, prefix, kinds);
        } catch (DpshException.LedgerUnavailable nothingToOffer) {
            return List.of();
        }
    }

    private List<Known> names(String kind, String prefix, List<String> kinds) {
        if (kind.equals(PLACE)) {
            return List.of(); // its name alone does not say what it is
        }
        return resources.completeNames(world, prefix, kinds, MOST).stream()
                .map(one -> new Known(one.name(), description(one), kind, true))
                .toList();
    }

    /** The ways on, one segment further; where only one way leads on, it is followed to the next fork. */
    private List<Known> ids(String kind, String prefix, List<String> kinds) {
        List<String> ways = resources.completeSegments(world, prefix, kinds, MOST);
        while (ways.size() == 1 && ways.get(0).endsWith("/")) {
            ways = resources.completeSegments(world, ways.get(0), kinds, MOST);
        }
        return ways.stream().map(way -> way(kind, way)).toList();
    }

    private Known way(String kind, String way) {
        if (way.endsWith("/")) {
            return new Known(way, "", kind, false);
        }
        KnownResource whole = resources.find(world, ResourceId.parse(way));
        return new Known(way, whole == null ? "" : besideId(whole), kind, true);
    }

    private static List<String> kinds(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "snapshot-group" -> List.of("group");
            case "datasource" -> List.of("disk", "account");
            case "blob", "storage-account" -> List.of("account");
            case PLACE -> List.of("subscription", "group", "vault");
            default -> KINDS.contains(kind) ? List.of(kind) : List.of();
        };
    }

    /** What people call it, where its ID does not say so. */
    private static String besideId(KnownResource resource) {
        return resource.id().name().equalsIgnoreCase(resource.name()) ? description(resource) : resource.name();
    }

    private static String description(KnownResource resource) {
        String place = resource.location() == null ? "" : resource.location().name();
        String note = resource.note() == null ? "" : resource.note();
        return note.isEmpty() ? place : place.isEmpty() ? note : place + ", " + note;
    }
}
