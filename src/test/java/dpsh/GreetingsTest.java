package dpsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer, and somebody who comes back, reads before the first prompt. */
class GreetingsTest {
    private static final String HELP = "Tab completes, help lists the commands, exit leaves.";

    @TempDir
    private Path home;

    private String greeting(String... arguments) {
        try (TypedShell shell = TypedShell.open(home, 100, arguments)) {
            String text = shell.text();
            assertThat(text.lines()).hasSizeLessThanOrEqualTo(5).allMatch(line -> line.length() <= 80);
            assertThat(home.resolve("dpsh.db")).as("the database is not asked").doesNotExist();
            return text.substring(0, text.lastIndexOf('\n'));
        }
    }

    @Test
    void theSandboxIsToldFromAServiceAndOffersTheTour() {
        assertThat(greeting("--sandbox")).isEqualTo("""
            dpsh development at the sandbox: a rehearsal on this machine, 60 times as fast.
            You stand at no vault yet. Begin with: tour, or: use vault testBkpVault
            """ + HELP);
    }

    /** Red when it names the vault of the articles, which such a sandbox does not hold. */
    @Test
    void aSandboxWithAnEstateOfItsOwnNamesNoVaultThatIsNotThere() throws IOException {
        Path estate = home.resolve("mine.json");
        Files.writeString(
                estate,
                Dpsh.bare(home, "", List.of("sandbox", "estate", "--disks", "3"))
                        .ends(0)
                        .out());
        assertThat(greeting("--sandbox", "--estate", estate.toString(), "--speed", "1.5"))
                .isEqualTo("""
                    dpsh development at the sandbox: a rehearsal with mine.json, 1.5 times as fast.
                    You stand at no vault yet. Begin with: vault list, then: use vault NAME
                    """ + HELP);
    }

    @Test
    void atAzureTheFirstTimeSignsInFirst() throws IOException {
        assertThat(greeting()).isEqualTo("""
            dpsh development at Azure; nothing was sent yet.
            You stand at no vault yet. Begin with: login, then: vault list
            Without an account: start dpsh --sandbox, then: tour
            """ + HELP);
        Files.writeString(home.resolve("history"), "");
        assertThat(greeting()).isEqualTo("""
            dpsh development at Azure; nothing was sent yet.
            You stand at no vault yet. Begin with: vault list, then: use vault NAME
            """ + HELP);
    }

    @Test
    void aProfileSaysWhereItStands() throws IOException {
        Files.writeString(home.resolve("config"), """
            profile.prod.vault=/subscriptions/aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e/resourceGroups/TestBkpVaultRG/providers/Microsoft.DataProtection/backupVaults/testBkpVault
            """);
        assertThat(greeting("--profile", "prod")).isEqualTo("""
            dpsh development at Azure with the profile prod; nothing was sent yet.
            You stand at the vault testBkpVault. Go on with: instance list, or: coverage
            """ + HELP);
    }

    @Test
    void aServedSandboxIsNotCalledAzure() {
        assertThat(greeting("--endpoint", "http://127.0.0.1:1")).isEqualTo("""
            dpsh development at 127.0.0.1:1; nothing was sent yet.
            You stand at no vault yet. Begin with: vault list, then: use vault NAME
            """ + HELP);
    }

    /** Red when a class of Java's is named, or an init file is missed where there can be none. */
    @Test
    void aHomeThatCannotBeIsSaidInWords() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        try (TypedShell shell = TypedShell.open(file.resolve("home"), 200, "--sandbox")) {
            assertThat(shell.text().lines().findFirst())
                    .contains("History is not kept: " + file.resolve("home/history-sandbox")
                            + " cannot be written (not a directory).");
            shell.line("vault list");
            assertThat(shell.text())
                    .contains("reading goes on, changes are refused", "2 vaults")
                    .doesNotContain("init file");
        }
    }

    /** Red when it says that one stands at no vault, and what to type to choose one. */
    @Test
    void aPlaceThatTheCommandLineNamesIsTold() {
        assertThat(greeting("--sandbox", "--vault", Seeds.VAULT)).isEqualTo("""
            dpsh development at the sandbox: a rehearsal on this machine, 60 times as fast.
            You begin at the vault testBkpVault. Go on with: instance list, or: coverage
            """ + HELP);
        assertThat(greeting("--endpoint", "http://127.0.0.1:1", "--subscription", "Storage Team"))
                .isEqualTo("""
            dpsh development at 127.0.0.1:1; nothing was sent yet.
            You begin in the subscription Storage Team. Go on with: vault list
            """ + HELP);
    }
}
