package dpsh.backup;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state that the service gives a backup instance. Known words have a meaning here; an unknown one is kept and shown.
 * Words: {@code currentProtectionState} of the contract 2024-04-01, and {@code BackupsSuspended}, which the service uses in
 * place of {@code BackupSchedulesSuspended}.
 */
public record ProtectionState(String word) {
    private static final Set<String> PENDING = Set.of("configuringprotection", "updatingprotection");
    private static final Set<String> BROKEN =
            Set.of("protectionerror", "configuringprotectionfailed", "invalid", "notprotected");
    private static final Set<String> STOPPED =
            Set.of("protectionstopped", "backupschedulessuspended", "backupssuspended", "retentionschedulessuspended");

    /** The one state that counts as protected. */
    public boolean isProtected() {
        return word.equalsIgnoreCase("ProtectionConfigured");
    }

    /** The service is still working on it. */
    public boolean isPending() {
        return PENDING.contains(folded());
    }

    /** Configuring went wrong, or backups fail. */
    public boolean isBroken() {
        return BROKEN.contains(folded());
    }

    /** It is being deleted, or waits deleted until its data is purged. */
    public boolean isGoing() {
        return folded().equals("softdeleting") || folded().equals("softdeleted");
    }

    /** Somebody stopped or suspended it. */
    public boolean isStopped() {
        return STOPPED.contains(folded());
    }

    /** It was configured, and its backups fail. */
    public boolean isFailing() {
        return folded().equals("protectionerror");
    }

    /** Backups and retention were stopped: the data is kept for ever. */
    public boolean isProtectionStopped() {
        return folded().equals("protectionstopped");
    }

    /** Backups are suspended: the data expires by its policy. Both words of it. */
    public boolean isSuspended() {
        return folded().equals("backupssuspended") || folded().equals("backupschedulessuspended");
    }

    private String folded() {
        return word.toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProtectionState state && word.equalsIgnoreCase(state.word);
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public String toString() {
        return word;
    }
}
