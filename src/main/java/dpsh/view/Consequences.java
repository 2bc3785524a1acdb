package dpsh.view;

import dpsh.backup.BackupInstance;
import dpsh.backup.Vault;
import org.jspecify.annotations.Nullable;

/** What happens to the data, as it is said before somebody confirms (law 10). */
public final class Consequences {
    private Consequences() {}

    /** Of deleting an instance; by the vault's own word on what it keeps. */
    public static String ofDeleting(BackupInstance instance, @Nullable Vault vault) {
        String what = label(instance);
        return "This ends the protection of " + what + " in the vault "
                + instance.vault().name() + " and deletes its backups (instance " + instance.name() + "). "
                + kept(vault, what);
    }

    private static String kept(@Nullable Vault vault, String what) {
        if (vault == null || !vault.softDeletes()) {
            return "It cannot be undone: the vault does not keep what is deleted.";
        }
        Integer days = vault.softDeleteDays();
        return "The vault keeps the data " + (days == null ? "for a while" : days + " days")
                + "; until then `instance undelete " + what + "` brings it back.";
    }

    /** Of stopping its backups; null where the state leaves nothing to stop. */
    public static @Nullable String ofStopping(BackupInstance instance) {
        boolean something = instance.state().isProtected()
                || instance.state().isSuspended()
                || instance.state().isFailing();
        return something
                ? "This stops the backups of " + instance.name() + " in the vault "
                        + instance.vault().name()
                        + ". The recovery points it has are kept for ever and go on costing money;"
                        + " `instance resume` undoes it."
                : null;
    }

    /** Of suspending its backups; null where the state leaves nothing to suspend. */
    public static @Nullable String ofSuspending(BackupInstance instance) {
        return instance.state().isProtected()
                ? "This suspends the backups of " + instance.name() + " in the vault "
                        + instance.vault().name()
                        + ". Its recovery points expire by the policy, except the latest; `instance resume` undoes it."
                : null;
    }

    /** What people call an instance: by what it protects. */
    public static String label(BackupInstance instance) {
        return instance.datasource() == null
                ? instance.name()
                : instance.datasource().name();
    }
}
