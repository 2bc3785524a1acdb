package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.store.KnownResource;
import dpsh.store.KnownResources;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a line can use: which vault it is about, which disk, which instance, by what stands on it and where the session
 * stands, as far as the index knows.
 */
final class LineFit {
    private static final List<String> DATASOURCES = List.of("disk", "account");

    private final KnownResources resources;
    private final String world;
    private final LineSoFar line;
    private final Place place;

    LineFit(KnownResources resources, String world, LineSoFar line, Place place) {
        this.resources = resources;
        this.world = world;
        this.line = line;
        this.place = place;
    }

    /**
     * What the IDs of those begin with that a plain name means on this line, folded, up to the name; null when they may be
     * anywhere.
     */
    @Nullable
    String scope(ResourceKind wanted) {
        return switch (wanted) {
            case POLICY -> below(vault(), "backuppolicies");
            case INSTANCE -> below(vault(), "backupinstances");
            case JOB -> below(vault(), "backupjobs");
            case RECOVERY_POINT -> below(instance(), "recoverypoints");
            case SNAPSHOT_GROUP -> groupsOf(subscription());
            default -> null;
        };
    }

    private static @Nullable String below(@Nullable ResourceId parent, String type) {
        return parent == null ? null : parent.folded() + "/" + type + "/";
    }

    private static @Nullable String groupsOf(@Nullable SubscriptionId subscription) {
        return subscription == null
                ? null
                : ResourceId.ofSubscription(subscription).folded() + "/resourcegroups/";
    }

    private @Nullable ResourceId vault() {
        String given = line.last("vault");
        return given == null ? place.vault() : idOf(given, List.of("vault"));
    }

    private @Nullable ResourceId instance() {
        String given = line.last("instance");
        if (given == null) {
            return null;
        }
        ResourceId vault = vault();
        if (vault != null && !ResourceId.looksLikeId(given)) {
            ResourceId there = vault.child("backupInstances", given);
            if (resources.find(world, there) != null) {
                return there;
            }
            String named = below(vault, "backupinstances") + given.toLowerCase(Locale.ROOT);
            List<KnownResource> begins = resources.completeIds(world, named, List.of("instance"), 2);
            return begins.size() == 1 ? begins.get(0).id() : null;
        }
        return idOf(given, List.of("instance"));
    }

    /** Of the disk on the line; where none is known, the one that the session stands in. */
    private @Nullable SubscriptionId subscription() {
        String given = line.datasource();
        ResourceId disk = given == null ? null : idOf(given, DATASOURCES);
        return disk == null ? place.subscription() : disk.subscription();
    }

    private @Nullable ResourceId idOf(String given, List<String> kinds) {
        if (ResourceId.looksLikeId(given)) {
            try {
                return ResourceId.parse(given);
            } catch (DpshException.Usage notYetOne) {
                return null;
            }
        }
        List<KnownResource> named = resources.named(world, given, kinds);
        return named.size() == 1 ? named.get(0).id() : null;
    }

    /** The kind of datasource that the line is about, as the index spells it, or null. */
    private @Nullable String datasourceWord() {
        String word = line.datasourceWord();
        if (word != null) {
            return word;
        }
        String given = line.datasource();
        ResourceId datasource = given == null ? null : idOf(given, DATASOURCES);
        KnownResource known = datasource == null ? null : resources.find(world, datasource);
        if (known != null) {
            return known.kind().equals("disk") ? "disk" : "blob";
        }
        ResourceId instance = instance();
        KnownResource guard = instance == null ? null : resources.find(world, instance);
        return guard == null ? null : guard.fits();
    }

    /** Those that fit first; equal where none fits better. */
    Comparator<KnownResource> best(ResourceKind wanted) {
        return switch (wanted) {
            case POLICY -> {
                String word = datasourceWord();
                yield Comparator.comparingInt(
                        one -> word == null || word.equals(one.fits()) ? 0 : one.fits() == null ? 1 : 2);
            }
            case DISK, ACCOUNT, DATASOURCE ->
                Comparator.comparingInt(one -> !protects() || one.standing() == null
                        ? 1
                        : one.standing().equals(Seen.UNPROTECTED) ? 0 : 2);
            // What was begun or made last, first: the note begins with the time.
            case JOB, RECOVERY_POINT ->
                Comparator.comparing((KnownResource one) -> one.note() == null ? "" : one.note())
                        .reversed();
            default -> Comparator.comparingInt(one -> 0);
        };
    }

    /** Whether the line is there to protect something that is not protected yet. */
    private boolean protects() {
        return line.says("protect")
                || line.says("plan")
                || line.says("instance") && (line.says("build") || line.says("validate") || line.says("create"));
    }
}
