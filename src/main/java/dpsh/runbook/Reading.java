package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.BackupInstance;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Subscription;
import dpsh.backup.Vault;
import dpsh.bulk.DatasourceQuery;
import dpsh.client.Covered;
import dpsh.client.Pages;
import dpsh.client.Protector;
import dpsh.client.Protectors;
import dpsh.session.Finder;
import dpsh.session.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists of the service, read to their end over all that can be read; what cannot is told and marked (law 6). */
final class Reading {
    private final Stand stand;
    private final Cancellation cancellation;
    private final Trail trail;

    Reading(Stand stand, Cancellation cancellation, Trail trail) {
        this.stand = stand;
        this.cancellation = cancellation;
        this.trail = trail;
    }

    /** A part of the world that is listed at once. */
    private record Part(
            SubscriptionId subscription, @Nullable String group) {}

    /** All vaults that can be read. */
    List<Vault> vaults() {
        Place narrowed = stand.narrowed().get();
        List<Vault> vaults = new ArrayList<>();
        parts(List.of(), List.of(), narrowed)
                .forEach(part -> read(
                        "vaults of " + part.subscription(),
                        stand.service().backup().vaults(part.subscription(), part.group()),
                        vaults::add));
        return List.copyOf(vaults);
    }

    /** A list of one place, whose troubles are the caller's. */
    <T> List<T> all(Pages<T> pages, Predicate<T> wanted) {
        List<T> all = new ArrayList<>();
        for (List<T> page : pages) {
            cancellation.pass();
            page.stream().filter(wanted).forEach(all::add);
        }
        return List.copyOf(all);
    }

    /** The instances of a vault that are as wanted. */
    List<BackupInstance> instances(Vault vault, Predicate<BackupInstance> wanted) {
        List<BackupInstance> instances = new ArrayList<>();
        read("instances of " + vault.name(), stand.service().backup().instances(vault.id()), instance -> {
            if (wanted.test(instance)) {
                instances.add(instance);
            }
        });
        return instances;
    }

    List<Datasource> datasources(List<DatasourceKind> kinds, DatasourceQuery query) {
        Protectors protectors = query.isProtected() == null ? null : protectors();
        List<Datasource> found = new ArrayList<>();
        Set<String> groups = new HashSet<>();
        query.groups().stream()
                .filter(group -> !ResourceId.looksLikeId(group))
                .forEach(group -> groups.add(ResourceId.ofGroup(new SubscriptionId("x"), group)
                        .folded()
                        .replaceFirst(".*/", "")));
        List<Part> parts =
                parts(query.subscriptions(), query.groups(), stand.narrowed().get());
        for (DatasourceKind kind : kinds) {
            for (Part part : parts) {
                boolean whole = part.group() == null && !groups.isEmpty();
                read(
                        kind.label() + "s of " + part.subscription(),
                        stand.service().resources().datasources(kind, part.subscription(), part.group()),
                        datasource -> {
                            boolean there = !whole
                                    || groups.contains(
                                            String.valueOf(datasource.id().resourceGroup())
                                                    .toLowerCase(java.util.Locale.ROOT));
                            boolean asked = protectors == null
                                    || query.isProtected()
                                            == covered(datasource, protectors).hasInstance();
                            if (there && asked && query.matches(datasource)) {
                                found.add(datasource);
                            }
                        });
            }
        }
        return List.copyOf(found);
    }

    /** Each disk and storage account with what protects it. */
    List<Covered> coverage(List<DatasourceKind> kinds, DatasourceQuery query) {
        Protectors protectors = protectors();
        return datasources(kinds, query).stream()
                .map(datasource -> covered(datasource, protectors))
                .toList();
    }

    private static Covered covered(Datasource datasource, Protectors protectors) {
        List<Protector> found = protectors.of(datasource.id());
        return new Covered(datasource, found.isEmpty() ? null : found.get(0));
    }

    /** What any vault that can be read protects. */
    private Protectors protectors() {
        Protectors found = stand.service().coverage().protectors();
        found.unread()
                .forEach(unread -> trail.partial(
                        unread.what(),
                        unread.why().getMessage() == null ? "" : unread.why().getMessage()));
        return found;
    }

    /** Groups by ID are parts of their own; groups by name are looked at where there is one subscription only. */
    private List<Part> parts(List<String> subscriptions, List<String> groups, Place narrowed) {
        List<Part> parts = new ArrayList<>();
        boolean named = false;
        for (String group : groups) {
            if (ResourceId.looksLikeId(group)) {
                ResourceId id = ResourceId.parse(group);
                SubscriptionId subscription = id.subscription();
                if (!id.isGroup() || subscription == null) {
                    throw new DpshException.Usage("'" + group + "' is no resource group", null, null);
                }
                parts.add(new Part(subscription, id.resourceGroup()));
            } else {
                named = true;
            }
        }
        if (!parts.isEmpty() && !named) {
            return parts;
        }
        Finder finder = new Finder(stand.service(), Place.NOWHERE);
        List<SubscriptionId> wanted = new ArrayList<>();
        subscriptions.forEach(name -> wanted.add(finder.subscription(name).id()));
        if (wanted.isEmpty() && narrowed.subscription() != null) {
            wanted.add(narrowed.subscription());
        } else if (wanted.isEmpty()) {
            stand.service().resources().subscriptions().all().stream()
                    .map(Subscription::id)
                    .forEach(wanted::add);
        }
        String group = subscriptions.isEmpty() && groups.isEmpty() ? narrowed.group() : null;
        wanted.forEach(subscription -> parts.add(new Part(subscription, group)));
        return parts;
    }

    /** One of several parts that may not be read leaves the others, and the run is partial. */
    private <T> void read(String what, Pages<T> pages, Consumer<T> each) {
        try {
            for (List<T> page : pages) {
                cancellation.pass();
                page.forEach(each);
            }
        } catch (DpshException.Service e) {
            if (e.status() != 403 && e.status() != 404) {
                throw e;
            }
            trail.partial(what, e.getMessage());
        }
    }
}
