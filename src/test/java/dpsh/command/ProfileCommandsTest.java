package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code profile}, {@code protection}, and what {@code use} saves. */
class ProfileCommandsTest {
    private static Dpsh dpsh;

    @BeforeAll
    static void start() {
        dpsh = Dpsh.atSeeds();
    }

    @AfterAll
    static void stop() {
        dpsh.close();
    }

    @BeforeEach
    void forget() throws IOException {
        Files.deleteIfExists(config());
    }

    private static Path config() {
        return dpsh.home().resolve("config");
    }

    /** Without the service on the command line. */
    private static Ran bare(String... arguments) {
        return Dpsh.bare(dpsh.home(), "", List.of(arguments));
    }

    @Test
    void aProfileKeepsServiceAndPlace() throws IOException {
        dpsh.run("--vault", "testBkpVault", "profile", "create", "lab").ends(0).mentions("dpsh --profile lab");
        assertThat(Files.readString(config()))
                .contains("profile.lab.endpoint=" + dpsh.sandbox().endpoint().toString())
                .contains("profile.lab.speed=600.0", "profile.lab.vault=" + Seeds.VAULT);
        Ran status = bare("--profile", "lab", "status", "-o", "json").ends(0);
        assertThat(status.json().path("profile").asText()).isEqualTo("lab");
        assertThat(status.json().path("vault").asText()).isEqualToIgnoringCase(Seeds.VAULT);
        bare("--profile", "lab", "policy", "list", "-o", "csv").ends(0);
        assertThat(bare("profile", "list", "-o", "csv").ends(0).out())
                .contains("default,Azure,")
                .contains("sandbox,the embedded sandbox,")
                .contains("lab,http://127.0.0.1:");
        bare("profile", "use", "lab")
                .ends(0)
                .mentions("starts with 'lab' from now on; this session stays with 'default'");
        assertThat(bare("status", "-o", "json").json().path("profile").asText()).isEqualTo("lab");
        bare("--profile", "default", "profile", "delete", "lab").ends(2).mentions("--yes");
        bare("profile", "delete", "lab", "--yes").ends(2).mentions("this session works with");
        bare("--profile", "default", "profile", "delete", "lab", "--yes").ends(0);
        assertThat(Files.readString(config())).isEmpty();
    }

    @Test
    void anUnknownProfileIsRefusedWithThoseThereAre() {
        bare("--profile", "prod", "status")
                .ends(2)
                .prints("")
                .mentions("there is no profile 'prod'", "default, sandbox");
        bare("--profile", "defualt", "status").ends(2).mentions("Did you mean default?");
        bare("--profile", "", "status").ends(2).mentions("there is no profile ''");
        dpsh.lines("profile show nobody").ends(2).mentions("there is no profile 'nobody'");
        dpsh.lines("status --profile default").ends(2).mentions("--profile belongs to the start of dpsh");
    }

    @Test
    void aNameThatCannotBeOneIsRefused() {
        for (String name : List.of("a.b", "a/b", "'a b'", "ä", "x".repeat(41), "''", "a=b")) {
            dpsh.lines("profile create " + name).ends(2).mentions("can be no profile's name");
        }
        dpsh.lines("profile create DEFAULT").ends(2).mentions("already");
        assertThat(config()).doesNotExist();
    }

    @Test
    void useSavesThePlaceOfTheProfilesOwnServiceOnly() throws IOException {
        dpsh.lines("use vault testBkpVault --save").ends(2).mentions("profile create NAME");
        dpsh.lines("use vault testBkpVault", "profile create lab").ends(0);
        String vault = Files.readString(config());
        Dpsh.bare(dpsh.home(), "", List.of("--profile", "lab", "-c", "use group RG-DiskBackup --save"))
                .ends(0)
                .mentions("at group RG-DiskBackup", "the profile 'lab' begins here");
        assertThat(Files.readString(config())).doesNotContain("backupVaults").contains("profile.lab.group=");
        assertThat(vault).contains("backupVaults");
        bare("--profile", "lab", "use", "nowhere", "--save").ends(0).mentions("nowhere in particular");
        assertThat(Files.readString(config())).doesNotContain("profile.lab.group", "profile.lab.subscription");
    }

