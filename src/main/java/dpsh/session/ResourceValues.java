package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.store.KnownResource;
import dpsh.store.KnownResources;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Offers what was listed or seen: by name, by a part of a name, or as an ID segment by segment; what the line can use first.
 * Everything comes from the index.
 */
final class ResourceValues implements KnownValues {
    private static final int MOST = 100;

    private final KnownResources resources;
    private final String world;
    private final Clock clock;
    private final Supplier<Place> place;

    /** @param place where the session stands, asked at each Tab */
    ResourceValues(KnownResources resources, String world, Clock clock, Supplier<Place> place) {
        this.resources = resources;
        this.world = world;
        this.clock = clock;
        this.place = place;
    }

    @Override
    public List<Known> candidates(String kind, String prefix) {
        return candidates(kind, prefix, LineSoFar.NOTHING);
    }

    @Override
    public List<Known> candidates(String kind, String prefix, LineSoFar line) {
        if (kind.equals("region")) {
            return regions(prefix);
        }
        ResourceKind wanted = ResourceKind.of(kind);
        if (wanted == null) {
            return List.of();
        }
        try {
            LineFit fit = new LineFit(resources, world, line, place.get());
            return prefix.startsWith("/") ? ids(wanted, prefix, fit) : names(wanted, prefix, fit);
        } catch (DpshException.LedgerUnavailable nothingToOffer) {
            return List.of();
        }
    }

    /** The names of regions that something known is in, each once. */
    private List<Known> regions(String typed) {
        Map<String, Known> found = new TreeMap<>();
        for (KnownResource one : resources.completeRegions(world)) {
            String region = one.location() == null ? "" : one.location().name();
            if (region.startsWith(fold(typed)) && !region.isEmpty()) {
                found.putIfAbsent(region, new Known(region, "where " + one.name() + " is", "regions", true));
            }
        }
        return List.copyOf(found.values());
    }

    private List<Known> names(ResourceKind wanted, String typed, LineFit fit) {
        if (!wanted.hasNames()) {
            return List.of();
        }
        String scope = fit.scope(wanted);
        List<KnownResource> found = scope == null ? List.of() : within(wanted, scope, typed);
        boolean scoped = !found.isEmpty();
        if (!scoped) {
            found = anywhere(wanted, typed);
        }
        Map<String, Integer> bearers = new HashMap<>();
        found.forEach(one -> bearers.merge(fold(one.name()), 1, Integer::sum));
        boolean nameIsEnough = scoped || wanted.isFoundByScope();
        return found.stream()
                .sorted(fit.best(wanted).thenComparing(one -> fold(one.name())))
                .map(one -> nameIsEnough || scope == null && bearers.get(fold(one.name())) == 1
                        ? new Known(one.name(), description(one), wanted.heading(), true)
                        : new Known(one.id().toString(), whereabouts(one), wanted.heading(), true))
                .distinct()
                .toList();
    }

    /** Those whose ID begins with the scope and the name so, else those of the scope that have it in their name. */
    private List<KnownResource> within(ResourceKind wanted, String scope, String typed) {
        List<KnownResource> found = resources.completeIds(world, scope + fold(typed), wanted.kinds(), MOST);
        if (!found.isEmpty() || typed.isEmpty()) {
            return found;
        }
        return resources.completeFragments(world, typed, wanted.kinds(), MOST).stream()
                .filter(one -> one.id().folded().startsWith(scope))
                .toList();
    }

    private List<KnownResource> anywhere(ResourceKind wanted, String typed) {
        List<KnownResource> found = resources.completeNames(world, typed, wanted.kinds(), MOST);
        return !found.isEmpty() || typed.isEmpty()
                ? found
                : resources.completeFragments(world, typed, wanted.kinds(), MOST);
    }

