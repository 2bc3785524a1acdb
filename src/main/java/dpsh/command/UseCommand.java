package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.arm.ResourceId;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import dpsh.session.Place;
import dpsh.session.PlaceNames;
import dpsh.session.Seen;
import dpsh.session.Session;
import dpsh.view.ExitCode;
import dpsh.view.Listing;
import dpsh.view.SubscriptionView;
import dpsh.view.Tone;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Moves the session to a subscription, group or vault. */
@Command(
        name = "use",
        description = {
            "Choose the subscription, group or vault to work at.",
            "Alone it lists the subscriptions that you can read."
        },
        footer = {"use vault testBkpVault", "use subscription \"Backup Operations\"", "use group RG-DiskBackup"})
final class UseCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KIND|PLACE-ID",
            completionCandidates = PlaceKinds.class,
            description = "subscription, group or vault; left out before an ID.")
    private @Nullable String kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME|ID", description = "Its name or ID.")
    private @Nullable String name;

    UseCommand(Desk desk) {
        this.desk = desk;
    }

    /** Prints the subscriptions, or nothing on standard output and {@code at vault x (group, subscription)} beside it. */
    @Override
    public ExitCode call() {
        if (kind == null) {
            return desk.show(desk.service().resources().subscriptions(), this::listed);
        }
        desk.session().startAt(PlaceNames.NONE);
        if (name == null) {
            if (!ResourceId.looksLikeId(kind)) {
                throw new DpshException.Usage(
                        "`use " + kind + "` does not say which one",
                        null,
                        "`use vault NAME`, `use subscription NAME`, `use group NAME`, or `use ID`");
            }
            byId(ResourceId.parse(kind));
        } else {
            byKind(kind.toLowerCase(Locale.ROOT), name);
        }
        desk.note("at " + words(desk.session()), Tone.DIM);
        return ExitCode.DONE;
    }

    private Listing listed(List<Subscription> subscriptions) {
        subscriptions.forEach(s -> desk.session().name(s.id(), s.displayName()));
        desk.remember(subscriptions.stream()
                .map(s -> new Seen("subscription", s.resourceId(), s.displayName(), null, s.id().value()))
                .toList());
        return new SubscriptionView().listing(subscriptions);
    }

    private void byId(ResourceId id) {
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

    private void byKind(String what, String given) {
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
        desk.remember(List.of(ListVaultsCommand.seen(vault)));
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

    /** "vault testBkpVault (group TestBkpVaultRG, subscription ...)". */
    private static String words(Session session) {
        Place place = session.place();
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
                        .append(session.subscriptionName())
                        .toString();
    }
}
