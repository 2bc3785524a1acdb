package dpsh.client;

import dpsh.backup.Datasource;
import org.jspecify.annotations.Nullable;

/**
 * A datasource and how it is protected.
 *
 * @param protector the best of what holds backups of it, or null when nothing does
 */
public record Covered(Datasource datasource, @Nullable Protector protector) {
    /** How a datasource stands, the best first. */
    public enum Standing {
        /** Backups are made. */
        PROTECTED,
        /** It is being configured. */
        PENDING,
        /** It has an instance, and its backups fail. */
        FAILING,
        /** It has an instance, and somebody stopped or suspended it: no new backups. */
        STOPPED,
        /** It has an instance in a state that this dpsh does not know. */
        OTHER,
        /** Its instance was deleted; the data is kept for a while. */
        DELETED,
        /** No vault that can be read has an instance of it. */
        UNPROTECTED;

        static Standing of(Protector protector) {
            var state = protector.state();
            if (state.isProtected()) {
                return PROTECTED;
            }
            if (state.isPending()) {
                return PENDING;
            }
            if (state.isBroken()) {
                return FAILING;
            }
            if (state.isStopped()) {
                return STOPPED;
            }
            return state.isGoing() ? DELETED : OTHER;
        }
    }

    public Standing standing() {
        return protector == null ? Standing.UNPROTECTED : Standing.of(protector);
    }

    /** Whether an instance that is there counts it in, be it failing or stopped: the other of "unprotected". */
    public boolean hasInstance() {
        return standing() != Standing.UNPROTECTED && standing() != Standing.DELETED;
    }
}
