package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the datasources that a query asks for, by listing. */
final class QueriedSources {
    private final ListedSources listed;
    private final Estate estate;

    QueriedSources(ListedSources listed, Estate estate) {
        this.listed = listed;
        this.estate = estate;
    }

    /**
     * Where to list.
     *
     * @param named whether the operator asked for just this place, so that it must be readable
     * @param sought whether the group is one of a name that may be in other subscriptions instead
     */
    record Place(SubscriptionId subscription, @Nullable String group, boolean named, boolean sought) {}

    /** The places that the query is about. */
    List<Place> places(DatasourceQuery query) {
        boolean named = !query.subscriptions().isEmpty();
        Set<SubscriptionId> subscriptions = new LinkedHashSet<>();
        query.subscriptions().forEach(given -> subscriptions.add(estate.subscription(given)));
        List<Place> places = new ArrayList<>();
        for (String group : query.groups()) {
            if (ResourceId.looksLikeId(group)) {
                places.add(place(ResourceId.parse(group)));
            }
        }
        List<String> names = query.groups().stream()
                .filter(group -> !ResourceId.looksLikeId(group))
                .toList();
        if (!names.isEmpty() || query.groups().isEmpty()) {
            if (!named) {
                estate.subscriptions().forEach(one -> subscriptions.add(one.id()));
            }
            for (SubscriptionId subscription : subscriptions) {
                names.forEach(name -> places.add(new Place(subscription, name.strip(), named, true)));
                if (names.isEmpty()) {
                    places.add(new Place(subscription, null, named, false));
                }
            }
        }
        return places;
    }

    private static Place place(ResourceId group) {
        SubscriptionId subscription = group.subscription();
        String name = group.resourceGroup();
        if (!group.isGroup() || subscription == null || name == null) {
            throw new DpshException.Usage("'" + group + "' is no resource group", "its type is " + group.type(), null);
        }
        return new Place(subscription, name, true, false);
    }

    /** All that match; whether they are protected is not looked at. Places that cannot be read make the plan partial. */
    List<Chosen> matching(DatasourceKind kind, DatasourceQuery query) {
        List<Chosen> found = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        DpshException.Service refusal = null;
        int read = 0;
        for (Place place : places(query)) {
            String folded = place.group() == null ? "" : place.group().toLowerCase(Locale.ROOT);
            try {
                listed.read(kind, place.subscription(), place.group(), datasource -> {
                    if (query.matches(datasource)) {
                        found.add(new Chosen(null, kind, datasource.id(), listed.slim(datasource), null));
                    }
                });
                read++;
                seen.add(folded);
            } catch (DpshException.Service e) {
                if (place.sought() && e.status() == 404) {
                    missing.add(folded);
                } else if (place.named() || !Estate.isUnreadable(e)) {
                    throw e;
                } else {
                    refusal = e;
                    estate.note(unreadable(kind, place, e));
                }
            }
        }
        missing.removeAll(seen);
        if (!missing.isEmpty() && refusal == null) {
            throw new DpshException.Usage(
                    "there is no resource group '" + missing.iterator().next() + "'",
                    null,
                    "`datasource list` shows the groups that hold something");
        }
        if (read == 0 && refusal != null) {
            throw refusal;
        }
        return found;
    }

    private Finding unreadable(DatasourceKind kind, Place place, DpshException.Service error) {
        return Finding.error(
                error.error().code(),
                "the " + kind.label() + "s of the subscription " + estate.name(place.subscription())
                        + " cannot be read, and are missing here",
                "have somebody give you Reader there, or name the subscriptions that you mean");
    }
}
