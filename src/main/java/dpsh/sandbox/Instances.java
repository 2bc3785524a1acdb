package dpsh.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All backup instances of the world, by ID, by datasource and by policy, and the soft-deleted ones. Guarded by the world's lock. */
final class Instances {
    private final Shelf<BackupInstance> shelf = new Shelf<>();
    private final Shelf<DeletedInstance> deleted = new Shelf<>();
    private final Map<ArmId, List<BackupInstance>> byDatasource = new HashMap<>();
    private final Map<ArmId, Integer> users = new HashMap<>();
    private Consumer<BackupInstance> watcher = added -> {};

    Shelf<BackupInstance> shelf() {
        return shelf;
    }

    Shelf<DeletedInstance> deleted() {
        return deleted;
    }

    /** Says who looks at each instance that is added. */
    void onAdding(Consumer<BackupInstance> newWatcher) {
        watcher = newWatcher;
    }

    void add(BackupInstance instance) {
        shelf.put(instance);
        watcher.accept(instance);
        byDatasource
                .computeIfAbsent(instance.protection().datasource(), datasource -> new ArrayList<>())
                .add(instance);
        users.merge(instance.protection().policy(), 1, Integer::sum);
    }

    void remove(BackupInstance instance) {
        shelf.remove(instance.id());
        protecting(instance.protection().datasource()).remove(instance);
        users.merge(instance.protection().policy(), -1, Integer::sum);
    }

    /** Its protection becomes another one of the same datasource, maybe with another policy. */
    void configure(BackupInstance instance, Runnable change) {
        users.merge(instance.protection().policy(), -1, Integer::sum);
        change.run();
        users.merge(instance.protection().policy(), 1, Integer::sum);
    }

    /** Moves one among the soft-deleted; its policy is still in use. */
    void softDelete(DeletedInstance gone) {
        remove(gone.instance());
        deleted.put(gone);
        users.merge(gone.instance().protection().policy(), 1, Integer::sum);
    }

    /** Moves it back. */
    void undelete(DeletedInstance gone) {
        purge(gone);
        add(gone.instance());
    }

    void purge(DeletedInstance gone) {
        deleted.remove(gone.id());
        users.merge(gone.instance().protection().policy(), -1, Integer::sum);
    }

    /** Whether a vault has any, soft-deleted ones too. */
    boolean areIn(ArmId vault) {
        return !shelf.next(vault, "", 1).isEmpty()
                || !deleted.next(vault, "", 1).isEmpty();
    }

    /** The soft-deleted instance of this datasource in this vault; null when there is none. */
    @Nullable
    DeletedInstance softDeletedTwin(ArmId vault, Protection wanted) {
        return deleted.under(vault).stream()
                .filter(twin -> twin.instance().protection().kind() == wanted.kind())
                .filter(twin -> twin.instance().protection().datasource().equals(wanted.datasource()))
                .findFirst()
                .orElse(null);
    }

    /** The instance of this ID, which may be soft-deleted; null when there is none. */
    @Nullable
    BackupInstance evenDeleted(ArmId id) {
        BackupInstance there = shelf.get(id);
        DeletedInstance gone = there == null ? deleted.get(id.parent().child(DeletedInstance.TYPE, id.name())) : null;
        return gone == null ? there : gone.instance();
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

    /** Whether an instance, maybe a soft-deleted one, uses this policy. */
    boolean use(ArmId policy) {
        return users.getOrDefault(policy, 0) > 0;
    }
}
