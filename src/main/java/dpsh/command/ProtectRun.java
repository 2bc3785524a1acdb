package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.InstanceDraft;
import dpsh.backup.Names;
import dpsh.backup.Outcome;
import dpsh.backup.Policy;
import dpsh.backup.Vault;
import dpsh.client.ItemResult;
import dpsh.client.ProtectStep;
import dpsh.client.Protection;
import dpsh.session.Finder;
import dpsh.session.Sightings;
import dpsh.view.ExitCode;
import dpsh.view.OutcomeView;
import dpsh.view.ProtectView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Protects datasources, a few at a time because each spends its time waiting, and tells each step. Everything that was named is looked up before the first request
 * that changes something leaves, so that a misspelt name at the end does not leave half a job.
 */
final class ProtectRun {
    /** Enough to overlap the waits of a handful; more is what a plan is for. */
    private static final int AT_ONCE = 8;

    private final Desk desk;
    private final ProtectView view;
    private int nameWidth;

    ProtectRun(Desk desk, OutcomeView outcomes) {
        this.desk = desk;
        this.view = new ProtectView(outcomes);
    }

    /** Prints a row for each datasource; on standard error each step on the way. */
    ExitCode run(DatasourceKind kind, List<String> given, @Nullable String snapshotGroup, ProtectOptions options) {
        refuseReadOnly();
        given.stream().filter(ResourceId::looksLikeId).forEach(id -> Finder.ofKind(ResourceId.parse(id), kind));
        Finder finder = desk.finder();
        Vault vault = finder.vault(null);
        Policy policy = finder.policy(options.policy(), vault);
        List<Protection.Wish> wishes = new ArrayList<>();
        Set<ResourceId> seen = new HashSet<>();
        for (String one : ProtectOptions.distinct(given)) {
            Datasource datasource = finder.datasource(kind, one);
            if (seen.add(datasource.id())) {
                wishes.add(wish(kind, datasource, snapshotGroup, vault, policy, options.grant()));
            }
        }
        nameWidth = wishes.stream()
                .mapToInt(wish -> wish.draft().datasource().name().length())
                .max()
                .orElse(0);
        List<ProtectView.Item> items = all(wishes);
        boolean shown = items.stream().allMatch(item -> item.result() instanceof ItemResult.Shown);
        if (!shown) {
            desk.show(view, items);
        }
        return ExitCode.of(items.stream().map(view::exitCode).toList());
    }

    /** The results in the order of the wishes. Requests that are only shown come one item after the other. */
    private List<ProtectView.Item> all(List<Protection.Wish> wishes) {
        if (wishes.size() == 1 || desk.settings().showRequest()) {
            return wishes.stream().map(this::protect).toList();
        }
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(AT_ONCE, wishes.size()), work -> {
            Thread thread = new Thread(work, "protect");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<ProtectView.Item>> started = wishes.stream()
                    .map(wish -> workers.submit(() -> besideOthers(wish)))
                    .toList();
            List<ProtectView.Item> items = new ArrayList<>();
            for (Future<ProtectView.Item> one : started) {
                items.add(one.get());
            }
            return items;
        } catch (InterruptedException e) {
            throw new DpshException.Interrupted(
                    "detached from protecting " + wishes.size() + " datasources",
                    "what the service accepted goes on there; `operation list --open` shows it, and the same command"
                            + " again picks it up");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DpshException expected
                    ? expected
                    : new IllegalStateException("protecting ended unexpectedly", e.getCause());
        } finally {
            workers.shutdownNow();
            awaitEnd(workers);
        }
    }

    /** What was interrupted must not run into the next line. */
    private static void awaitEnd(ExecutorService workers) {
        try {
            workers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        desk.remember(List.of(Sightings.of(datasource)));
        ResourceId group = snapshotGroup == null ? null : DraftOptions.group(desk, snapshotGroup, datasource.id());
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
            this.name = name + " ".repeat(Math.max(0, nameWidth - name.length()));
        }

        @Override
        public void accept(ProtectStep step) {
            if (!step.equals(last)) {
                view.step(name, step).forEach(desk::say);
            }
            last = step;
        }
    }

    /** One item's trouble is that item's result; an interruption, or a ledger that cannot be written, ends the whole line. */
    private ProtectView.Item protect(Protection.Wish wish) {
        ResourceId id = wish.draft().datasource();
        try {
            ItemResult result = desk.service().protection().protect(wish, new Teller(id.name()));
            keep(id.name(), result);
            seen(wish.draft(), result);
            return new ProtectView.Item(id, result, null);
        } catch (DpshException.Interrupted e) {
            throw new DpshException.Interrupted(
                    e.what(), (e.next() == null ? "" : e.next() + "; ") + "the same `protect` goes on from there");
        } catch (DpshException.LedgerUnavailable e) {
            throw e;
        } catch (DpshException e) {
            desk.session().failed(e);
            return failed(id, e);
        } catch (RuntimeException e) {
            // A defect met by one item is told with that item; the others go on.
            return failed(id, e);
        }
    }

    /** A ledger that breaks refuses this item; what the others began is told all the same. */
    private ProtectView.Item besideOthers(Protection.Wish wish) {
        try {
            return protect(wish);
        } catch (DpshException.LedgerUnavailable e) {
            return failed(wish.draft().datasource(), e);
        }
    }

    /** What timed out while its operation goes on is running, and not failed. */
    private ProtectView.Item failed(ResourceId id, RuntimeException e) {
        ItemResult running = e instanceof DpshException.TimedOut timedOut && timedOut.operation() != null
                ? new ItemResult.Running(timedOut.operation())
                : null;
        return new ProtectView.Item(id, running, desk.said(e));
    }

    /** For Tab. */
    private void seen(InstanceDraft draft, ItemResult result) {
        if (result instanceof ItemResult.Protected made) {
            desk.remember(List.of(Sightings.of(draft, made.instance(), made.state())));
        } else if (result instanceof ItemResult.Unchanged there) {
            desk.remember(List.of(Sightings.of(draft, there.instance(), there.state())));
        }
    }

    /** For {@code explain last}. */
    private void keep(String name, ItemResult result) {
        if (result instanceof ItemResult.Blocked blocked) {
            desk.session().failed(Refusals.of(name, blocked.findings()));
        } else if (result instanceof ItemResult.Failed failed && failed.outcome() instanceof Outcome.Failed outcome) {
            desk.session().failed(outcome.asError(failed.step() + " " + name));
        }
    }
}
