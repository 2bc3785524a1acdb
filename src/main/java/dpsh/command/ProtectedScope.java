package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import dpsh.session.Place;
import dpsh.session.ProtectionRules;
import dpsh.session.Session;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule of protection is about.
 *
 * @param id a vault or a subscription, or null for the whole profile
 * @param name what people call it: of a subscription its name, if that is known
 */
record ProtectedScope(@Nullable ResourceId id, String name) {
    static ProtectedScope of(Session session, @Nullable ResourceId id) {
        if (id == null) {
            return new ProtectedScope(null, session.profile().name());
        }
        String called = id.isSubscription() ? session.nameOf(id.subscription()) : null;
        return new ProtectedScope(id, called == null ? id.name() : called);
    }

    /** "the vault testBkpVault". */
    String words() {
        return id == null
                ? "the profile '" + name + "'"
                : (id.isSubscription() ? "the subscription " : "the vault ") + name;
    }

    /** What holds there now. */
    ProtectionRules.Ruling ruling(ProtectionRules rules) {
        return id == null ? rules.of(Place.NOWHERE) : rules.of(id);
    }

    /**
     * What a line means.
     *
     * @param what vault, subscription or profile, or an ID
     * @param given its name or ID; where the line stands for null
     */
    static ProtectedScope named(Desk desk, String what, @Nullable String given) {
        return of(desk.session(), id(desk, what, given));
    }

    private static @Nullable ResourceId id(Desk desk, String what, @Nullable String given) {
        if (ResourceId.looksLikeId(what) && given == null) {
            return checked(ResourceId.parse(what));
        }
        return switch (what.toLowerCase(Locale.ROOT)) {
            case "vault" ->
                given != null && ResourceId.looksLikeId(given)
                        ? checked(ResourceId.parse(given))
                        : desk.finder().vault(given).id();
            case "subscription" -> subscription(desk, given);
            case "profile" -> {
                if (given != null && !given.equals(desk.session().profile().name())) {
                    throw new DpshException.Usage(
                            "only the profile of this session can be protected",
                            null,
                            "dpsh --profile " + given + " protection set profile MODE");
                }
                yield null;
            }
            default ->
                throw new DpshException.Usage(
                        "'" + what + "' cannot be protected", null, "protect a vault, a subscription or the profile");
        };
    }

    private static ResourceId subscription(Desk desk, @Nullable String given) {
        if (given == null) {
            Place here = desk.place();
            if (here.subscription() == null) {
                throw new DpshException.Usage("which subscription?", "you stand in none", "give its name or ID");
            }
            return ResourceId.ofSubscription(here.subscription());
        }
        return ResourceId.looksLikeId(given)
                ? checked(ResourceId.parse(given))
                : named(desk, desk.finder().subscription(given));
    }

    private static ResourceId named(Desk desk, Subscription found) {
        desk.session().name(found.id(), found.displayName());
        return found.resourceId();
    }

    private static ResourceId checked(ResourceId id) {
        if (!id.isSubscription() && !id.isOf(Vault.TYPE)) {
            throw new DpshException.Usage(
                    "'" + id + "' cannot be protected",
                    "its type is " + id.type(),
                    "protect a vault or a subscription");
        }
        return id;
    }
}
