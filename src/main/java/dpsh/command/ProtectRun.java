package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Names;
import dpsh.backup.Policy;
import dpsh.backup.Vault;
import dpsh.client.ItemResult;
import dpsh.client.ProtectStep;
import dpsh.client.Protection;
import dpsh.session.Finder;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import dpsh.view.ProtectView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Protects one datasource after the other and tells each step. Everything that was named is looked up before the first request
 * that changes something leaves, so that a misspelt name at the end does not leave half a job.
 */
final class ProtectRun {
    private final Desk desk;
    private final ProtectView view;

    ProtectRun(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.view = new ProtectView(outcomes);
    }

    /** Prints a row for each datasource; on standard error each step on the way. */
    ExitCode run(DatasourceKind kind, List<String> given, @Nullable String snapshotGroup, ProtectOptions options) {
        refuseReadOnly();
        Finder finder = desk.finder();
        Vault vault = finder.vault(null);
        Policy policy = finder.policy(options.policy(), vault);
        List<Protection.Wish> wishes = new ArrayList<>();
        for (String one : ProtectOptions.distinct(given)) {
            wishes.add(wish(kind, finder.datasource(kind, one), snapshotGroup, vault, policy, options.grant()));
        }
        List<ProtectView.Item> items = new ArrayList<>();
        for (Protection.Wish wish : wishes) {
            items.add(protect(wish));
        }
        boolean shown = items.stream().allMatch(item -> item.result() instanceof ItemResult.Shown);
        if (!shown) {
            desk.show(view.listing(items));
        }
        return ExitCode.of(items.stream().map(view::exitCode).toList());
    }

    /** The transport refuses changes too; said here, nothing has been begun. */
    private void refuseReadOnly() {
        if (desk.settings().readOnly() && !desk.settings().showRequest()) {
            throw new DpshException.NotAllowed(
                    "protecting changes things, and this session is read-only",
                    null,
                    "--show-request shows what would be sent",
                    null);
        }
    }

    private Protection.Wish wish(
            DatasourceKind kind,
            Datasource datasource,
            @Nullable String snapshotGroup,
            Vault vault,
            Policy policy,
            boolean grant) {
        desk.remember(List.of(ListDatasourcesCommand.seen(datasource)));
        ResourceId group = snapshotGroup == null ? null : desk.finder().snapshotGroup(snapshotGroup, datasource.id());
        InstanceDraft draft = new InstanceDraft(
                Names.instanceName(datasource.id()),
                kind,
                datasource.id(),
                datasource.location(),
                policy.id(),
                group,
                null);
        return new Protection.Wish(
                draft, vault, policy, datasource, grant, desk.operationDeadline(), desk.grantDeadline());
    }

    /** Tells each step once: a state that is seen again says nothing new. */
    private final class Teller implements Consumer<ProtectStep> {
        private final String name;
        private @Nullable ProtectStep last;

        Teller(String name) {
            this.name = name;
        }

        @Override
        public void accept(ProtectStep step) {
            if (!step.equals(last)) {
                view.step(name, step).forEach(desk::say);
            }
            last = step;
        }
    }

    /** One item's trouble is that item's result; an interruption ends the whole line. */
    private ProtectView.Item protect(Protection.Wish wish) {
        ResourceId id = wish.draft().datasource();
        try {
            ItemResult result = desk.service().protection().protect(wish, step -> view.step(id.name(), step)
                    .forEach(desk::say));
            return new ProtectView.Item(id, result, null);
        } catch (DpshException.Interrupted | DpshException.LedgerUnavailable e) {
            throw e;
        } catch (DpshException e) {
            return new ProtectView.Item(id, null, desk.said(e));
        }
    }
}
