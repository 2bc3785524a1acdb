package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.backup.ErrorCatalog;
import dpsh.backup.ErrorEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {
    /** Nobody listens there: what is sent fails. */
    private static final String NOWHERE = "http://127.0.0.1:1";

    @TempDir
    private Path home;

    private Ran explain(String... words) {
        List<String> arguments = new ArrayList<>(List.of("--endpoint", NOWHERE, "explain"));
        arguments.addAll(List.of(words));
        return Dpsh.bare(home, "", arguments);
    }

    static Collection<ErrorEntry> entries() {
        return ErrorCatalog.load().all();
    }

    /** Red when the command of a row is misspelt, lacks an argument or has an option that it does not take. */
    @ParameterizedTest
    @MethodSource("entries")
    void theCommandThatHelpsIsOneThatCanBeTyped(ErrorEntry entry) {
        String[] words = entry.command().split(" ");
        assertThat(HelpTest.model().parseArgs(words).hasSubcommand())
                .as(entry.code() + ": " + entry.command())
                .isTrue();
    }

    /** What the fix itself names in backquotes is a command, too. */
    @ParameterizedTest
    @MethodSource("entries")
    void whatTheFixNamesIsACommand(ErrorEntry entry) {
        java.util.regex.Pattern.compile("`([^`]+)`")
                .matcher(entry.fix())
                .results()
                .map(quoted -> quoted.group(1).split(" ")[0])
                .forEach(name -> assertThat(HelpTest.model().getSubcommands()).containsKey(name));
    }

    @Test
    void tellsWhatACodeMeansAndWhatMendsIt() {
        explain("snapshotrgnotfound").ends(0).prints("""
            code           UserErrorSnapshotRGNotFound
            appears in     validate
            means          the snapshot group does not exist
            what helps     Create the group, then give the vault's identity Disk Snapshot Contributor on it
            command        permission grant
            outside dpsh   az group create --name GROUP --location REGION
            waiting helps  no
            """).says("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429|HTTP 429",
                "http 406|HTTP 406",
                "USERERRORDPPPOLICYOBJECTINUSE|UserErrorDppPolicyObjectInUse",
                "ProtectionError|ProtectionError",
                "ledger-unavailable|ledger-unavailable",
                "disk protection failed: UserErrorDiskBackupAuthorizationFailed: no. [activity"
                        + " 1-2]|UserErrorDiskBackupAuthorizationFailed",
                "{error:{code:LinkedAuthorizationFailed,message:--no-way}}|LinkedAuthorizationFailed",
                "(AuthorizationFailed) The client does not have authorization|AuthorizationFailed",
                "instances still use the policy|UserErrorDppPolicyObjectInUse",
            })
    void findsTheCodeInWhateverIsPasted(String pasted, String code) {
        Ran ran = explain(pasted.split(" ")).ends(0).says("");
        assertThat(ran.out()).startsWith("code           " + code + "\n");
        List<String> words = new ArrayList<>(List.of(pasted.split(" ")));
        words.addAll(List.of("-o", "json"));
        assertThat(explain(words.toArray(String[]::new)).json().path("code").asText())
                .isEqualTo(code);
    }

    @Test
    void aPartOfACodeListsThoseThatHaveIt() {
        Ran ran = explain("encryption", "key").ends(0).says("2 error codes\n`explain CODE` tells what helps\n");
        assertThat(ran.out()).contains("UserErrorDESKeyVaultKeyDisabled", "UserErrorDESKeyVaultKeyNotAvailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "record", "json", "jsonl", "csv", "tsv"})
    void aloneItListsEveryCodeInEveryFormat(String format) {
        String out = explain("-o", format).ends(0).out();
        assertThat(entries()).allSatisfy(entry -> assertThat(out).contains(entry.code()));
        assertThat(out.indexOf("UserErrorSnapshotRGNotFound"))
                .as("what the service says stands before statuses, states and dpsh's own words")
                .isLessThan(out.indexOf("HTTP 404"))
                .isPositive();
    }

    @Test
    void asksForTheNearestCodeAndSaysWhatToDoWithoutOne() {
        explain("UserErrorSnapshotRGNotFond")
                .ends(2)
                .prints("")
                .says("the code 'UserErrorSnapshotRGNotFond' is not known here."
                        + " Did you mean `UserErrorSnapshotRGNotFound`?\n");
        explain("Xyzzy")
                .ends(2)
                .prints("")
                .says("the code 'Xyzzy' is not known here. The service's own message says what it can;"
                        + " `explain` alone lists the codes.\n");
        explain("what", "a", "mess").ends(2).mentions("no code that is known here stands in this");
    }

    @Test
    void needsNeitherTheServiceNorTheDisk() {
        explain("AuthorizationFailed").ends(0);
        explain().ends(0);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void lastTellsTheLastErrorOfTheSessionInFull() {
        try (Dpsh dpsh = Dpsh.atSeeds()) {
            Ran ran = dpsh.run("--keep-going", "-c", "explain last", "-c", "vault show nix", "-c", "explain last")
                    .ends(3);
            ran.mentions("no error happened in this session.");
            assertThat(ran.out())
                    .startsWith("what         there is no vault 'nix'\n")
                    .doesNotContain("about the code");
        }
    }
}
