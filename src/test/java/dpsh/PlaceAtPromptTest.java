package dpsh;

import static dpsh.shell.VirtualScreen.ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import dpsh.sandbox.Sandbox;
import dpsh.sandbox.SandboxEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the operator stands and what is protected there, at a prompt. */
class PlaceAtPromptTest {
    private static final String GRANT =
            "permission grant disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg";

    @TempDir
    Path home;

    @Test
    void aSavedPlaceStandsInTheFirstPromptAndAsksNobody() throws IOException {
        try (TypedShell shell = TypedShell.open(home)) {
            assertThat(shell.line("use vault testBkpVault --save")).contains("the profile 'sandbox' begins here");
            shell.line("protection set vault testBkpVault protected");
            assertThat(shell.lastLine()).isEqualTo("dpsh sandbox Backup Operations/testBkpVault!>");
        }
        Files.deleteIfExists(home.resolve("dpsh.db"));
        try (TypedShell shell = TypedShell.open(home, 120, "--sandbox")) {
            assertThat(shell.lastLine()).isEqualTo("dpsh sandbox Backup Operations/testBkpVault!>");
            assertThat(home.resolve("dpsh.db")).doesNotExist();
            assertThat(shell.answer("policy list")).contains("DiskBackup-Policy");
        }
    }

    @Test
    void aProtectedVaultAsksOnceALineForItsName() {
        try (Sandbox sandbox = Sandbox.start(FixedHour.inProcess()
                        .withSpeed(600)
                        .withEstate(SandboxEstate.seeds().roleLag(Duration.ZERO)));
                TypedShell shell = TypedShell.at(sandbox, home, "--speed", "600")) {
            shell.line("use vault testBkpVault");
            shell.line("protection set vault testBkpVault protected");
            shell.type(GRANT + ENTER).awaitText("Type testBkpVault to go on:");
            shell.type("no" + ENTER).awaitText("not confirmed");
            assertThat(shell.text())
                    .contains("the vault testBkpVault is protected in the profile 'default'. Next: create");
            shell.type(GRANT + ENTER).await(text -> text.split("to go on:", -1).length == 3);
            shell.type("testBkpVault" + ENTER)
                    .await(text -> text.endsWith("testBkpVault!>") && text.contains("granted"));
            assertThat(shell.text().split("to go on:", -1)).hasSize(3);
        }
    }

    /** Red, tried: remembering what was typed and not what it was typed for. */
    @Test
    void twoProtectedVaultsOfOneNameAreTwoQuestions() {
        String other = Seeds.SNAPSHOTS + "/providers/Microsoft.DataProtection/backupVaults/testBkpVault";

        SandboxEstate estate = SandboxEstate.seeds()
                .roleLag(Duration.ZERO)
                .vault(other, "westus")
                .diskPolicy(other, "DiskBackup-Policy", "PT4H", "P7D")
                .protectedDisk(Seeds.VAULT, "disk-one", Seeds.DISK, "DiskBackup-Policy", Seeds.SNAPSHOTS)
                .protectedDisk(other, "other-one", Seeds.DISKS + "disk-prod-01", "DiskBackup-Policy", Seeds.SNAPSHOTS);
        try (Sandbox sandbox =
                        Sandbox.start(FixedHour.inProcess().withSpeed(600).withEstate(estate));
                TypedShell shell = TypedShell.at(sandbox, home, "--speed", "600")) {
            shell.line("protection set vault " + Seeds.VAULT + " protected");
            shell.line("protection set vault " + other + " protected");
            shell.type("= backup.instances(vault: '*', name: '*-one').collect { backup.sync(it).await().succeeded }"
                    + ENTER);
            for (int questions = 1; questions <= 2; questions++) {
                int asked = questions;
                shell.await(text -> {
                    String whole = text.replaceAll("\\s", ""); // the question is wrapped
                    return whole.split("togoon:", -1).length > asked && whole.endsWith("togoon:");
                });
                shell.type("testBkpVault" + ENTER);
            }
            shell.await(text -> text.endsWith(">") && text.contains("true\ntrue"));
        }
    }

    @Test
    void aProfileThatIsNotThereIsRefusedBeforeThePrompt() {
        Ran ran = Dpsh.bare(home, "", java.util.List.of("--profile", "nobody"));
        ran.ends(2).prints("").mentions("there is no profile 'nobody'");
    }

    @Test
    void eachProfileHasAHistoryOfItsOwn() {
        try (TypedShell shell = TypedShell.open(home)) {
            shell.line("set pager");
        }
        assertThat(home.resolve("history-sandbox")).exists();
        assertThat(home.resolve("history")).doesNotExist();
    }
}
