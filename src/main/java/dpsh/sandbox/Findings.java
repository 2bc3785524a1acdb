package dpsh.sandbox;

import java.util.List;

/**
 * The service's refusals by name. The texts of the first two are the articles'; the codes of the others are documented
 * (disk-backup-troubleshoot, backup-azure-troubleshoot-blob-backup), their sentences are ours. Where a code is assumed, the
 * method says so.
 */
final class Findings {
    private static final String INVALID_INPUT = "BMSUserErrorInvalidInput";

    private Findings() {}

    static DppError alreadyProtected(ArmId vault, String instance) {
        return new DppError(
                "UserErrorDppDatasourceAlreadyProtected",
                "Datasource is already protected under the Backup vault " + vault + ".",
                "Delete the backup instance " + instance + " from the Backup vault " + vault
                        + " to re-protect the datasource in any other vault.");
    }

    static DppError missingPermission(String principal, ArmId scope) {
        return new DppError(
                "UserErrorMissingRequiredPermissions",
                "Appropriate permissions to perform the operation is missing.",
                List.of("Grant appropriate permissions to perform this operation as mentioned at "
                        + "https://aka.ms/UserErrorMissingRequiredPermissions and retry the operation."),
                "Validate for Protection failed. Exception Message: The client '" + principal + "' with object id '"
                        + principal + "' does not have authorization to perform action "
                        + "'Microsoft.Authorization/roleAssignments/read' over scope '" + scope
                        + "/providers/Microsoft.Authorization' or the scope is invalid. If access was recently granted, "
                        + "please refresh your credentials.");
    }

    /** The message of the code is recorded; which part is wrong the service does not say, the action here does. */
    static DppError invalidInput(String hint) {
        return new DppError(INVALID_INPUT, "Input provided for the call is invalid", hint);
    }

    static DppError vaultWithoutIdentity(ArmId vault) {
        return new DppError(
                "VaultMSIUnauthorized",
                "The managed identity of the Backup vault " + vault + " is missing or not authorized.",
                "Enable the system-assigned identity of the vault, grant it the roles and retry the operation.");
    }

    /** Assumed code: the refusal is known from az's own check, the service's spelling was never seen. */
    static DppError regionMismatch(String datasource, String vault) {
        return new DppError(
                "UserErrorDatasourceVaultRegionMismatch",
                "The datasource is in region '" + datasource + "', the Backup vault is in region '" + vault + "'.",
                "Use a Backup vault in the region of the datasource.");
    }

    static DppError snapshotGroupNotGiven() {
        return new DppError(
                "UserErrorOperationalStoreParametersNotProvided",
                "Operational store parameters are not provided.",
                "Provide the snapshot resource group in AzureOperationalStoreParameters.");
    }

    static DppError snapshotGroupMalformed(String given) {
        return new DppError(
                "UserErrorInvalidOperationalStoreResourceGroup",
                "The snapshot resource group '" + given + "' is not valid.",
                "Provide the ARM ID of a resource group.");
    }

    static DppError snapshotGroupElsewhere() {
        return new DppError(
                "UserErrorSnapshotRGSubscriptionMismatch",
                "The snapshot resource group is in another subscription than the disk.",
                "Choose a resource group in the subscription of the disk.");
    }

    static DppError snapshotGroupNotFound(ArmId group) {
        return new DppError(
                "UserErrorSnapshotRGNotFound",
                "The snapshot resource group " + group + " does not exist.",
                "Create the resource group, assign the Disk Snapshot Contributor role to the vault and retry.");
    }

    static DppError diskNotFound(ArmId disk) {
        return new DppError(
                "UserErrorManagedDiskNotFound",
                "The managed disk " + disk + " was not found.",
                "Check that the disk has not been deleted or moved.");
    }

    static DppError diskTypeNotSupported(String sku) {
        return new DppError(
                "UserErrorDiskBackupDiskTypeNotSupported",
                "Disks of type " + sku + " cannot be backed up with this policy.",
                "See the support matrix of Azure Disk Backup.");
    }

