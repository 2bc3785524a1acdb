package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import dpsh.sandbox.SandboxFaults;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code protect disk} and {@code protect blob}; the articles' two datasources are protected before each test. */
class ProtectCommandsTest {
    private static final String PROTECTED_DISK = """
            datasource    result     detail                instance
            msdiskbackup  protected  ProtectionConfigured  msdiskbackup-b2301e49-5828-5807-abca-c896636d1b23
            """;

    private static Dpsh dpsh;
    private static Ran first;

    @BeforeAll
    static void start() {
        dpsh = Dpsh.atSeeds();
        first = dpsh.atVault(Seeds.PROTECT_DISK);
        dpsh.atVault(Seeds.PROTECT_BLOB + " -o json").ends(0).mentions("msblobbackup  in force");
    }

    @AfterAll
    static void stop() {
        dpsh.close();
    }

    @AfterEach
    void clearFaults() {
        dpsh.sandbox().faults().clear();
    }

    @Test
    void theDiskGoesThroughEveryStep() {
        first.ends(0).prints(PROTECTED_DISK);
        String steps = first.err()
                .replaceAll("(?m)^msdiskbackup  (not in force yet|ConfiguringProtection|Inprogress).*\n", "")
                .replaceAll("operation \\d+", "operation N");
        assertThat(steps).as(first.toString()).isEqualTo("""
                msdiskbackup  permission missing  Disk Backup Reader on disk msdiskbackup
                msdiskbackup  permission missing  Disk Snapshot Contributor on resource group snapshot-rg
                msdiskbackup  granted             Disk Backup Reader on disk msdiskbackup
                msdiskbackup  granted             Disk Snapshot Contributor on resource group snapshot-rg
                msdiskbackup  in force            the service acts on the roles
                msdiskbackup  validated
                msdiskbackup  created             msdiskbackup-b2301e49-5828-5807-abca-c896636d1b23, accepted as operation N
                1 datasource
                """);
    }

    @Test
    void theSecondTimeNothingIsChanged() {
        String world = dpsh.world();
        dpsh.atVault(Seeds.PROTECT_DISK)
                .ends(0)
                .prints(PROTECTED_DISK.replace("protected  P", "unchanged  P"))
                .says("1 datasource\n");
        Ran json = dpsh.atVault(Seeds.PROTECT_BLOB + " -o json").ends(0);
        assertThat(json.json()).isEqualTo(Ran.read("""
                [{"datasource": "%s", "result": "unchanged", "detail": "ProtectionConfigured", "instance": "%s"}]
                """.formatted(Seeds.ACCOUNT, Seeds.BLOB_INSTANCE)));
        assertThat(dpsh.world()).isEqualTo(world);
    }

    @Test
    void withoutGrantMissingRolesBlock() {
        Ran ran = dpsh.atVault(
                        "protect disk disk-dev-01 --policy DiskDaily-Policy --snapshot-group snapshot-rg -o jsonl")
                .ends(1);
        assertThat(ran.json().path("result").asText()).isEqualTo("blocked");
        assertThat(ran.json().path("detail").asText())
                .isEqualTo("error: the vault's identity lacks Disk Backup Reader on disk-dev-01. Add --grant, or"
                        + " `permission grant`. [UserErrorMissingRequiredPermissions]");
        assertThat(ran.json().path("codes").get(0).asText()).isEqualTo("UserErrorMissingRequiredPermissions");
        assertThat(dpsh.world()).doesNotContain("disk-dev-01/providers/Microsoft.Authorization");
    }

    @Test
    void severalAtOnceHaveARowEachAndEndWithThreeWhenOneIsBlocked() {
        Ran ran = dpsh.atVault("protect disk disk-prod-01 MSDISKBACKUP disk-east-01 disk-prod-01 " + Seeds.DISKS
                        + "msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --grant")
                .ends(3)
                .mentions("3 datasources\n");
        assertThat(ran.out().lines().map(line -> line.replaceAll(" +", " ").replaceAll("-[0-9a-f]{8}-.*", "")))
                .as(ran.toString())
                .containsExactly(
                        "datasource result detail instance",
                        "disk-prod-01 protected ProtectionConfigured disk-prod-01",
                        "msdiskbackup unchanged ProtectionConfigured msdiskbackup",
                        "disk-east-01 blocked error: the disk is in eastus and the vault testBkpVault in westus; they must"
                                + " be in the same region. `vault list` shows the vaults and their regions. -");
    }

