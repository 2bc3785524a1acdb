package dpsh.command;

import dpsh.session.Place;
import dpsh.session.PlaceNames;
import org.jspecify.annotations.Nullable;

/** Places, for people. */
final class PlaceWords {
    private PlaceWords() {}

    /** {@code vault testBkpVault, group TestBkpVaultRG, subscription Backup Operations}; the name of the subscription if known. */
    static String of(Place place, @Nullable String subscriptionName) {
        StringBuilder words = new StringBuilder();
        if (place.vault() != null) {
            words.append("vault ").append(place.vault().name()).append(", ");
        }
        if (place.group() != null) {
            words.append("group ").append(place.group()).append(", ");
        }
        return place.subscription() == null
                ? "no subscription yet"
                : words.append("subscription ")
                        .append(subscriptionName == null ? place.subscription().value() : subscriptionName)
                        .toString();
    }

    /** The same for a place that was written down and perhaps never looked up. */
    static @Nullable String of(PlaceNames names, @Nullable Place known, @Nullable String subscriptionName) {
        if (names.isEmpty()) {
            return null;
        }
        if (known != null) {
            return of(known, subscriptionName);
        }
        return names.vault() != null
                ? "vault " + names.vault()
                : names.group() != null ? "group " + names.group() : "subscription " + names.subscription();
    }
}
