package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.arm.SubscriptionId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import dpsh.client.BulkService;
import dpsh.client.Pacing;
import dpsh.client.Pages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The slow way to everything that Tab offers: one list after the other. What may not be read is left out, and said. */
final class RefreshLists {
    /** How often a list is begun anew when the service throttles. */
    private static final int TRIES = 5;

    private final BulkService service;
    private final Refresh.Tally tally;
    private final Refresh.Turn turn;
    private final List<String> unread = new ArrayList<>();

    RefreshLists(BulkService service, Refresh.Tally tally, Refresh.Turn turn) {
        this.service = service;
        this.tally = tally;
        this.turn = turn;
    }

    /** Returns what could not be read. */
    List<String> run() throws InterruptedException {
        turn.await();
        List<Subscription> subscriptions = service.resources().subscriptions().all();
        tally.keep(subscriptions.stream().map(Sightings::of).toList(), false);
        for (Subscription subscription : subscriptions) {
            ofVaults(subscription.id());
        }
        for (Subscription subscription : subscriptions) {
            SubscriptionId id = subscription.id();
            list(id, "groups", () -> service.resources().groups(id), Sightings::of);
            for (DatasourceKind kind : DatasourceKind.values()) {
                list(id, kind.label() + "s", () -> service.resources().datasources(kind, id, null), Sightings::of);
            }
        }
        return List.copyOf(unread);
    }

    private void ofVaults(SubscriptionId id) throws InterruptedException {
        List<Vault> vaults = list(id, "vaults", () -> service.backup().vaults(id, null), Sightings::of);
        for (Vault vault : vaults) {
            list(id, "policies of " + vault.name(), () -> service.backup().policies(vault.id()), Sightings::of);
            list(id, "instances of " + vault.name(), () -> service.backup().instances(vault.id()), Sightings::of);
        }
    }

    /** Keeps a list, page by page, and returns it; nothing when it may not be read. */
    private <T> List<T> list(SubscriptionId id, String what, Supplier<Pages<T>> ask, Function<T, Seen> seen)
            throws InterruptedException {
        for (int tries = 1; ; tries++) {
            List<T> all = new ArrayList<>();
            try {
                token(id);
                for (List<T> page : ask.get()) {
                    tally.keep(page.stream().map(seen).toList(), unread.isEmpty());
                    all.addAll(page);
                    turn.await();
                }
                return all;
            } catch (DpshException.Service e) {
                if (e.status() != 403 && e.status() != 404) {
                    throw e;
                }
                unread.add("the " + what + " in " + id);
                return List.of();
            } catch (DpshException.TimedOut e) {
                if (!e.throttled() || tries == TRIES) {
                    throw e;
                }
                service.clock().sleep(e.again());
            }
        }
    }

    private void token(SubscriptionId id) throws InterruptedException {
        turn.await();
        Duration wait = service.pacing().take(id, Pacing.Call.READ);
        while (!wait.isZero()) {
            service.clock().sleep(wait);
            wait = service.pacing().take(id, Pacing.Call.READ);
        }
    }
}
