package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.InstanceDraft;
import dpsh.client.ItemResult;
import dpsh.client.Protection;
import dpsh.view.OutcomeView;
import dpsh.view.ProtectView;
import dpsh.view.Said;
import dpsh.view.Sentences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code backup.protect}: one datasource after the other, each step told on standard error. */
final class Protecting {
    private final Stand stand;
    private final Cancellation cancellation;
    private final Requests requests;
    private final ErrorCatalog catalog = ErrorCatalog.load();
    private final ProtectView view = new ProtectView(new OutcomeView(catalog));

    Protecting(Stand stand, Cancellation cancellation, Requests requests) {
        this.stand = stand;
        this.cancellation = cancellation;
        this.requests = requests;
    }

    /** Everything is looked up before the first request that changes something leaves. */
    List<ProtectResult> all(Collection<?> datasources, Map<?, ?> how) {
        Map<Object, Object> rest = new HashMap<>(how);
        boolean grant = Boolean.TRUE.equals(rest.remove("grant"));
        List<InstanceDraft> drafts = new ArrayList<>();
        for (Object datasource : datasources) {
            cancellation.pass();
            drafts.add(requests.draft(datasource, rest));
        }
        List<ProtectResult> results = new ArrayList<>();
        for (InstanceDraft draft : drafts) {
            cancellation.pass();
            results.add(protect(draft, grant));
        }
        return List.copyOf(results);
    }

    private ProtectResult protect(InstanceDraft draft, boolean grant) {
        ResourceId id = draft.datasource();
        Protection.Wish wish = new Protection.Wish(
                draft,
                requests.vaultOf(draft),
                requests.policyOf(draft),
                requests.datasourceOf(draft),
                grant,
                stand.settings().operationDeadline(),
                stand.settings().grantDeadline());
        try {
            ItemResult result = stand.service().protection().protect(wish, step -> view.step(id.name(), step)
                    .forEach(stand::say));
            return result(id, result, null);
        } catch (DpshException.Interrupted
                | DpshException.LedgerUnavailable
                | DpshException.NotAllowed
                | DpshException.Usage e) {
            // Usage: a protected vault, and nobody to ask.
            throw e;
        } catch (DpshException e) {
            ItemResult running = e instanceof DpshException.TimedOut timedOut && timedOut.operation() != null
                    ? new ItemResult.Running(timedOut.operation())
                    : null;
            return result(id, running, new Sentences(catalog).say(e));
        }
    }

    private ProtectResult result(ResourceId id, @Nullable ItemResult result, @Nullable Said error) {
        ProtectView.Item item = new ProtectView.Item(id, result, error);
        return new ProtectResult(id, ProtectView.word(item), view.detailOf(item), ProtectView.instance(item));
    }
}
