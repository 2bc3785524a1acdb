package dpsh.bulk;

import dpsh.arm.ResourceId;
import dpsh.backup.Policy;
import dpsh.backup.Vault;
import org.jspecify.annotations.Nullable;

/** Where and how one datasource shall be protected. */
record Target(Chosen chosen, Vault vault, Policy policy, Estate.@Nullable SnapshotGroup group) {
    @Nullable
    ResourceId groupId() {
        return group == null ? null : group.id();
    }

    /** Whether both ask for the same. */
    boolean asksLike(Target other) {
        ResourceId mine = groupId();
        ResourceId its = other.groupId();
        return chosen.kind() == other.chosen.kind()
                && vault.id().equals(other.vault.id())
                && policy.id().equals(other.policy.id())
                && (mine == null ? its == null : mine.equals(its));
    }
}
