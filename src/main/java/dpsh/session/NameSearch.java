package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.arm.OneHit;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.Subscription;
import dpsh.client.Pages;
import dpsh.client.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks for what has a plain name, and remembers which names come near it. */
final class NameSearch<T> {
    private final String name;
    private final Function<T, ResourceId> id;
    private final List<T> hits = new ArrayList<>();
    private final Nearest near;

    private NameSearch(String name, Function<T, ResourceId> id) {
        this.name = name;
        this.id = id;
        this.near = Nearest.to(name);
    }

    /** Lists what may have the name; with a null group all of the subscription. */
    interface Lister<T> {
        Pages<T> list(SubscriptionId subscription, @Nullable String group);
    }

    /**
     * The one of this name: where the line stands first, in its group, then in its subscription; then everywhere.
     *
     * @param next what to do when there is none, and no name is near
     * @throws DpshException.Usage when there is none, or more than one
     */
    static <T> T of(
            Service service,
            Place place,
            String noun,
            String name,
            Lister<T> lister,
            Function<T, ResourceId> id,
            String next) {
        NameSearch<T> search = new NameSearch<>(name, id);
        SubscriptionId here = place.subscription();
        if (here != null && place.group() != null && place.vault() == null) {
            search.in(lister.list(here, place.group()));
        }
        if (here != null && search.hits.isEmpty()) {
            search.in(lister.list(here, null));
        }
        if (search.hits.isEmpty()) {
            for (Subscription subscription : service.resources().subscriptions().all()) {
                if (!subscription.id().equals(here)) {
                    search.inReadable(lister, subscription.id());
                }
            }
        }
        return OneHit.of(search.hits, noun, name, id, search.near.or(next));
    }

    /** A subscription that can be seen but not read holds nothing to find. */
    private void inReadable(Lister<T> lister, SubscriptionId subscription) {
        try {
            in(lister.list(subscription, null));
        } catch (DpshException.Service e) {
            if (e.status() != 403 && e.status() != 404) {
                throw e;
            }
        }
    }

    private void in(Pages<T> pages) {
        for (List<T> page : pages) {
            for (T one : page) {
                String its = id.apply(one).name();
                if (its.equalsIgnoreCase(name)) {
                    hits.add(one);
                }
                near.look(its);
            }
        }
    }
}
