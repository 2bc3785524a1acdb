package dpsh.sandbox;

/**
 * What the state of an instance does to its recovery points: stopping protection stops their expiry too, suspending backups
 * keeps only the last one (backup vault documentation, "Stop protection" and "Suspend backups").
 */
enum Keeping {
    /** As the policy says. */
    BY_POLICY,
    /** The last one for ever, the others as the policy says. */
    LAST,
    /** All for ever. */
    ALL;

    static Keeping of(BackupInstance instance) {
        return switch (instance.state()) {
            case ProtectionStopped, SoftDeleting, SoftDeleted -> ALL;
            case BackupsSuspended -> LAST;
            default -> BY_POLICY;
        };
    }

    /** Whether the schedule of its policy acts. A change of the instance does not stop its backups (assumed). */
    static boolean isBackedUp(BackupInstance instance) {
        return instance.state().isBackedUp() || instance.state() == BackupInstance.State.UpdatingProtection;
    }
}
