package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code use}, {@code status}, {@code login}, {@code whoami}, {@code vault}, {@code policy}: they read and change nothing. */
class PlaceCommandsTest {
    private static Dpsh dpsh;

    @BeforeAll
    static void start() {
        dpsh = Dpsh.atSeeds();
    }

    @AfterAll
    static void stop() {
        dpsh.close();
    }

    @Test
    void useAloneListsTheSubscriptions() {
        dpsh.run("use").ends(0).prints("""
            name               subscription                          state
            Backup Operations  aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e  Enabled
            Storage Team       bbbb1b1b-cc2c-dd3d-ee4e-ffffff5f5f5f  Enabled
            """).says("2 subscriptions\n");
        dpsh.run("use", "-o", "record").ends(0).prints("""
            name          Backup Operations
            subscription  aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e
            state         Enabled

            name          Storage Team
            subscription  bbbb1b1b-cc2c-dd3d-ee4e-ffffff5f5f5f
            state         Enabled
            """);
        Ran json = dpsh.run("use", "-o", "json").ends(0);
        assertThat(json.json()).isEqualTo(Ran.read(dpsh.raw("/subscriptions")).get("value"));
    }

    @Test
    void useStandsAtAVaultByNameOrIdInAnyCase() {
        String at = "at vault testBkpVault, group TestBkpVaultRG, subscription Backup Operations\n";
        dpsh.run("use", "vault", "testBkpVault").ends(0).prints("").says(at);
        dpsh.run("use", "vault", "TESTbkpvault").ends(0).says(at);
        dpsh.run("use", Seeds.VAULT).ends(0).says(at);
        dpsh.run("use", Seeds.VAULT.toUpperCase(Locale.ROOT)).ends(0).says(at);
    }

    @Test
    void useStandsAtASubscriptionByNameAndAtAGroup() {
        dpsh.lines("use subscription 'storage team'", "status").ends(0).mentions("at subscription Storage Team\n");
        Ran group = dpsh.lines("use group RG-BlobBackup", "status -o json").ends(0);
        assertThat(group.json().path("subscription").asText()).isEqualTo(Seeds.STORAGE);
        assertThat(group.json().path("group").asText()).isEqualTo("RG-BlobBackup");
        assertThat(group.json().path("vault").isNull()).isTrue();
    }

    /** Red, tried: asking the line, which a watch has made one that only reads. */
    @Test
    void aWatchedStatusTellsWhatTheSessionMayDo() {
        Ran watched = dpsh.run("-c", "watch --times 1 status -o json").ends(0);
        assertThat(watched.json().path("mode").asText()).isEqualTo("open");
    }

    @Test
    void statusTellsWhereItStandsAndWhatIsOpen() {
        String endpoint = dpsh.sandbox().endpoint().toString();
        dpsh.lines(
                        "use vault testBkpVault",
                        "instance build blob msblobbackup --policy BlobBackup-Policy -o jsonl",
                        "status")
                .ends(0);
        Ran status = dpsh.run("--read-only", "-c", "use vault testBkpVault", "-c", "status -o record")
                .ends(0);
        assertThat(status.out().replaceFirst("\\d+ resources", "N resources"))
                .as(status.toString())
                .endsWith("""
            endpoint         %s
            api-version      2025-07-01
            subscription     aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e
            group            TestBkpVaultRG
            vault            testBkpVault
            changes          refused (read-only)
            draft            -
            chosen           -
            open operations  0
            known to Tab     N resources, never listed as a whole
            """.formatted(endpoint));
        Ran json =
                dpsh.run("--api-version", "2021-01-01", "-c", "status -o json").ends(0);
        assertThat(json.json().path("apiVersion").asText()).isEqualTo("2021-01-01");
        assertThat(json.json().path("openOperations").isInt()).isTrue();
        assertThat(json.json().path("known").path("resources").asInt()).isPositive();
        assertThat(json.json().path("known").path("listed").isNull()).isTrue();
        assertThat(json.json().path("readOnly").asBoolean()).isFalse();
    }

