package dpsh.command;

import dpsh.backup.Policy;
import dpsh.backup.Vault;
import dpsh.session.Sightings;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.Listing;
import dpsh.view.PolicyView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the policies of a vault. */
@Reads
@Command(
        name = "list",
        description = "The vault's policies and what each protects.",
        footer = {"policy list --vault testBkpVault"})
final class ListPoliciesCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;

    ListPoliciesCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        Vault vault = desk.finder().vault(null);
        return desk.show(desk.service().backup().policies(vault.id()), this::listed);
    }

    private Listing listed(List<Policy> policies) {
        desk.remember(policies.stream().map(Sightings::of).toList());
        return new PolicyView().listing(policies);
    }

    @Override
    public List<Column> columns() {
        return PolicyView.COLUMNS;
    }
}
