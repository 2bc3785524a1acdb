package dpsh.law;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.InProcess;
import dpsh.arm.ResourceId;
import dpsh.client.ClientBench;
import dpsh.rest.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 10: nothing destructive by accident.
 *
 * <p>Red, each tried: {@code DeleteInstanceCommand} without {@code confirm}; {@code Desk.confirm} going on when there is
 * nobody to ask; {@code Protection.permit} granting whenever something is missing;
 * {@code ArmExchange.send} without its {@code readOnly}; {@code BackupClient.validate} declared as CHANGES;
 * {@code BackupClient.delete} declared as READS; {@code Desk.confirm} without the consequence in its refusal;
 * {@code ArmExchange.guarded} without its {@code check}; {@code RoleClient.assign} without {@code onBehalfOf};
 * {@code Concerned} without the body; {@code Guard.begin} that keeps what was confirmed.
 */
class Law10NothingDestructiveByAccidentTest {
    private static final String INSTANCE = "msdiskbackup-b2301e49-5828-5807-abca-c896636d1b23";

    @TempDir
    Path home;

    private Rehearsal rehearsal;

    @BeforeEach
    void open() {
        rehearsal = new Rehearsal(home);
    }

    @AfterEach
    void close() {
        rehearsal.close();
    }

    private void protectedDisk() {
        InProcess.Ended ended = rehearsal.lines(Rehearsal.PROTECT);
        assertThat(ended.code()).as(ended.toString()).isZero();
    }

