package dpsh.sandbox;

import java.util.Arrays;
import java.util.List;

/**
 * A critical operation that a resource guard watches over: those of Recovery Services vaults, which this sandbox only lists, and
 * those of Backup vaults. Order, names and requests as az and PowerShell recorded them (resource_guard_create_and_delete,
 * 2024-05; resource_guard_mapping, 2024-02; New-AzDataProtectionResourceGuard, 2026-02).
 */
enum GuardedOperation {
    DELETE_PROTECTED_ITEM(
            "vaults/backupFabrics/protectionContainers/protectedItems/delete", "deleteProtectedItemRequests"),
    UPDATE_PROTECTED_ITEM(
            "vaults/backupFabrics/protectionContainers/protectedItems/write", "updateProtectedItemRequests"),
    UPDATE_PROTECTION_POLICY("vaults/backupPolicies/write", "updateProtectionPolicyRequests"),
    DELETE_RECOVERY_PROXY("vaults/backupResourceGuardProxies/delete", "deleteResourceGuardProxyRequests"),
    SECURITY_PIN("vaults/backupSecurityPIN/action", "getBackupSecurityPINRequests"),
    DISABLE_SOFT_DELETE("vaults/backupconfig/write", "disableSoftDeleteRequests"),
    MODIFY_RECOVERY_ENCRYPTION("vaults/write#modifyEncryptionSettings", "modifyEncryptionSettings"),
    STOP_WITH_RETAIN(
            "vaults/backupFabrics/protectionContainers/protectedItems/write#stopProtectionWithRetainData",
            "stopProtectionWithRetainDataRequests"),
    REDUCE_RECOVERY_IMMUTABILITY("vaults/write#reduceImmutabilityState", "reduceImmutabilityStateRequests"),
    TRIGGER_RECOVERY_RESTORE(
            "vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints/restore/action",
            "triggerRestoreRequests"),
    DELETE_MAB_IDENTITY("vaults/registeredIdentities/delete", "deleteMABIdentityRequests"),
    DELETE_INSTANCE("backupVaults/backupInstances/delete", "deleteBackupInstanceRequests"),
    DELETE_PROXY("backupVaults/backupResourceGuardProxies/delete", "deleteResourceGuardProxyRequests"),
    REDUCE_IMMUTABILITY("backupVaults/write#reduceImmutabilityState", "dppReduceImmutabilityStateRequests"),
    REDUCE_SOFT_DELETE("backupVaults/write#reduceSoftDeleteSecurity", "dppReduceSoftDeleteSecurityRequests"),
    MODIFY_ENCRYPTION("backupVaults/write#modifyEncryptionSettings", "dppModifyEncryptionSettingsRequests"),
    STOP_PROTECTION("backupVaults/backupInstances/stopProtection/action", "dppDisableStopProtectionRequests"),
    SUSPEND_BACKUPS("backupVaults/backupInstances/suspendBackups/action", "dppDisableSuspendBackupsRequests"),
    WRITE_INSTANCE("backupVaults/backupInstances/write", "dppModifyPolicy"),
    RESTORE("backupVaults/backupInstances/restore/action", "dppTriggerRestoreRequests");

    private static final String OURS = "Microsoft.DataProtection/";

    private final String path;
    private final String requests;

    GuardedOperation(String path, String requests) {
        this.path = path;
        this.requests = requests;
    }

    /** Its name, as guards and proxies spell it. */
    String operation() {
        return (ofBackupVault() ? OURS : "Microsoft.RecoveryServices/") + path;
    }

    /** Where its requests are, below the guard. */
    String requests() {
        return requests;
    }

    /** What a guard says of its requests; for a Backup vault's that is the operation itself (recorded). */
    String requestType() {
        return ofBackupVault() ? operation() : ResourceGuard.TYPE + "/" + requests;
    }

    boolean ofBackupVault() {
        return path.startsWith("backupVaults/");
    }

    /** The request that stands for the permission on the guard. */
    String defaultRequest(ArmId guard) {
        return guard.text() + "/" + requests + "/default";
    }

    /** 18 were listed in 2024, two more in 2026; that 2025-07-01 brought them is assumed. */
    boolean isIn(ApiVersion version) {
        return (this != MODIFY_RECOVERY_ENCRYPTION && this != DELETE_MAB_IDENTITY) || version.isSince("2025-07-01");
    }

    /**
     * Whether a guard may leave it out. Soft delete and the proxy always stay (multi-user-authorization-concept); that a guard
     * ignores such a wish in place of refusing it is assumed.
     */
    boolean isOptional() {
        return this != DISABLE_SOFT_DELETE
                && this != REDUCE_SOFT_DELETE
                && this != DELETE_RECOVERY_PROXY
                && this != DELETE_PROXY;
    }

    /** Those that are left when these are excluded. */
    static List<GuardedOperation> without(List<String> exclusions) {
        return Arrays.stream(values())
                .filter(each -> !each.isOptional() || exclusions.stream().noneMatch(each.operation()::equalsIgnoreCase))
                .toList();
    }
}