    static DppError accountNotFound(ArmId account) {
        return new DppError(
                "UserErrorAzureResourceNotFoundByPlugin",
                "The storage account " + account + " was not found.",
                "Check that the storage account has not been deleted or moved.");
    }

    static DppError accountNotSupported(ArmId account) {
        return new DppError(
                "UserErrorUnsupportedStorageAccountType",
                "The storage account " + account + " is of a type that cannot be backed up.",
                "See the support matrix of Azure Blob Backup.");
    }

    static DppError noContainers() {
        return new DppError(
                "UserErrorNoContainersSelectedForOperation",
                "No containers were selected for the operation.",
                "Select 1 to 100 containers.");
    }

    /** The sentence is the service's (az recording backup_instance_softdelete, 2026-08). */
    static DppError notFound() {
        return new DppError(
                "UserErrorGenericResourceNotFound",
                "Azure resource does not exist. Please make sure required resources exist. If the issue persists, contact"
                        + " Microsoft support.",
                "Check the name of the resource.");
    }

    static DppError stopNotSupported() {
        return new DppError(
                "UserErrorStopProtectionNotSupportedForBlobOperationalBackup",
                "Stop protection is not supported for the operational backup of blobs.",
                "Delete the backup instance to end the backup, which deletes its data too.");
    }

    /** Assumed code: what a state does not allow is invalid input; the service's spelling was never seen. */
    static DppError stateForbids(String action, BackupInstance.State state) {
        return new DppError(
                INVALID_INPUT,
                "Input provided for the call is invalid",
                "The operation " + action + " is not possible while the backup instance is " + state + ".");
    }

    /** As az recorded it (backup_and_restore_cosmosdb, 2026-08). */
    static DppError softDeletedTwin(BackupInstance twin) {
        String named = twin.protection().friendlyName() + " in the Backup vault " + twin.vault();
        return new DppError(
                "UserErrorDatasourceAlreadyPresentInTheSameVault",
                "Datasource is already associated with the backup instance " + named
                        + " with the protection status as SoftDeleted.",
                "Delete the backup instance " + twin.protection().friendlyName() + " from the Backup vault "
                        + twin.vault() + " or re-protect the datasource in any other vault");
    }

    /** Assumed code: immutability keeps data that a delete would lose; the service's spelling was never seen. */
    static DppError immutable(ArmId vault) {
        return new DppError(
                "UserErrorOperationBlockedByVaultImmutability",
                "The operation would delete recovery points, and the Backup vault " + vault + " is immutable.",
                "Stop the protection and retain its data, or disable the immutability of the vault if it is not locked.");
    }

    static DppError policyUpdate() {
        return new DppError(
                "UserErrorBMSUpdatePolicyNotSupported",
                "Updating a backup policy is not supported.",
                "Create a new policy and associate the backup instances with it.");
    }

    static DppError policyInUse() {
        return new DppError(
                "UserErrorDppPolicyObjectInUse",
                "Cannot delete the backup policy as one or more backup instances have been configured for protection with this"
                        + " policy.",
                "Associate the backup instances with another policy first.");
    }

    /** The sentence is the service's (hashicorp/terraform-provider-azurerm issue 31874), the code is assumed. */
    static DppError softDeleteNotAlwaysOn() {
        return new DppError(
                INVALID_INPUT,
                "This API version requires backup vaults to have the soft delete setting configured to Enable Always-On"
                        + " Soft Delete.",
                "Set softDeleteSettings.state to AlwaysOn.");
    }

    /** Assumed code: a vault that still holds instances is not deleted; the service's spelling was never seen. */
    static DppError vaultNotEmpty(ArmId vault) {
        return new DppError(
                "UserErrorVaultNotEmpty",
                "The Backup vault " + vault + " still has backup instances.",
                "Delete the backup instances first.");
    }
}
