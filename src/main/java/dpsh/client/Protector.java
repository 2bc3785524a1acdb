package dpsh.client;

import dpsh.arm.ErrorBody;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.DeletedInstance;
import dpsh.backup.ProtectionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What holds backups of a datasource: an instance of some vault, without its JSON, so that very many can be kept at once.
 *
 * @param instance its ID; of a soft-deleted one the ID that it had
 * @param policy its policy, or null when the service's text is no ID
 * @param error why it is in an error state, or null
 * @param purge for a soft-deleted one, when its data goes for good; otherwise null
 */
public record Protector(
        ResourceId instance,
        @Nullable ResourceId policy,
        ProtectionState state,
        @Nullable ErrorBody error,
        @Nullable Instant purge) {
    static Protector of(BackupInstance instance) {
        return new Protector(instance.id(), instance.policy(), instance.state(), instance.error(), null);
    }

    static Protector of(DeletedInstance deleted) {
        return new Protector(deleted.instance(), deleted.policy(), deleted.state(), null, deleted.purge());
    }

    public ResourceId vault() {
        ResourceId vault = instance.parent();
        if (vault == null) {
            throw new IllegalStateException("a backup instance outside of a vault: " + instance);
        }
        return vault;
    }
}
