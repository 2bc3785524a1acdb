package dpsh.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each of the runbooks in scripts/runbooks. */
class TakenRunbooksTest {
    private static Runbooks runbooks;

    @BeforeAll
    static void open() {
        runbooks = new Runbooks();
    }

    @AfterAll
    static void close() {
        runbooks.close();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scripts/runbooks"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void compilesAndExplainsItself(Path file) throws IOException {
        Ran check = runbooks.dpsh().run("run", "--check", file.toString());
        assertThat(check.code()).as(check.toString()).isZero();
        String help = runbooks.dpsh().run("run", "--help", file.toString()).out();
        assertThat(help).contains("run " + file.getFileName()).contains("xit code");
        assertThat(help.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(125));
        assertThat(Files.readString(Path.of("docs/runbooks.md"))).contains("`" + file.getFileName() + "`");
    }

    /** Every option that the code asks for stands in its help, and every option of the help is one that the code takes. */
    @ParameterizedTest
    @MethodSource("files")
    void itsHelpNamesItsOptions(Path file) throws IOException {
        String help = runbooks.dpsh().run("run", "--help", file.toString()).out();
        String code = Files.readString(file);
        Matcher only = Pattern.compile("options\\.only((?:,?\\s+'[a-z-]+')+)").matcher(code);
        assertThat(only.find()).isTrue();
        List<String> taken = Pattern.compile("'([a-z-]+)'")
                .matcher(only.group(1))
                .results()
                .map(hit -> hit.group(1))
                .toList();
        assertThat(taken).isNotEmpty().allSatisfy(option -> assertThat(help).contains("--" + option));
        assertThat(Pattern.compile("--([a-z-]+)")
                        .matcher(help)
                        .results()
                        .map(hit -> hit.group(1))
                        .filter(option -> !option.equals("yes")))
                .allSatisfy(option -> assertThat(taken).contains(option));
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusesWhatItDoesNotHave(Path file) {
        Ran ran = runbooks.run(file, List.of(), "--nonsense");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("the runbook has no option '--nonsense'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "protect-disks | --all | the runbook needs --policy",
                "protect-disks | --policy P --all | the runbook needs --snapshot-group",
                "protect-disks | --policy P --snapshot-group G | no condition says which disks",
                "protect-disks | --policy P --snapshot-group G --tag env | 'env' is no tag with its value",
                "protect-disks | --policy P --snapshot-group G --max-size big | --max-size takes a whole number",
                "protect-disks | msdiskbackup --policy P --snapshot-group G --all | 'msdiskbackup' is none",
                "protect-disks | --policy P --snapshot-group G --all --scope wide | there is no scope 'wide'",
                "protect-disks | --policy P --snapshot-group G --grant disk-1 --all | --grant takes no value",
                "protect-disks | --policy DiskBackup-Policy --snapshot-group snapshot-rg --name disk-prod-01 --report a.pdf | names no kind of report",
                "protect-disks | --policy DiskBackup-Policy --snapshot-group snapshot-rg --name disk-prod-01 --report none/a.md | its directory is not there",
                "protect-accounts | --policy P | the file with the accounts is missing",
                "protect-accounts | a.csv b.csv | one file is read, not 2",
                "protect-accounts | none.csv --policy P | none.csv",
                "unprotected | --kind tape | there is no kind 'tape'",
                "retry-errors | disk-1 | 'disk-1' is no option",
                "move-policy | --from DiskBackup-Policy | the runbook needs --to",
                "move-policy | --from Nope --to DiskDaily-Policy | has no policy 'Nope': it has",
                "move-policy | --from DiskDaily-Policy --to diskdaily-policy | both are the policy",
                "move-policy | --from DiskDaily-Policy --to BlobBackup-Policy | DiskDaily-Policy is for",
                "decommission | disk-prod-01 | the runbook needs --how",
                "decommission | disk-prod-01 --how burn | --how takes stop, suspend or delete",
                "decommission | --how stop | nothing says which instances",
                "decommission | --how delete disk-prod-01 --apply | has no such instance: disk-prod-01; nothing was changed",
                "nightly-report | --hours soon | --hours takes a whole number",
                "nightly-report | --report night.pdf | names no kind of report",
            })
    void saysWhatIsWrongAndChangesNothing(String name, String words, String complaint) {
        String before = runbooks.dpsh().world();
        Ran ran = TakenRunbook.of(runbooks, name).run(words.split(" "));
        assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
        assertThat(ran.err()).contains(name + ".groovy:").contains(complaint);
        assertThat(ran.out()).isEmpty();
        assertThat(runbooks.dpsh().world()).isEqualTo(before);
    }

    @Test
    void theListsHoldReadOnlyToo() {
        for (String name : List.of("unprotected", "nightly-report", "retry-errors")) {
            Ran ran = TakenRunbook.of(runbooks, name).with(List.of("--read-only"));
            assertThat(ran.code()).as(ran.toString()).isZero();
        }
    }
}
