package dpsh.client;

import dpsh.arm.ErrorBody;
import dpsh.arm.ResourceId;
import dpsh.backup.BackupInstance;
import dpsh.backup.OperationKind;
import dpsh.backup.ProtectionState;
import org.jspecify.annotations.Nullable;

/** What a backup instance tells of each kind of request about it (states: wire notes, sections 3.4, 3.9 to 3.11 and 6). */
final class InstanceWitness {
    static final String NOT_VISIBLE = "not visible yet";

    private InstanceWitness() {}

    /**
     * @param aim the policy that an update asks for, or null
     * @param instance as the service shows it now, or null when there is none
     */
    static Sight see(OperationKind kind, @Nullable ResourceId aim, @Nullable BackupInstance instance) {
        if (instance == null) {
            return kind == OperationKind.DELETE_INSTANCE
                    ? new Sight.Done("gone")
                    : new Sight.Untouched("the service has no such instance", NOT_VISIBLE);
        }
        ProtectionState state = instance.state();
        return switch (kind) {
            case CREATE_INSTANCE -> configured(instance);
            case UPDATE_INSTANCE -> updated(instance, aim);
            case DELETE_INSTANCE ->
                isGoing(instance) ? pending(state) : untouched("the instance is still there", state);
            case STOP_PROTECTION -> reached(state.isProtectionStopped(), state);
            case SUSPEND_BACKUPS -> reached(state.isSuspended(), state);
            case RESUME_PROTECTION, RESUME_BACKUPS ->
                state.isStopped() ? untouched("the instance is " + state, state) : configured(instance);
            case UNDELETE -> state.isGoing() ? untouched("it is still deleted", state) : new Sight.Done(state.word());
            case SYNC -> isBroken(instance) ? broken(instance) : settled(state);
            case BACKUP, VALIDATE, VALIDATE_UPDATE, ASSIGN_ROLE ->
                throw new IllegalArgumentException(kind + " is not told by the instance");
        };
    }

    private static Sight configured(BackupInstance instance) {
        if (instance.state().isProtected()) {
            return new Sight.Done(instance.state().word());
        }
        boolean failed = isBroken(instance)
                || instance.state().isStopped()
                || instance.state().isGoing();
        return failed ? broken(instance) : pending(instance.state());
    }

    private static Sight updated(BackupInstance instance, @Nullable ResourceId aim) {
        if (instance.state().isPending() || aim == null || aim.equals(instance.policy())) {
            return configured(instance);
        }
        String policy = instance.policy() == null ? "?" : instance.policy().name();
        return new Sight.Untouched(
                "the instance still has the policy " + policy, instance.state() + " with the policy " + policy);
    }

    private static Sight reached(boolean there, ProtectionState state) {
        return there ? new Sight.Done(state.word()) : untouched("the instance is " + state, state);
    }

    private static Sight settled(ProtectionState state) {
        return state.isPending() ? pending(state) : new Sight.Done(state.word());
    }

    private static Sight pending(ProtectionState state) {
        return new Sight.Pending(state.word());
    }

    private static Sight untouched(String seen, ProtectionState state) {
        return new Sight.Untouched(seen, state.word());
    }

    private static Sight broken(BackupInstance instance) {
        return new Sight.Broken(
                instance.error() == null
                        ? ErrorBody.of(instance.state().word(), "the instance ended in this state")
                        : instance.error(),
                instance.raw());
    }

    private static boolean isBroken(BackupInstance instance) {
        return instance.state().isBroken() || instance.provisioningState().equalsIgnoreCase("Failed");
    }

    private static boolean isGoing(BackupInstance instance) {
        return instance.state().isGoing() || instance.provisioningState().equalsIgnoreCase("Deleting");
    }
}
