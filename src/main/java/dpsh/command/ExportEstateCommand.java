package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.SubscriptionId;
import dpsh.backup.BackupInstance;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Policy;
import dpsh.backup.ResourceGroup;
import dpsh.backup.RoleAssignment;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import dpsh.client.BackupClient;
import dpsh.client.Pages;
import dpsh.client.ResourceClient;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Copies the estate that the operator can read. */
@Command(
        name = "export",
        description = {
            "Print the estate that you can read as JSON, to rehearse on a copy of it.",
            "All your subscriptions; --subscription narrows it. Nothing is changed. The",
            "file holds names, tags and settings of resources: --anonymize replaces every",
            "name and GUID, the same one by the same stand-in, and drops the tags."
        },
        footer = {"sandbox estate export --anonymize > estate.json"})
final class ExportEstateCommand implements Callable<ExitCode> {
    private final Desk desk;
    private final EstateFiles files;
    private boolean partial;

    @Option(names = "--anonymize", description = "Replace every name and GUID by a stand-in.")
    private boolean anonymize;

    ExportEstateCommand(Desk desk, EstateFiles files) {
        this.desk = desk;
        this.files = files;
    }

    /** Prints the estate's JSON; what could not be read is told on standard error. */
    @Override
    public ExitCode call() {
        partial = false;
        EstateBodies bodies = EstateBodies.empty();
        SubscriptionId only = desk.narrowed().subscription();
        Set<String> principals = new HashSet<>();
        List<Subscription> subscriptions = desk.service().resources().subscriptions().all().stream()
                .filter(subscription -> only == null || subscription.id().equals(only))
                .toList();
        for (Subscription subscription : subscriptions) {
            bodies.subscriptions().add(subscription.raw());
            resources(subscription.id(), bodies);
            vaults(subscription.id(), bodies, principals);
        }
        subscriptions.forEach(subscription -> roles(subscription, bodies, principals));
        files.write(bodies, anonymize, desk.screen().out());
        return partial ? ExitCode.PARTLY : ExitCode.DONE;
    }

    private void resources(SubscriptionId subscription, EstateBodies bodies) {
        ResourceClient client = desk.service().resources();
        add(bodies.groups(), () -> client.groups(subscription), ResourceGroup::raw);
        add(bodies.disks(), () -> client.datasources(DatasourceKind.DISK, subscription, null), Datasource::raw);
        add(bodies.snapshots(), () -> client.snapshots(subscription), raw -> raw);
        add(bodies.accounts(), () -> client.datasources(DatasourceKind.BLOB, subscription, null), Datasource::raw);
    }

    private void vaults(SubscriptionId subscription, EstateBodies bodies, Set<String> principals) {
        BackupClient client = desk.service().backup();
        for (Vault vault : read(() -> client.vaults(subscription, null))) {
            bodies.vaults().add(vault.raw());
            if (vault.principalId() != null) {
                principals.add(vault.principalId().toLowerCase(Locale.ROOT));
            }
            add(bodies.policies(), () -> client.policies(vault.id()), Policy::raw);
            add(bodies.instances(), () -> client.instances(vault.id()), BackupInstance::raw);
        }
    }

    /** Only what the vaults' identities hold: the rest of who may do what is no business of a rehearsal. */
    private void roles(Subscription subscription, EstateBodies bodies, Set<String> principals) {
        List<RoleAssignment> all = read(() -> desk.service().roles().assignments(subscription.resourceId()));
        all.stream()
                .filter(role -> principals.contains(role.principalId().toLowerCase(Locale.ROOT)))
                .map(RoleAssignment::raw)
                .filter(raw -> !bodies.roleAssignments().contains(raw))
                .forEach(bodies.roleAssignments()::add);
    }

    private <T> void add(List<String> to, Supplier<Pages<T>> pages, Function<T, String> raw) {
        read(pages).stream().map(raw).forEach(to::add);
    }

    /** What may not be read is left out and told. */
    private <T> List<T> read(Supplier<Pages<T>> pages) {
        try {
            return pages.get().all();
        } catch (DpshException.Service refused) {
            if (refused.status() != 403 && refused.status() != 404) {
                throw refused;
            }
            partial = true;
            desk.note("left out: " + desk.said(refused).text(), Tone.WARNING);
            return List.of();
        }
    }
}