    @Test
    void useGoesBackAndKnowsNothingToGoBackToAtFirst() {
        dpsh.lines("use -").ends(2).mentions("did not move yet");
        dpsh.lines("use vault testBkpVault", "use nowhere", "use -", "status -o json")
                .ends(0)
                .mentions("at vault testBkpVault");
        dpsh.lines("use group RG-BlobBackup", "use vault testBkpVault", "use -", "use -")
                .ends(0)
                .mentions("at group RG-BlobBackup");
        dpsh.lines("use vault").ends(2).mentions("does not say which one");
    }

    @Test
    void aPlaceThatSomebodyWroteByNameIsLookedUp() throws IOException {
        dpsh.lines("profile create lab").ends(0);
        Files.writeString(config(), Files.readString(config()) + "profile.lab.vault = testBkpVault\n");
        bare("--profile", "lab", "-c", "policy list -o csv", "-c", "status").ends(0);
    }

    @Test
    void protectionIsListedSetAndLoweredWithAQuestion() {
        dpsh.lines("protection list").ends(0).says("no rules\n");
        dpsh.lines(
                        "protection set vault testBkpVault protected",
                        "protection set " + Seeds.VAULT.toUpperCase(java.util.Locale.ROOT) + " read-only",
                        "protection set subscription 'Storage Team' protected",
                        "protection list -o csv")
                .ends(0)
                .prints("kind,name,changes,id\nvault,testBkpVault,read-only," + Seeds.VAULT
                        + "\n"
                        + "subscription,Storage Team,protected,/subscriptions/bbbb1b1b-cc2c-dd3d-ee4e-ffffff5f5f5f\n")
                .mentions("the subscription Storage Team is protected from now on, in the profile 'default'\n");
        dpsh.lines("protection set vault testBkpVault open").ends(2).mentions("it is read-only now", "--yes");
        dpsh.lines("use vault testBkpVault", "protection set vault open --yes").ends(0);
        dpsh.lines("protection list").ends(0).says("1 rule\n");
        Ran status = dpsh.lines("protection set profile read-only", "status").ends(0);
        status.says("the profile 'default' is read-only from now on\n");
        assertThat(status.out()).contains("refused (the profile 'default' is read-only)");
    }

    @Test
    void whatCannotBeProtectedIsRefused() {
        dpsh.lines("protection set vault testBkpVault").ends(2).mentions("'testBkpVault' is no kind of protection");
        dpsh.lines("protection set vault testBkpVault readonly").ends(2).mentions("Did you mean read-only?");
        dpsh.lines("protection set vault nothing open").ends(2);
        dpsh.lines("protection set group RG-DiskBackup open").ends(2).mentions("'group' cannot be protected");
        dpsh.lines("protection set " + Seeds.VAULT + "/backupInstances/x open")
                .ends(2)
                .mentions("cannot be protected");
        dpsh.lines("protection set profile other open").ends(2).mentions("only the profile of this session");
        dpsh.lines("protection set subscription protected").ends(2).mentions("you stand in none");
        assertThat(config()).doesNotExist();
    }

    @Test
    void aModeThatNobodyKnowsCountsAsReadOnly() throws IOException {
        Files.writeString(config(), "profile.default.mode." + Seeds.VAULT + "=protcted\n");
        Ran ran = dpsh.lines("use vault testBkpVault", "status").ends(0);
        assertThat(ran.out()).contains("is read-only in the profile 'default'");
        assertThat(ran.err())
                .containsOnlyOnce("'protcted' is not open, protected or read-only; it counts as read-only");
    }
}
