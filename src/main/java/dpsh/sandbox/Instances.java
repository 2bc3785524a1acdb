package dpsh.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All backup instances of the world, by ID and by datasource. Guarded by the world's lock. */
final class Instances {
    private final Shelf<BackupInstance> shelf = new Shelf<>();
    private final Map<ArmId, List<BackupInstance>> byDatasource = new HashMap<>();

    Shelf<BackupInstance> shelf() {
        return shelf;
    }

    void add(BackupInstance instance) {
        shelf.put(instance);
        byDatasource
                .computeIfAbsent(instance.protection().datasource(), datasource -> new ArrayList<>())
                .add(instance);
    }

    void remove(BackupInstance instance) {
        shelf.remove(instance.id());
        protecting(instance.protection().datasource()).remove(instance);
    }

    /** The instances of this datasource, in any vault. */
    List<BackupInstance> protecting(ArmId datasource) {
        return byDatasource.getOrDefault(datasource, new ArrayList<>());
    }

    /** An instance of this datasource other than the named one; null when there is none. A blob and a disk never clash. */
    @Nullable
    BackupInstance rival(Protection wanted, @Nullable ArmId self) {
        return protecting(wanted.datasource()).stream()
                .filter(instance -> instance.protection().kind() == wanted.kind())
                .filter(instance -> !instance.id().equals(self))
                .findFirst()
                .orElse(null);
    }

    /** Whether an instance uses this policy. */
    boolean use(ArmId policy) {
        return shelf.under(policy.parent()).stream()
                .anyMatch(instance -> instance.protection().policy().equals(policy));
    }
}
