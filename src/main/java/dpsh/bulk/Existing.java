package dpsh.bulk;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.Finding;
import dpsh.backup.Vault;
import dpsh.client.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The backup instances of every readable vault, listed once; only those of the plan's datasources are kept. */
final class Existing {
    private final Map<ResourceId, List<BackupInstance>> ofDatasource = new HashMap<>();
    private final Map<ResourceId, Integer> counts = new HashMap<>();

    private Existing() {}

    /**
     * Reads them.
     *
     * @param targets the vaults that the plan is for: these must be readable
     */
    static Existing read(Service service, Estate estate, Collection<Vault> targets, Collection<Chosen> chosen) {
        Existing existing = new Existing();
        Set<ResourceId> wanted = new HashSet<>();
        chosen.forEach(one -> wanted.add(one.id()));
        Map<ResourceId, Vault> vaults = new LinkedHashMap<>();
        targets.forEach(vault -> vaults.put(vault.id(), vault));
        Set<ResourceId> needed = Set.copyOf(vaults.keySet());
        estate.vaults().forEach(vault -> vaults.putIfAbsent(vault.id(), vault));
        for (Vault vault : vaults.values()) {
            try {
                service.backup().instances(vault.id()).forEach(page -> existing.keep(vault.id(), page, wanted));
            } catch (DpshException.Service e) {
                if (needed.contains(vault.id()) || !Estate.isUnreadable(e)) {
                    throw e;
                }
                estate.note(Finding.warning(
                        "the instances of the vault " + vault.name() + " cannot be read ("
                                + e.error().code() + "), and so not whether it protects any of these",
                        "the service refuses what another vault protects; nothing is protected twice"));
            }
        }
        return existing;
    }

    private void keep(ResourceId vault, List<BackupInstance> page, Set<ResourceId> wanted) {
        counts.merge(vault, page.size(), Integer::sum);
        for (BackupInstance instance : page) {
            ResourceId datasource = instance.datasource();
            if (datasource != null && wanted.contains(datasource)) {
                ofDatasource
                        .computeIfAbsent(datasource, none -> new ArrayList<>(1))
                        .add(slim(instance));
            }
        }
    }

    private static BackupInstance slim(BackupInstance whole) {
        return new BackupInstance(
                whole.id(),
                whole.friendlyName(),
                whole.datasource(),
                whole.datasourceType(),
                whole.location(),
                whole.policy(),
                whole.snapshotGroup(),
                whole.containers(),
                whole.state(),
                whole.provisioningState(),
                whole.error(),
                "");
    }

    /** Whatever protects the datasource: in this vault first, then in any other; null when nothing that was read does. */
    @Nullable
    BackupInstance of(ResourceId datasource, ResourceId vault) {
        List<BackupInstance> found = ofDatasource.getOrDefault(datasource, List.of());
        return found.stream()
                .filter(instance -> instance.vault().equals(vault))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.get(0));
    }

    /** Whether anything protects it. */
    boolean covers(ResourceId datasource) {
        return ofDatasource.containsKey(datasource);
    }

    /** How many instances the vault holds, of whatever kind. */
    int count(ResourceId vault) {
        return counts.getOrDefault(vault, 0);
    }
}
