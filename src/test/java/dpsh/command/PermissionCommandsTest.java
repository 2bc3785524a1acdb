package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import dpsh.sandbox.SandboxEstate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PermissionCommandsTest {
    private Dpsh dpsh;

    @BeforeEach
    void start() {
        dpsh = Dpsh.atSeeds();
    }

    @AfterEach
    void stop() {
        dpsh.close();
    }

    @Test
    void checkShowsWhatIsMissingAndEndsWithOne() {
        dpsh.atVault("permission check disk msdiskbackup --snapshot-group snapshot-rg")
                .ends(1)
                .prints("""
                role                       scope                       standing  through
                Disk Backup Reader         disk msdiskbackup           missing   -
                Disk Snapshot Contributor  resource group snapshot-rg  missing   -
                """)
                .says("2 needed roles\n`permission grant` assigns what is missing\n");
        dpsh.atVault("permission check blob msblobbackup -o record").ends(1).prints("""
                role      Storage Account Backup Contributor
                scope     storage account msblobbackup
                standing  missing
                through   -
                """);
    }

    @Test
    void checkOfADiskAsksForItsSnapshotGroup() {
        dpsh.atVault("permission check disk msdiskbackup")
                .ends(1)
                .says("a disk also needs a role on its snapshot group: add --snapshot-group NAME\n"
                        + "1 needed role\n`permission grant` assigns what is missing\n");
    }

    @Test
    void grantAssignsWaitsForTheEffectAndIsThenUnchanged() {
        String grant = "permission grant disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg";
        String held = """
                role                       scope                       standing  through
                Disk Backup Reader         disk msdiskbackup           held      itself
                Disk Snapshot Contributor  resource group snapshot-rg  held      itself
                """;
        dpsh.atVault(grant)
                .ends(0)
                .prints(held)
                .mentions(
                        "granted Disk Backup Reader on msdiskbackup\n",
                        "granted Disk Snapshot Contributor on snapshot-rg\n",
                        "in force: the service validated the request\n");
        String world = dpsh.world();
        dpsh.atVault(grant).ends(0).prints(held).mentions("every role is assigned already: nothing was changed\n");
        assertThat(dpsh.world()).isEqualTo(world);
        dpsh.atVault("permission check disk msdiskbackup --snapshot-group snapshot-rg")
                .ends(0)
                .prints(held)
                .says("2 needed roles\n");
    }

    @Test
    void jsonOfARoleNamesItsIdAndScope() {
        Ran ran = dpsh.atVault("permission check blob msblobbackup -o json").ends(1);
        assertThat(ran.json()).hasSize(1);
        assertThat(ran.json().get(0)).isEqualTo(Ran.read("""
                {"role": "Storage Account Backup Contributor",
                 "roleDefinition": "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1",
                 "scope": "%s",
                 "held": false,
                 "through": null,
                 "assignment": null}
                """.formatted(Seeds.ACCOUNT)));
    }

    @Test
    void aRoleFromAboveCounts() {
        dpsh.close();
        dpsh = Dpsh.at(SandboxEstate.seeds()
                .role("/subscriptions/" + Seeds.STORAGE, "Storage Account Backup Contributor", Seeds.VAULT));
        dpsh.atVault("permission check blob msblobbackup").ends(0).prints("""
                role                                scope                         standing  through
                Storage Account Backup Contributor  storage account msblobbackup  held      subscription bbbb1b1b-cc2c-dd3d-ee4e-ffffff5f5f5f
                """);
    }

    @Test
    void aVaultWithoutAnIdentityIsSaidSo() {
        dpsh.close();
        String vault = Seeds.VAULT.replace("testBkpVault", "bareVault");
        dpsh = Dpsh.at(
                SandboxEstate.seeds().vaultWithoutIdentity(vault, "westus").blobPolicy(vault, "Blobs", "P30D"));
        dpsh.run("--vault", "bareVault", "-c", "permission check blob msblobbackup")
                .ends(1)
                .prints("")
                .says("the vault bareVault has no system-assigned identity: roles are given to that identity. "
                        + "Give it one in the portal (Identity), then run the command again.\n");
    }
}