    @Test
    void deletingWithoutATerminalAndWithoutYesIsRefusedWithTwoAndSaysWhatItWouldDo() {
        protectedDisk();
        rehearsal.refuseChanges();
        InProcess.Ended ended = rehearsal.lines("instance delete msdiskbackup");
        assertThat(ended.code()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("msdiskbackup", "in the vault testBkpVault", INSTANCE)
                .contains("ends the protection", "deletes its backups", "cannot be undone", "--yes")
                .doesNotContain("ChangeArrived");
    }

    /** A script's next line is no answer to a question. */
    @Test
    void pipedLinesAreNoAnswers() {
        protectedDisk();
        rehearsal.refuseChanges();
        InProcess.Ended ended =
                rehearsal.dpsh.runWithInput(Rehearsal.USE + "\ninstance delete msdiskbackup\nmsdiskbackup\n");
        assertThat(ended.code()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err()).contains("nobody to ask").doesNotContain("ChangeArrived");
    }

    @Test
    void yesAnswersTheQuestion() {
        protectedDisk();
        InProcess.Ended ended = rehearsal.lines("instance delete msdiskbackup --yes", "instance list");
        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("gone");
        assertThat(ended.err()).contains("no backup instances");
    }

    @Test
    void yesGrantsNothing() {
        rehearsal.refuseChanges();
        InProcess.Ended ended = rehearsal.lines(Rehearsal.PROTECT.replace(" --grant", " --yes"));
        assertThat(ended.code()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.out() + ended.err())
                .contains("lacks Disk Backup Reader", "--grant")
                .doesNotContain("ChangeArrived", "granted  ");
    }

    @Test
    void aReadOnlySessionRefusesChangesInTheTransport() {
        protectedDisk();
        rehearsal.refuseChanges();
        for (String line : List.of(
                "instance delete msdiskbackup --yes",
                Rehearsal.PROTECT_BLOB,
                "permission grant blob msblobbackup --policy BlobBackup-Policy",
                "instance create blob msblobbackup --policy BlobBackup-Policy")) {
            InProcess.Ended ended = rehearsal.linesWith(List.of("--read-only"), line + " --read-only");
            assertThat(ended.code()).as(ended.toString()).isEqualTo(4);
            assertThat(ended.err()).contains("read-only").doesNotContain("ChangeArrived");
        }
    }

    @Test
    void aReadOnlySessionReadsAndValidates() {
        InProcess.Ended ended = rehearsal.lines(
                "instance list --read-only",
                "permission check disk msdiskbackup --snapshot-group snapshot-rg --read-only || vault list"
                        + " --read-only");
        assertThat(ended.err()).as(ended.toString()).doesNotContain("read-only");
        InProcess.Ended validated = rehearsal.lines("instance validate disk msdiskbackup --policy DiskBackup-Policy"
                + " --snapshot-group snapshot-rg --read-only");
        assertThat(validated.code()).as(validated.toString()).isEqualTo(1);
        assertThat(validated.out())
                .as("the service's own verdict, not ours")
                .contains("UserErrorMissingRequiredPermissions");
    }

    /** Lines that change something in the articles' vault or on its behalf, wherever their requests go. */
    private List<String> changes() throws IOException {
        Path plan = home.resolve("plan.json");
        rehearsal.lines(
                "plan disks msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --save " + plan);
        Path runbook = Files.writeString(
                home.resolve("change.groovy"),
                "backup.protect(backup.disk('msdiskbackup'), policy: 'DiskBackup-Policy',"
                        + " snapshotGroup: 'snapshot-rg', grant: true)\n");
        return List.of(
                Rehearsal.PROTECT,
                Rehearsal.PROTECT_BLOB,
                "permission grant blob msblobbackup --policy BlobBackup-Policy",
                "permission grant disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg",
                "instance create blob msblobbackup --policy BlobBackup-Policy",
                "apply " + plan + " --grant",
                "run " + runbook);
    }

    @Test
    void aProtectedVaultAsksForItsNameBeforeAnythingOfItLeaves() throws IOException {
        List<String> changes = changes();
        rehearsal.lines("protection set vault testBkpVault protected");
        rehearsal.refuseChanges();
        for (String line : changes) {
            InProcess.Ended ended = rehearsal.lines(line);
            assertThat(ended.code()).as(line + "\n" + ended).isEqualTo(2);
            assertThat(ended.out() + ended.err())
                    .as(line)
                    .contains("the vault testBkpVault is protected in the profile 'default'", "--yes")
                    .doesNotContain("ChangeArrived", "Arrived");
        }
        assertThat(rehearsal.lines("operation list -o json").out())
                .as("nothing was written down")
                .doesNotContain("PUT");
        assertThat(rehearsal.lines("runs list -o json").out().strip()).isEqualTo("[]");
    }

    @Test
    void aReadOnlyVaultRefusesWhateverConcernsItAndYesDoesNotHelp() throws IOException {
        List<String> changes = changes();
        rehearsal.lines("protection set vault testBkpVault read-only");
        rehearsal.refuseChanges();
        for (String line : changes) {
            InProcess.Ended ended = rehearsal.lines(line + (line.startsWith("run ") ? "" : " --yes"));
            assertThat(ended.code()).as(line + "\n" + ended).isEqualTo(4);
            assertThat(ended.out() + ended.err())
                    .as(line)
                    .contains("the vault testBkpVault is read-only in the profile 'default'")
                    .doesNotContain("Arrived");
        }
        assertThat(rehearsal.lines("operation list -o json").out()).doesNotContain("PUT");
        assertThat(rehearsal.lines("instance list", "vault show testBkpVault").code())
                .isZero();
    }

    @Test
    void aProtectedSubscriptionCoversWhatLiesInItAndWhatABodyNamesInIt() {
        rehearsal.lines("protection set subscription 'Storage Team' protected");
        rehearsal.refuseChanges();
        InProcess.Ended body = rehearsal.lines("instance create blob msblobbackup --policy BlobBackup-Policy");
        assertThat(body.code()).as(body.toString()).isEqualTo(2);
        assertThat(body.err()).contains("the subscription bbbb1b1b-cc2c-dd3d-ee4e-ffffff5f5f5f is protected");
        InProcess.Ended scope = rehearsal.lines("permission grant blob msblobbackup --policy BlobBackup-Policy");
        assertThat(scope.code()).as(scope.toString()).isEqualTo(2);
        InProcess.Ended other = rehearsal.lines(
                "permission grant disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg");
        assertThat(other.err()).as(other.toString()).contains("ChangeArrived");
    }

    @Test
    void yesAnswersForAProtectedVaultAndShownRequestsAskNobody() {
        rehearsal.lines("protection set vault testBkpVault protected", "protection set profile protected");
        InProcess.Ended shown = rehearsal.lines(Rehearsal.PROTECT + " --show-request");
        assertThat(shown.code()).as(shown.toString()).isZero();
        assertThat(shown.out()).contains("roleAssignments", "backupInstances");
        InProcess.Ended yes = rehearsal.lines(Rehearsal.PROTECT + " --yes");
        assertThat(yes.code()).as(yes.toString()).isZero();
        rehearsal.lines("protection set vault testBkpVault read-only");
        InProcess.Ended readOnly = rehearsal.lines("instance stop msdiskbackup --show-request");
        assertThat(readOnly.code()).as(readOnly.toString()).isZero();
        assertThat(readOnly.out()).contains("stopProtection");
    }

    @Test
    void aYesForAProtectedVaultIsGoodForItsLineOnly() {
        rehearsal.lines("protection set vault testBkpVault protected");
        InProcess.Ended ended = rehearsal.lines(
                "permission grant blob msblobbackup --policy BlobBackup-Policy --yes",
                "permission grant disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg");
        assertThat(ended.code()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err())
                .contains("granted Storage Account Backup Contributor", "the vault testBkpVault is protected")
                .doesNotContain("granted Disk");
    }

    /** The vault's own word counts before its subscription's, and that before the profile's. */
    @Test
    void aVaultMayBeOpenInAReadOnlySubscription() {
        rehearsal.lines(
                "protection set profile read-only",
                "protection set subscription 'Backup Operations' read-only",
                "protection set vault testBkpVault open --yes");
        InProcess.Ended stop = rehearsal.lines("instance stop nothing");
        assertThat(stop.err()).doesNotContain("read-only");
        rehearsal.refuseChanges();
        InProcess.Ended disk = rehearsal.lines(
                "instance create disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg");
        assertThat(disk.err()).as("the disk lies in the read-only subscription").contains("is read-only");
    }

    /** Nobody knows what is protected when the config cannot be read. */
    @Test
    void anUnreadableConfigRefusesChangesAndReadsGoOn() throws IOException {
        Files.createDirectory(home.resolve("config"));
        rehearsal.refuseChanges();
        InProcess.Ended change = rehearsal.lines(Rehearsal.PROTECT + " --yes");
        assertThat(change.code()).as(change.toString()).isEqualTo(4);
        assertThat(change.err()).contains("it is a directory").doesNotContain("Arrived");
        assertThat(rehearsal.lines("instance list").code()).isZero();
    }

    /** The contract's operations, and what each was declared to do when it was sent. */
    @Test
    void whetherARequestChangesAnythingIsDeclaredPerOperation() {
        try (ClientBench bench = new ClientBench(home.resolve("bench"))) {
            ResourceId instance = ClientBench.DISK.idIn(ClientBench.VAULT);
            bench.service.operations().validate(ClientBench.VAULT, ClientBench.DISK);
            bench.service.operations().create(ClientBench.VAULT, ClientBench.DISK);
            bench.service.operations().delete(instance);
            assertThat(bench.log.list(ClientBench.WORLD, false, 10))
                    .as("validations and changes are in the ledger, reads are not")
                    .extracting(row -> row.verb() + " " + row.operation())
                    .containsExactly(
                            "DELETE BackupInstances_Delete",
                            "PUT BackupInstances_CreateOrUpdate",
                            "POST BackupInstances_ValidateForBackup");
        }
        assertThat(Effect.values()).containsExactly(Effect.READS, Effect.VALIDATES, Effect.CHANGES);
    }

    /** A method that writes must say what it does where it is written, and only the client writes. */
    @Test
    void everyRequestThatIsNoGetNamesItsEffect() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dpsh/client"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                long requests = Stream.of(text.split("new ArmRequest\\(", -1)).count() - 1;
                long effects = Stream.of(text.split("Effect\\.[A-Z]", -1)).count() - 1;
                assertThat(effects).as(file.toString()).isEqualTo(requests);
            }
        }
    }
}
