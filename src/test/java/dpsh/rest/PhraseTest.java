package dpsh.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.arm.ResourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {
    private static final String VAULT =
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.DataProtection/backupVaults/v";

    @ParameterizedTest
    @CsvSource({
        "BackupInstances_CreateOrUpdate, /backupInstances/i, create or update backup instance i",
        "BackupInstances_Get, /backupInstances/i, read backup instance i",
        "BackupInstances_ValidateForBackup, '', validate for backup for backup vault v",
        "BackupInstances_SyncBackupInstance, /backupInstances/i, sync backup instance i",
        "BackupInstances_SuspendBackups, /backupInstances/i, suspend backups of backup instance i",
        "BackupInstances_AdhocBackup, /backupInstances/i, adhoc backup of backup instance i",
        "BackupPolicies_Get, /backupPolicies/p, read backup policy p",
        "BackupPolicies_List, '', list backup policies of backup vault v",
        "BackupInstancesExtensionRouting_List, '', list backup instances of backup vault v",
        "BackupInstances_Delete, /backupInstances/i, delete backup instance i"
    })
    void saysWhatARequestIsFor(String operation, String below, String words) {
        ResourceId target = ResourceId.parse(VAULT + below);
        assertThat(Phrase.of(new ArmRequest(operation, Effect.READS, Verb.GET, "/x", null, target)))
                .isEqualTo(words);
    }

    @Test
    void managesWithoutATarget() {
        assertThat(Phrase.of(ArmRequest.get("Subscriptions_List", "/x", null))).isEqualTo("list subscriptions");
        assertThat(Phrase.of(ArmRequest.get("Locations_CheckNameAvailability", "/x", null)))
                .isEqualTo("check name availability, locations");
        assertThat(Phrase.of(ArmRequest.get("ping", "/x", null))).isEqualTo("ping");
    }
}
