package dpsh.command;

import dpsh.backup.DatasourceKind;
import dpsh.backup.Policy;
import dpsh.backup.Vault;
import dpsh.session.Seen;
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
final class ListPoliciesCommand implements Callable<ExitCode> {
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
        desk.remember(policies.stream().map(ListPoliciesCommand::seen).toList());
        return new PolicyView().listing(policies);
    }

    static Seen seen(Policy policy) {
        String type = policy.datasourceTypes().isEmpty()
                ? ""
                : policy.datasourceTypes().get(0);
        DatasourceKind kind = DatasourceKind.ofDatasourceType(type);
        return new Seen("policy", policy.id(), policy.name(), null, "for " + (kind == null ? type : kind.label() + "s"))
                .fitting(kind == null ? null : kind.word());
    }
}
