package dpsh.session;

import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import org.jspecify.annotations.Nullable;

/**
 * What is written down under a name: a service, and where to stand there. Never a token.
 *
 * @param place as it was written: IDs where dpsh wrote it, names perhaps where somebody did
 * @param subscriptionName what people call the place's subscription, or null
 */
public record SavedProfile(
        String name,
        ServiceChoice service,
        PlaceNames place,
        @Nullable String subscriptionName) {
    /** Holds unless another is named. */
    public static final String DEFAULT = "default";

    /** Holds for the embedded sandbox, unless another is named. */
    public static final String SANDBOX = "sandbox";

    /** The place, when it can be told without asking the service; null when it has to be looked up. */
    public @Nullable Place known() {
        if (place.isEmpty()) {
            return Place.NOWHERE;
        }
        String deepest = place.vault() != null ? place.vault() : place.group();
        if (deepest != null) {
            if (!ResourceId.looksLikeId(deepest)) {
                return null;
            }
            ResourceId id = ResourceId.parse(deepest);
            return place.vault() != null ? Place.at(id) : id.isGroup() ? Place.inGroup(id) : null;
        }
        String subscription = String.valueOf(place.subscription());
        if (ResourceId.looksLikeId(subscription)) {
            SubscriptionId id = ResourceId.parse(subscription).subscription();
            return id == null ? null : Place.in(id);
        }
        return looksLikeUuid(subscription) ? Place.in(new SubscriptionId(subscription)) : null;
    }

    private static boolean looksLikeUuid(String text) {
        return text.length() == 36 && text.charAt(8) == '-' && text.charAt(23) == '-' && text.indexOf(' ') < 0;
    }
}
