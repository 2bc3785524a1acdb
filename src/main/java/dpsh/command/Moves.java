package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.arm.ResourceId;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import dpsh.session.Place;
import dpsh.session.Seen;
import dpsh.session.Sightings;
import dpsh.view.Listing;
import dpsh.view.SubscriptionView;
import dpsh.view.Tone;
import java.util.List;

/** Looks a place up and moves the session there. */
final class Moves {
    private final Desk desk;

    Moves(Desk desk) {
        this.desk = desk;
    }

    /** A list of subscriptions, whose names are learned from it. */
    Listing listed(List<Subscription> subscriptions) {
        subscriptions.forEach(s -> desk.session().name(s.id(), s.displayName()));
        desk.remember(subscriptions.stream().map(Sightings::of).toList());
        return new SubscriptionView().listing(subscriptions);
    }

    void byId(ResourceId id) {
        if (id.isSubscription()) {
            subscription(id.toString());
        } else if (id.isGroup()) {
            group(id);
        } else if (id.isOf(Vault.TYPE)) {
            vault(id.toString());
        } else {
            throw new DpshException.Usage(
                    "'" + id + "' is nothing to stand at",
                    "its type is " + id.type(),
                    "use a subscription, group or vault");
        }
    }

    void byKind(String what, String given) {
        switch (what) {
            case "subscription" -> subscription(given);
            case "vault" -> vault(given);
            case "group" -> group(groupId(given));
            default ->
                throw new DpshException.Usage(
                        "'" + what + "' is nothing to stand at",
                        null,
                        Nearest.or(what, new PlaceKinds(), "use subscription, group or vault"));
        }
    }

    private ResourceId groupId(String given) {
        if (ResourceId.looksLikeId(given)) {
            return ResourceId.parse(given);
        }
        return desk.finder().group(given).id();
    }

    private void subscription(String given) {
        Subscription subscription = desk.finder().subscription(given);
        listed(List.of(subscription));
        desk.session().stand(Place.in(subscription.id()));
    }

    private void group(ResourceId id) {
        if (!id.isGroup()) {
            throw new DpshException.Usage("'" + id + "' is no resource group", "its type is " + id.type(), null);
        }
        if (desk.service().resources().group(id) == null) {
            throw new DpshException.Usage("there is no resource group " + id, null, null);
        }
        desk.remember(List.of(new Seen("group", id, id.name(), null, null)));
        desk.session().stand(Place.inGroup(id));
    }

    private void vault(String given) {
        Vault vault = desk.finder().vault(given);
        desk.remember(List.of(Sightings.of(vault)));
        learnNames();
        desk.session().stand(Place.at(vault.id()));
    }

    /** For the prompt: without the names it shows the subscription's ID. */
    private void learnNames() {
        try {
            listed(desk.service().resources().subscriptions().all());
        } catch (DpshException.Service e) {
            desk.note("the subscriptions' names cannot be read: " + e.error().code(), Tone.DIM);
        }
    }
}
