package dpsh.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ErrorCatalogTest {
    /** The codes of the reference: the error table of the datasources, and wire notes 8.2, 8.4 and 12. */
    private static final List<String> CODES = """
            UserErrorMissingRequiredPermissions
            UserErrorDppDatasourceAlreadyProtected
            UserErrorDppDatasourceAlreadyHasBackupInstance
            UserErrorSnapshotRGSubscriptionMismatch
            UserErrorSnapshotRGNotFound
            UserErrorOperationalStoreParametersNotProvided
            UserErrorInvalidOperationalStoreResourceGroup
            UserErrorNotEnoughPermissionOnDisk
            UserErrorNotEnoughPermissionOnSnapshotRG
            UserErrorDiskBackupDiskOrMSIPermissionsNotPresent
            UserErrorDiskBackupSnapshotRGOrMSIPermissionsNotPresent
            UserErrorSnapshotRGOrMSIPermissionsNotPresent
            UserErrorDiskBackupAuthorizationFailed
            UserErrorManagedDiskNotFound
            UserErrorDiskBackupDiskTypeNotSupported
            UserErrorSameNameDiskAlreadyExists
            UserErrorRestoreTargetRGNotFound
            UserErrorNotEnoughPermissionOnTargetRG
            UserErrorDiskBackupRestoreRGOrMSIPermissionsNotPresent
            UserErrorSubscriptionDiskQuotaLimitReached
            UserErrorMSIPermissionsNotPresentOnDES
            UserErrorDESKeyVaultKeyDisabled
            UserErrorDESKeyVaultKeyNotAvailable
            UserErrorDiskSnapshotNotFound
            UserErrorSnapshotMetadataNotFound
            UserErrorMaxConcurrentOperationLimitReached
            UserErrorMissingSubscriptionRegistration
            BackupAgentPluginHostValidateProtectionError
            UserErrorNoContainersSelectedForOperation
            BMSUserErrorInvalidInput
            UserErrorBMSUpdatePolicyNotSupported
            UserErrorDppPolicyObjectInUse
            CloudDosTimeboudLimitReached
            VaultMSIUnauthorized
            ExpiredAuthenticationToken
            CloudServiceRetryableError
            AuthorizationFailed
            ResourceGroupNotFound
            ResourceNotFound
            ParentResourceNotFound
            SubscriptionNotFound
            MissingSubscriptionRegistration
            NoRegisteredProviderFound
            LinkedAuthorizationFailed
            RequestDisallowedByPolicy
            InvalidAuthenticationTokenTenant
            InvalidRequestContent
            Conflict
            AnotherOperationInProgress
            InternalServerError
            UserErrorIncorrectContainersSelectedForOperation
            BMSUserErrorDPPAdhocBackupNotAllowedForBackupType
            UserErrorGenericResourceNotFound
            UserErrorStorageAccountKeyAccessDisallowed
            CloudInternalError
            ScenarioPluginInvalidWorkflowDataRequest
            UserErrorUnsupportedStorageAccountType
            UserErrorMaxOrsPolicyExistOnStorageAccount
            UserErrorAzureResourceNotFoundByPlugin
            UserErrorStorageAccountInLockedState
            UserErrorInvalidRecoveryPointInTime
            UserErrorInvalidRestorePrefixRange
            UserErrorPitrDisabledOnStorageAccount
            UserErrorImmutabilityPolicyConfigured
            UserErrorRestorePointNotFound
            UserErrorContainerNotFoundForPointInTimeRestore
            UserErrorTargetContainersExistOnAccount
            UserErrorBackupRequestThrottled
            UserErrorRestorePointNotFoundInBackupVault
            UserErrorOriginalLocationRestoreNotSupported
            UserErrorCrossTenantOrsPolicyDisabled
            UserErrorPitrRestoreInProgress
            UserErrorInvalidParameterInRequest
            UserErrorRequestDisallowedByAzurePolicy
            UserErrorVaultedBackupFeatureNotEnabled
            UserErrorRequiredStorageFeaturesDisabled
            UserErrorTooManyRestoreCriteriaGivenForBlobRestore
            UserErrorTooManyPrefixesGivenForBlobRestore
            UserErrorStopProtectionNotSupportedForBlobOperationalBackup
            UserErrorAzureStorageAccountManagementOperationLimitReached
            LongRunningRestoreTrackingFailure
            LongRunningBackupTrackingFailure
            LongRunningOperationTrackingFailure
            ObjectReplicationPolicyCreationFailure
            RoleAssignmentExists
            RoleAssignmentUpdateNotPermitted
            PrincipalNotFound
            """.lines().toList();

    private final ErrorCatalog catalog = ErrorCatalog.load();

    @Test
    void knowsEveryCodeOfTheReference() {
        assertThat(CODES).allSatisfy(code -> assertThat(catalog.find(code)).isNotNull());
        assertThat(catalog.all()).extracting(ErrorEntry::code).containsExactlyInAnyOrderElementsOf(CODES);
    }

    @Test
    void saysOfEachCodeWhyAndWhatToDo() {
        assertThat(catalog.all()).allSatisfy(entry -> {
            assertThat(entry.meaning()).isNotBlank().doesNotEndWith(".");
            assertThat(entry.fix()).isNotBlank().doesNotEndWith(".").matches("[A-Z].*");
            assertThat(entry.phase()).isNotBlank();
        });
    }

    @Test
    void namesOnlyCommandsThatExist() {
        List<String> commands = List.of(
                "use",
                "login",
                "whoami",
                "vault list",
                "policy list",
                "datasource list",
                "datasource show",
                "instance build",
                "instance list",
                "instance delete",
                "permission check",
                "permission grant",
                "operation list");
        assertThat(catalog.all()).extracting(ErrorEntry::command).allSatisfy(command -> assertThat(command)
                .satisfiesAnyOf(
                        c -> assertThat(c).isNull(), c -> assertThat(commands).contains(c)));
    }

    @Test
    void findsWithoutCaseAndWithOrWithoutThePrefix() {
        ErrorEntry entry = catalog.find("UserErrorMissingRequiredPermissions");
        assertThat(entry).isNotNull();
        assertThat(catalog.find(" usererrormissingREQUIREDpermissions ")).isEqualTo(entry);
        assertThat(catalog.find("MissingRequiredPermissions")).isEqualTo(entry);
        assertThat(catalog.find("UserErrorCloudInternalError")).isEqualTo(catalog.find("CloudInternalError"));
        assertThat(catalog.find("Nonsense")).isNull();
        assertThat(catalog.find("")).isNull();
    }

    @Test
    void tellsTwoCodesApartThatDifferByThePrefix() {
        assertThat(catalog.find("MissingSubscriptionRegistration"))
                .extracting(ErrorEntry::code)
                .isEqualTo("MissingSubscriptionRegistration");
        assertThat(catalog.find("UserErrorMissingSubscriptionRegistration"))
                .extracting(ErrorEntry::code)
                .isEqualTo("UserErrorMissingSubscriptionRegistration");
    }

    @Test
    void suggestsTheNearestCodes() {
        assertThat(catalog.similar("UserErrorMisingRequiredPermision"))
                .extracting(ErrorEntry::code)
                .containsExactly("UserErrorMissingRequiredPermissions");
        assertThat(catalog.similar("alreadyprotected"))
                .extracting(ErrorEntry::code)
                .containsExactly("UserErrorDppDatasourceAlreadyProtected");
        assertThat(catalog.similar("notfound")).hasSize(3);
        assertThat(catalog.similar("xyzzyxyzzy")).isEmpty();
        assertThat(catalog.similar("a")).isEmpty();
    }

    @Test
    void putsTheCommandBehindTheFix() {
        ErrorEntry entry = catalog.find("UserErrorNotEnoughPermissionOnDisk");
        assertThat(entry).isNotNull();
        assertThat(entry.advice()).isEqualTo("Assign the role on the disk (`permission grant`)");
        assertThat(entry.waiting()).isEqualTo(ErrorEntry.Waiting.YES);
        ErrorEntry without = catalog.find("UserErrorSameNameDiskAlreadyExists");
        assertThat(without).isNotNull();
        assertThat(without.advice()).isEqualTo("Restore under another name");
    }

    @Test
    void refusesDataThatIsNotWellFormed() {
        String good = "Code\tany\tno\t-\tmeaning\tfix";
        assertThat(ErrorCatalog.of(List.of("# comment", "", good)).all()).hasSize(1);
        assertThatThrownBy(() -> ErrorCatalog.of(
                        List.of(good, good.toUpperCase(Locale.ROOT).replace("NO", "no"))))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> ErrorCatalog.of(List.of("Code\tany"))).hasMessageContaining("6 columns");
        assertThatThrownBy(() -> ErrorCatalog.of(List.of(good.replace("no", "maybe"))))
                .hasMessageContaining("maybe");
    }
}
