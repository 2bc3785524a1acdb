package dpsh.backup;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The operations that the ledger follows, by the contract's names (openapi 2024-04-01; Microsoft.Authorization 2022-04-01). */
public enum OperationKind {
    VALIDATE("BackupInstances_ValidateForBackup", "validate"),
    CREATE_INSTANCE("BackupInstances_CreateOrUpdate", "create instance"),
    DELETE_INSTANCE("BackupInstances_Delete", "delete instance"),
    /** Not the contract's name, which is the same as for creating: what is read back after a lost answer differs. */
    UPDATE_INSTANCE("BackupInstances_Update", "update instance"),
    VALIDATE_UPDATE("BackupInstances_ValidateForModifyBackup", "validate update"),
    STOP_PROTECTION("BackupInstances_StopProtection", "stop protection"),
    SUSPEND_BACKUPS("BackupInstances_SuspendBackups", "suspend backups"),
    RESUME_PROTECTION("BackupInstances_ResumeProtection", "resume protection"),
    RESUME_BACKUPS("BackupInstances_ResumeBackups", "resume backups"),
    SYNC("BackupInstances_SyncBackupInstance", "sync instance"),
    BACKUP("BackupInstances_AdhocBackup", "back up"),
    UNDELETE("DeletedBackupInstances_Undelete", "undelete instance"),
    ASSIGN_ROLE("RoleAssignments_Create", "grant role");

    private final String contractName;
    private final String label;

    OperationKind(String contractName, String label) {
        this.contractName = contractName;
        this.label = label;
    }

    public String contractName() {
        return contractName;
    }

    /** Whether it only checks, and leaves nothing behind. */
    public boolean validates() {
        return this == VALIDATE || this == VALIDATE_UPDATE;
    }

    /** Whether a backup instance shows how it ended. */
    public boolean isAboutInstance() {
        return !validates() && this != ASSIGN_ROLE;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** The kind with this contract name, or null for one that dpsh of another version wrote. */
    public static @Nullable OperationKind of(String contractName) {
        return Arrays.stream(values())
                .filter(kind -> kind.contractName.equals(contractName))
                .findFirst()
                .orElse(null);
    }
}
