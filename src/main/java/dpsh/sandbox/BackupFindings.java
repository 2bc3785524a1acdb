package dpsh.sandbox;

/**
 * Refusals and failures of backups. The codes are documented (disk-backup-troubleshoot, backup-azure-troubleshoot-blob-backup),
 * the sentences are ours.
 */
final class BackupFindings {
    private BackupFindings() {}

    /** The code was seen for a rule name that is no backup rule (wire notes section 3.5). */
    static DppError ruleNotAllowed() {
        return new DppError(
                "BMSUserErrorDPPAdhocBackupNotAllowedForBackupType",
                "Ad hoc backup is not allowed for the backup type of the rule.",
                "Use the name of a backup rule of the policy.");
    }

    static DppError tooManyToday() {
        return new DppError(
                "UserErrorBackupRequestThrottled",
                "The limit of on-demand backups a day has been reached for this backup instance.",
                "Try again tomorrow.");
    }

    static DppError alreadyRunning() {
        return new DppError(
                "UserErrorMaxConcurrentOperationLimitReached",
                "The maximum number of concurrent operations of this type has been reached.",
                "Wait until the running operation has ended.");
    }

    static DppError diskOrRoleGone(ArmId disk) {
        return new DppError(
                "UserErrorDiskBackupDiskOrMSIPermissionsNotPresent",
                "The disk " + disk + " was not found, or the Backup vault has no permission on it.",
                "Check that the disk exists and that the vault has the Disk Backup Reader role on it.");
    }

    static DppError noPermissionOnDisk(ArmId disk) {
        return new DppError(
                "UserErrorNotEnoughPermissionOnDisk",
                "The Backup vault does not have enough permission on the disk " + disk + ".",
                "Assign the Disk Backup Reader role to the vault on the disk.");
    }

    static DppError snapshotGroupOrRoleGone(ArmId group) {
        return new DppError(
                "UserErrorDiskBackupSnapshotRGOrMSIPermissionsNotPresent",
                "The snapshot resource group " + group + " was not found, or the vault has no permission on it.",
                "Create the resource group again with the same name and assign Disk Snapshot Contributor on it.");
    }

    static DppError noPermissionOnSnapshotGroup(ArmId group) {
        return new DppError(
                "UserErrorNotEnoughPermissionOnSnapshotRG",
                "The Backup vault does not have enough permission on the snapshot resource group " + group + ".",
                "Assign the Disk Snapshot Contributor role to the vault on the resource group.");
    }

    static DppError noPermissionAtAll() {
        return new DppError(
                "UserErrorDiskBackupAuthorizationFailed",
                "The Backup vault has no permission on the disk and on the snapshot resource group.",
                "Assign the Disk Backup Reader and Disk Snapshot Contributor roles to the vault.");
    }
}