    /** The ways on, one segment further; where only one way leads on, it is followed to the next fork. */
    private List<Known> ids(ResourceKind wanted, String prefix, LineFit fit) {
        List<String> ways = resources.completeSegments(world, prefix, wanted.kinds(), MOST);
        while (ways.size() == 1 && ways.get(0).endsWith("/")) {
            ways = resources.completeSegments(world, ways.get(0), wanted.kinds(), MOST);
        }
        if (ways.isEmpty()) {
            return byLastSegment(wanted, prefix, fit);
        }
        Map<ResourceId, KnownResource> whole = new HashMap<>();
        if (ways.stream().anyMatch(way -> !way.endsWith("/"))) {
            String first = ways.get(0);
            String parent = first.substring(0, first.lastIndexOf('/', first.length() - 2) + 1);
            resources
                    .completeIds(
                            world,
                            parent + prefix.substring(Math.min(parent.length(), prefix.length())),
                            wanted.kinds(),
                            MOST)
                    .forEach(one -> whole.put(one.id(), one));
        }
        Comparator<KnownResource> best = fit.best(wanted);
        String scope = fit.scope(wanted);
        return ways.stream()
                .map(way -> new Way(way, way.endsWith("/") ? null : whole.get(ResourceId.parse(way))))
                .sorted(Comparator.<Way>comparingInt(way -> leadsTo(scope, way.text()) ? 0 : 1)
                        .thenComparing(
                                (a, b) -> a.end() == null || b.end() == null ? 0 : best.compare(a.end(), b.end())))
                .map(way -> new Known(
                        way.text(),
                        way.end() == null ? besideWay(way.text(), wanted) : besideId(way.end()),
                        wanted.heading(),
                        !way.text().endsWith("/")))
                .toList();
    }

    private record Way(String text, @Nullable KnownResource end) {}

    /** Whether the way goes into the scope or towards it. */
    private static boolean leadsTo(@Nullable String scope, String way) {
        return scope != null && (fold(way).startsWith(scope) || scope.startsWith(fold(way)));
    }

    /** IDs that lie where the typed one does and have its last segment in their name. */
    private List<Known> byLastSegment(ResourceKind wanted, String prefix, LineFit fit) {
        int slash = prefix.lastIndexOf('/');
        String fragment = prefix.substring(slash + 1);
        if (fragment.isEmpty()) {
            return List.of();
        }
        String parent = fold(prefix.substring(0, slash + 1));
        return resources.completeFragments(world, fragment, wanted.kinds(), MOST).stream()
                .filter(one -> one.id().folded().startsWith(parent))
                .sorted(fit.best(wanted))
                .map(one -> new Known(one.id().toString(), besideId(one), wanted.heading(), true))
                .toList();
    }

    /** What the way goes into, where that is known, else what it leads to. */
    private String besideWay(String way, ResourceKind wanted) {
        KnownResource known = found(way.substring(0, way.length() - 1));
        return known == null
                ? wanted.heading() + " below"
                : known.id().isSubscription() ? "subscription " + known.name() : description(known);
    }

    private @Nullable KnownResource found(String id) {
        try {
            return resources.find(world, ResourceId.parse(id));
        } catch (DpshException.Usage aPartOfOne) {
            return null;
        }
    }

    /** What people call it, where its ID does not say so. */
    private String besideId(KnownResource resource) {
        return resource.id().name().equalsIgnoreCase(resource.name())
                ? description(resource)
                : resource.name() + ", " + description(resource);
    }

    /** Of one of several with the same name: where it is, first. */
    private String whereabouts(KnownResource resource) {
        String group = resource.id().resourceGroup();
        String where = resource.id().isSubscription()
                ? resource.name()
                : "in "
                        + (resource.id().isGroup() || group == null
                                ? resource.id().subscription()
                                : group);
        return where + ", " + description(resource);
    }

    /** "disk, westus, not protected, Premium_LRS", and how old that is unless it is fresh. */
    private String description(KnownResource resource) {
        List<String> words = new ArrayList<>();
        ResourceKind kind = ResourceKind.of(resource.kind());
        words.add(kind == null ? resource.kind() : kind.label());
        if (resource.location() != null && !resource.location().name().isEmpty()) {
            words.add(resource.location().name());
        }
        if (resource.standing() != null) {
            words.add(resource.standing());
        }
        if (resource.note() != null && !resource.note().isEmpty()) {
            words.add(resource.note());
        }
        if (!Age.isFresh(resource.seenAt(), clock.instant())) {
            words.add("seen " + Age.words(resource.seenAt(), clock.instant()));
        }
        return String.join(", ", words);
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