    @Test
    void whoamiAndLoginTellTheAccountAndNeverTheToken() {
        for (String command : new String[] {"whoami", "login"}) {
            Ran ran = dpsh.run(command).ends(0).says("");
            assertThat(ran.out().replaceAll("(?m)^expires .*$", "expires       later"))
                    .isEqualTo("""
                        signed in as  sandbox operator
                        object ID     0b5a7e2d-5a4d-4c1e-9f00-5a4db0c00001
                        tenant        7e4a4700-5a4d-4c1e-9f00-5a4db0c00002
                        token from    the sandbox
                        expires       later
                        endpoint      %s
                        """.formatted(dpsh.sandbox().endpoint()));
        }
        Ran json = dpsh.run("whoami", "-o", "json").ends(0);
        assertThat(json.json().path("source").asText()).isEqualTo("the sandbox");
        assertThat(json.out()).doesNotContain("eyJ");
    }

    @Test
    void vaultListShowsAllThatCanBeRead() {
        dpsh.run("vault", "list").ends(0).prints("""
            name          group           region  identity         redundancy        state      subscription
            paygVault     PaygRG          eastus  system-assigned  LocallyRedundant  Succeeded  aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e
            testBkpVault  TestBkpVaultRG  westus  system-assigned  LocallyRedundant  Succeeded  aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e
            """).says("2 vaults\n");
        dpsh.run("vault", "list", "--subscription", "Storage Team")
                .ends(0)
                .prints("")
                .says("no vaults\n");
        Ran lines = dpsh.run("vault", "list", "-o", "jsonl").ends(0);
        assertThat(lines.out().lines()).hasSize(2).allSatisfy(line -> assertThat(
                        Ran.read(line).path("type").asText())
                .isEqualToIgnoringCase("Microsoft.DataProtection/backupVaults"));
    }

    @Test
    void vaultShowTakesTheVaultWhereItStands() {
        String record = """
            name          testBkpVault
            group         TestBkpVaultRG
            region        westus
            identity      system-assigned
            principal     06bc2efa-6ac9-3d8a-bfb7-c896b863e358
            redundancy    LocallyRedundant
            soft delete   Off
            state         Succeeded
            subscription  aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e
            id            %s
            """.formatted(Seeds.VAULT);
        dpsh.run("vault", "show", "testBkpVault").ends(0).prints(record).says("");
        dpsh.atVault("vault show").ends(0).prints(record);
        assertThat(dpsh.atVault("vault show -o json").ends(0).json()).isEqualTo(Ran.read(dpsh.raw(Seeds.VAULT)));
    }

    @Test
    void policyListTellsWhatEachProtects() {
        dpsh.atVault("policy list").ends(0).prints("""
            name                   protects         schedule                       keeps
            BlobBackup-Policy      storage account  continuous                     P30D in OperationalStore
            BlobVaulted-Policy     storage account  weekly on Sunday at 13:00 UTC  P90D in VaultStore
            DiskBackup-12h-Policy  disk             every 12 hours from 13:00 UTC  P14D in OperationalStore
            DiskBackup-Policy      disk             every 4 hours from 13:00 UTC   P7D in OperationalStore
            DiskDaily-Policy       disk             daily at 13:00 UTC             P30D in OperationalStore
            """).says("5 policies\n");
        dpsh.run("policy", "list", "--vault", "paygVault", "-o", "record")
                .ends(0)
                .prints("""
                    name      EastDisk-Policy
                    protects  disk
                    schedule  daily at 13:00 UTC
                    keeps     P7D in OperationalStore
                    """)
                .says("1 policy\n");
        assertThat(dpsh.atVault("policy list -o json").json())
                .isEqualTo(Ran.read(dpsh.raw(Seeds.VAULT + "/backupPolicies")).get("value"));
    }

    @Test
    void policyShowTakesANameOrAnId() {
        String record = """
            name              DiskBackup-Policy
            protects          disk
            datasource types  Microsoft.Compute/disks
            schedule          every 4 hours from 13:00 UTC
            intervals         R/2020-04-05T13:00:00+00:00/PT4H
            keeps             P7D in OperationalStore
            stores            OperationalStore
            id                %s
            """.formatted(Seeds.DISK_POLICY);
        dpsh.atVault("policy show diskbackup-POLICY").ends(0).prints(record);
        dpsh.run("policy", "show", Seeds.DISK_POLICY).ends(0).prints(record).says("");
        assertThat(dpsh.run("policy", "show", Seeds.DISK_POLICY, "-o", "json").json())
                .isEqualTo(Ran.read(dpsh.raw(Seeds.DISK_POLICY)));
    }
}
