package dpsh.client;

import dpsh.arm.ResourceId;
import dpsh.backup.AlreadyProtected;
import dpsh.backup.BackupInstance;
import dpsh.backup.Finding;
import dpsh.backup.InstanceDraft;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an instance that protects the datasource already is the one that is asked for. */
public final class Standing {
    private Standing() {}

    /**
     * What stands in the way of protecting it as the draft says.
     *
     * @return null when the existing instance is just what the draft asks for, and is protected or on its way
     */
    public static @Nullable Finding obstacle(InstanceDraft draft, ResourceId vault, BackupInstance existing) {
        String name = existing.name();
        if (!existing.vault().equals(vault)) {
            return Finding.error(
                    AlreadyProtected.CODE,
                    draft.datasource().name() + " is protected already, by the vault "
                            + existing.vault().name() + " (instance " + name + ", " + existing.state() + ", "
                            + existing.vault() + ")",
                    "keep it, or `instance delete " + name + " --vault "
                            + existing.vault().name() + "`, which deletes its backups");
        }
        if (existing.state().isGoing()) {
            return Finding.error(
                    AlreadyProtected.CODE,
                    "the instance " + name + " of " + draft.datasource().name() + " is being deleted ("
                            + existing.state() + ")",
                    "`operation list --open` shows the deletion; protect it again when it is gone");
        }
        if (!draft.policy().equals(existing.policy())) {
            return Finding.error(
                    AlreadyProtected.CODE,
                    draft.datasource().name() + " is protected already with the policy "
                            + (existing.policy() == null
                                    ? "?"
                                    : existing.policy().name()) + ", not "
                            + draft.policy().name() + " (instance " + name + ", " + existing.state() + ")",
                    "`instance show " + name + "` shows how it is protected");
        }
        if (!Objects.equals(draft.snapshotGroup(), existing.snapshotGroup())) {
            return Finding.error(
                    AlreadyProtected.CODE,
                    draft.datasource().name() + " is protected already with the snapshot group "
                            + (existing.snapshotGroup() == null
                                    ? "?"
                                    : existing.snapshotGroup().name()) + ", which cannot be changed (instance "
                            + name + ")",
                    "`instance show " + name + "` shows how it is protected");
        }
        if (!Set.copyOf(Bodies.containers(draft)).equals(Set.copyOf(existing.containers()))) {
            return Finding.error(
                    AlreadyProtected.CODE,
                    draft.datasource().name() + " is protected already with other containers (instance " + name + ", "
                            + existing.state() + ")",
                    "`instance show " + name + "` shows how it is protected");
        }
        if (existing.state().isProtected() || existing.state().isPending()) {
            return null;
        }
        String why = existing.error() == null ? "" : ": " + existing.error().message();
        return Finding.error(
                existing.error() == null
                        ? AlreadyProtected.CODE
                        : existing.error().code(),
                draft.datasource().name() + " has the instance " + name + " in the state " + existing.state() + why,
                "`instance show " + name + "` tells more");
    }
}
