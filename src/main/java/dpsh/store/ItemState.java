package dpsh.store;

import java.util.Locale;

/** How far a run came with one datasource. A state is kept only after it was reached at the service. */
public enum ItemState {
    /** Nothing was done yet. */
    PLANNED(false),
    /** The vault's identity holds the roles; they may not act yet. */
    GRANTED(false),
    /** The service would take the request. */
    VALIDATED(false),
    /** The request to create the backup instance is on its way; whether it arrived is not known yet. */
    SUBMITTED(false),
    /** The service accepted the backup instance and configures it. */
    CONFIGURING(false),
    /** The operation ended well and the instance says ProtectionConfigured. */
    PROTECTED(true),
    /** It was protected just so before; nothing was sent that changes anything. */
    UNCHANGED(true),
    /** Something stands in the way; nothing was sent that changes anything. */
    BLOCKED(true),
    /** The service refused it, or it ended badly. */
    FAILED(true),
    /** It did not end in time, or nobody can tell how it ended. */
    UNKNOWN(true);

    private final boolean ended;

    ItemState(boolean ended) {
        this.ended = ended;
    }

    /** Whether the run is done with it. */
    public boolean ended() {
        return ended;
    }

    /** Whether it is protected as asked. */
    public boolean good() {
        return this == PROTECTED || this == UNCHANGED;
    }

    /** The word in output and options: {@code protected}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