    @Test
    void aMisspeltNameAtTheEndLeavesNothingHalfDone() {
        String world = dpsh.world();
        dpsh.atVault(
                        "protect disk disk-ultra-01 nothere --policy DiskDaily-Policy --snapshot-group snapshot-rg --grant")
                .ends(2)
                .prints("")
                .says("there is no disk 'nothere'. `datasource list` shows them.\n");
        assertThat(dpsh.world()).isEqualTo(world);
    }

    @Test
    void anotherPolicyIsBlockedWithTheStateAndTheCommandThatHelps() {
        blocked(
                Seeds.PROTECT_DISK.replace("DiskBackup-Policy", "DiskDaily-Policy"),
                "error: msdiskbackup is protected already with the policy DiskBackup-Policy, not DiskDaily-Policy (instance "
                        + Seeds.DISK_INSTANCE + ", ProtectionConfigured). `instance show " + Seeds.DISK_INSTANCE
                        + "` shows how it is protected. [UserErrorDppDatasourceAlreadyProtected]");
    }

    @Test
    void anotherSnapshotGroupIsBlocked() {
        blocked(
                Seeds.PROTECT_DISK.replace("snapshot-rg", "snapshot-rg-east"),
                "error: msdiskbackup is protected already with the snapshot group snapshot-rg, which cannot be changed"
                        + " (instance " + Seeds.DISK_INSTANCE + "). `instance show " + Seeds.DISK_INSTANCE
                        + "` shows how it is protected. [UserErrorDppDatasourceAlreadyProtected]");
    }

    @Test
    void whatAnotherVaultProtectsIsBlockedAndThatVaultIsNamed() {
        String instance = "disk-east-02-5b1f7d3e-2a44-4c0e-9d35-7f0f3f6f8a10";
        blocked(
                "protect disk disk-east-02 --policy DiskBackup-Policy --snapshot-group snapshot-rg --grant",
                "error: disk-east-02 is protected already, by the vault paygVault (instance " + instance
                        + ", ProtectionConfigured, " + Seeds.EAST_VAULT + "). Keep it, or `instance delete " + instance
                        + " --vault paygVault`, which deletes its backups. [UserErrorDppDatasourceAlreadyProtected]");
    }

    @Test
    void aStoppedInstanceIsBlockedWithItsState() {
        pretend("ProtectionStopped", "");
        blocked(
                Seeds.PROTECT_DISK,
                "error: msdiskbackup has the instance " + Seeds.DISK_INSTANCE
                        + " in the state ProtectionStopped. `instance" + " show " + Seeds.DISK_INSTANCE
                        + "` tells more. [UserErrorDppDatasourceAlreadyProtected]");
    }

    @Test
    void aFailingInstanceIsBlockedWithItsReason() {
        pretend(
                "ProtectionError",
                "\"protectionErrorDetails\":{\"code\":\"UserErrorSnapshotRGNotFound\",\"message\":\"The group is gone.\"},");
        blocked(
                Seeds.PROTECT_DISK,
                "error: msdiskbackup has the instance " + Seeds.DISK_INSTANCE
                        + " in the state ProtectionError: The group is gone. `instance show " + Seeds.DISK_INSTANCE
                        + "` tells more. [UserErrorSnapshotRGNotFound]");
    }

    private static void blocked(String line, String detail) {
        String world = dpsh.world();
        Ran ran = dpsh.atVault(line + " -o jsonl").ends(1);
        assertThat(ran.json().path("result").asText()).isEqualTo("blocked");
        assertThat(ran.json().path("detail").asText()).isEqualTo(detail);
        assertThat(dpsh.world()).isEqualTo(world);
    }

    /** The service shows the disk's instance in another state. */
    private static void pretend(String state, String more) {
        String path = Seeds.DISK + "/providers/Microsoft.DataProtection/backupInstances";
        String body = dpsh.raw(path)
                .replace("\"ProtectionConfigured\"", "\"" + state + "\"")
                .replace("\"currentProtectionState\"", more + "\"currentProtectionState\"");
        dpsh.sandbox()
                .faults()
                .always(
                        "GET",
                        "disks/msdiskbackup/providers/Microsoft.DataProtection/backupInstances",
                        new SandboxFaults.Respond(200, Map.of("Content-Type", "application/json"), body));
    }
}
