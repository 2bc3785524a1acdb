package dpsh.command;

import dpsh.arm.SubscriptionId;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import dpsh.session.Place;
import dpsh.session.Sightings;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.Listing;
import dpsh.view.VaultView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists vaults: where the line stands, or in all readable subscriptions when it stands nowhere. */
@Reads
@Command(
        name = "list",
        description = "The Backup vaults of the subscription, or of all that you can read.",
        footer = {"vault list", "vault list --subscription \"Backup Operations\" -o json"})
final class ListVaultsCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;

    ListVaultsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        Place place = desk.place();
        String group = place.vault() == null ? place.group() : null;
        return desk.showEach(
                subscriptions(place.subscription()),
                subscription -> desk.service().backup().vaults(subscription, group),
                this::listed);
    }

    private List<SubscriptionId> subscriptions(@org.jspecify.annotations.Nullable SubscriptionId here) {
        return here != null
                ? List.of(here)
                : desk.service().resources().subscriptions().all().stream()
                        .map(Subscription::id)
                        .toList();
    }

    private Listing listed(List<Vault> vaults) {
        desk.remember(vaults.stream().map(Sightings::of).toList());
        return new VaultView().listing(vaults);
    }

    @Override
    public List<Column> columns() {
        return VaultView.COLUMNS;
    }
}
