package dpsh.sandbox;

/**
 * Refusals and failures of restores. The codes are documented (disk-backup-troubleshoot, backup-azure-troubleshoot-blob-backup),
 * the sentences are ours. Where a code is used for more than it is documented for, the method says so.
 */
final class RestoreFindings {
    private RestoreFindings() {}

    /** For disks assumed: the code is documented for blobs. */
    static DppError pointNotFound(String point) {
        return new DppError(
                "UserErrorRestorePointNotFound",
                "The recovery point " + point + " was not found.",
                "Select another recovery point.");
    }

    static DppError vaultedPointNotFound(String point) {
        return new DppError(
                "UserErrorRestorePointNotFoundInBackupVault",
                "The recovery point " + point + " was not found in the Backup vault.",
                "Select another recovery point.");
    }

    static DppError snapshotNotFound(ArmId snapshot) {
        return new DppError(
                "UserErrorDiskSnapshotNotFound",
                "The snapshot " + snapshot + " of the recovery point was not found.",
                "Select another recovery point.");
    }

    static DppError snapshotMetadataNotFound(ArmId snapshot) {
        return new DppError(
                "UserErrorSnapshotMetadataNotFound",
                "The metadata of the snapshot " + snapshot + " were not found.",
                "Select another recovery point.");
    }

    static DppError sameNameDisk(ArmId disk) {
        return new DppError(
                "UserErrorSameNameDiskAlreadyExists",
                "A disk with the name " + disk.name() + " already exists in the target resource group.",
                "Choose another name for the disk.");
    }

    static DppError targetGroupNotFound(ArmId group) {
        return new DppError(
                "UserErrorRestoreTargetRGNotFound",
                "The target resource group " + group + " was not found.",
                "Create the resource group or choose another one.");
    }

    static DppError noPermissionOnTargetGroup(ArmId group) {
        return new DppError(
                "UserErrorNotEnoughPermissionOnTargetRG",
                "The Backup vault does not have enough permission on the target resource group " + group + ".",
                "Assign the Disk Restore Operator role to the vault on the resource group.");
    }

    /** Used when the group or the role goes away while the restore runs (assumed). */
    static DppError targetGroupOrRoleGone(ArmId group) {
        return new DppError(
                "UserErrorDiskBackupRestoreRGOrMSIPermissionsNotPresent",
                "The target resource group " + group + " was not found, or the vault has no permission on it.",
                "Check the resource group and the Disk Restore Operator role on it.");
    }

    static DppError snapshotGroupOrRoleGone(ArmId group) {
        return new DppError(
                "UserErrorSnapshotRGOrMSIPermissionsNotPresent",
                "The snapshot resource group " + group + " was not found, or the vault has no permission on it.",
                "Create the resource group again with the same name and assign Disk Snapshot Contributor on it.");
    }

    static DppError diskQuota(String subscription) {
        return new DppError(
                "UserErrorSubscriptionDiskQuotaLimitReached",
                "The disk quota of the subscription " + subscription + " has been reached.",
                "Delete disks or have the quota raised.");
    }

    static DppError noPermissionOnEncryptionSet(ArmId set) {
        return new DppError(
                "UserErrorMSIPermissionsNotPresentOnDES",
                "The Backup vault does not have permission on the disk encryption set " + set + ".",
                "Assign the Reader role to the vault on the disk encryption set.");
    }

    /** Assumed code for the documented limit of restores a day; documented for concurrent operations. */
    static DppError tooMany() {
        return new DppError(
                "UserErrorMaxConcurrentOperationLimitReached",
                "The maximum number of operations of this type has been reached.",
                "Wait and try again.");
    }

    static DppError timeNotInRange() {
        return new DppError(
                "UserErrorInvalidRecoveryPointInTime",
                "The restore point in time is not valid.",
                "Choose a time within a restorable time range.");
    }

    static DppError pointInTimeRestoreRuns(ArmId account) {
        return new DppError(
                "UserErrorPitrRestoreInProgress",
                "A point-in-time restore of the storage account " + account + " is in progress.",
                "Try again when it has ended.");
    }

    static DppError pointInTimeRestoreOff(ArmId account) {
        return new DppError(
                "UserErrorPitrDisabledOnStorageAccount",
                "Point-in-time restore is disabled on the storage account " + account + ".",
                "Enable point-in-time restore on the account.");
    }

    static DppError prefixRange(String why) {
        return new DppError("UserErrorInvalidRestorePrefixRange", "The restore prefix range is not valid.", why);
    }

    static DppError tooManyCriteria() {
        return new DppError(
                "UserErrorTooManyRestoreCriteriaGivenForBlobRestore",
                "Too many restore criteria were given.",
                "Give at most 10 ranges, or 100 containers of a vaulted backup.");
    }

    static DppError tooManyPrefixes() {
        return new DppError(
                "UserErrorTooManyPrefixesGivenForBlobRestore",
                "Too many prefixes were given for a container.",
                "Give at most 10 prefixes.");
    }

    static DppError containerNotFound(String container) {
        return new DppError(
                "UserErrorContainerNotFoundForPointInTimeRestore",
                "The container " + container + " was not found.",
                "Select containers of the storage account.");
    }

    static DppError containerNotBackedUp(String container) {
        return new DppError(
                "UserErrorIncorrectContainersSelectedForOperation",
                "The container " + container + " is not part of the backup.",
                "Select containers of the recovery point.");
    }

    static DppError originalLocation() {
        return new DppError(
                "UserErrorOriginalLocationRestoreNotSupported",
                "Restoring a vaulted backup to the original location is not supported.",
                "Restore to another storage account.");
    }

    static DppError targetContainersExist(String container) {
        return new DppError(
                "UserErrorTargetContainersExistOnAccount",
                "The container " + container + " exists on the target storage account.",
                "Delete it or restore to another storage account.");
    }
}
