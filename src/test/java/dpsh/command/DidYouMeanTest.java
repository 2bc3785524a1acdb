package dpsh.command;

import dpsh.Dpsh;
import dpsh.Ran;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A misspelt name, kind or value is answered with the one that was meant, from what was listed to look for it. */
class DidYouMeanTest {
    private static Dpsh dpsh;

    @BeforeAll
    static void start() {
        dpsh = Dpsh.atSeeds();
    }

    @AfterAll
    static void stop() {
        dpsh.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "datasource show disk msdiskbakup|there is no disk 'msdiskbakup'. Did you mean `msdiskbackup`?",
                "datasource show disk DISKBACKUP|there is no disk 'DISKBACKUP'. Did you mean `msdiskbackup`?",
                "datasource show disk disk-prod-1|there is no disk 'disk-prod-1'. Did you mean `disk-prod-01`?",
                "datasource show blob msblobbakcup|there is no storage account 'msblobbakcup'. Did you mean"
                        + " `msblobbackup`?",
                "datasource show disk zzz|there is no disk 'zzz'. `datasource list` shows them.",
                "vault show testbkpvualt|there is no vault 'testbkpvualt'. Did you mean `testBkpVault`?",
                "use subscription 'backup operation'|there is no subscription 'backup operation'. Did you mean `Backup"
                        + " Operations`?",
                "use group RG-DiskBakup|there is no resource group 'RG-DiskBakup'. Did you mean `RG-DiskBackup`?",
                "use vualt testBkpVault|'vualt' is nothing to stand at. Did you mean `vault`?",
                "instance show disk-east-2 --vault paygVault|there is no backup instance 'disk-east-2'. Did you mean"
                        + " `disk-east-02`?",
                "vault list -o jsno|'jsno' is no output format: -o takes table, record, json, jsonl, yaml, csv, tsv. Did you"
                        + " mean `json`?",
                "plan disks disk-dev-1 --vault testBkpVault --policy DiskBackup-Policy --snapshot-group snapshot-rg"
                        + "|there is no disk 'disk-dev-1'. Did you mean `disk-dev-01`?",
                "plan disks disk-dev-01 --vault testVault --policy DiskBackup-Policy --snapshot-group snapshot-rg"
                        + "|there is no vault 'testVault'. `vault list` shows them.",
            })
    void aMisspeltNameIsAnsweredWithTheNearest(String line, String said) {
        dpsh.lines(line).ends(2).prints("").says(said + "\n");
    }

    /** What was listed before answers; a snapshot group and a policy are asked for by name, and no list is made of them. */
    @Test
    void whatWasListedBeforeAnswersForNamesThatAreNotListedNow() {
        String protect = "protect disk disk-dev-01 --vault testBkpVault --policy ";
        Ran ran = dpsh.run(
                "--keep-going",
                "-c",
                "policy list --vault testBkpVault",
                "-c",
                "use group snapshot-rg",
                "-c",
                protect + "DiskDialy-Policy --snapshot-group snapshot-rg",
                "-c",
                protect + "DiskDaily-Policy --snapshot-group snapshots-rg");
        ran.mentions("the vault testBkpVault has no policy 'DiskDialy-Policy'. Did you mean `DiskDaily-Policy`?")
                .mentions("there is no resource group 'snapshots-rg' in the disk's subscription")
                .mentions("Did you mean `snapshot-rg`?");
    }
}
