package dpsh.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Ran;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a runbook does wrong is told with its file and line, and never with a stack trace. */
class RunbookErrorsTest {
    private static Runbooks runbooks;

    @BeforeAll
    static void open() {
        runbooks = new Runbooks();
    }

    @AfterAll
    static void close() {
        runbooks.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "println([1, 2].sum) | the elements of the list have no 'sum': a property of a list is that of each element | 1",
                "println backup.vault().nmae | a Vault has no 'nmae'. Did you mean name? | 1",
                "println bakcup | there is no variable 'bakcup'. Did you mean backup? | 1",
                "backup.instances().each { it.satte } ; backup.vaults().each { println it.locatoin } | a Vault has no 'locatoin'. Did you mean location? | 1",
                "backup.polices() | a Backup has no method polices(). Did you mean policies or policy? | 1",
                "backup.vault(1, 2) | a Backup has no method vault(Integer, Integer): there is vault(), vault(Object) | 1",
                "nothing(3) | there is no method nothing(Integer) | 1",
                "class A { def a() { println 1, 2 } }; new A().a() | there is no method println(Integer, Integer) | 1",
                "def x = null; x.name | 'name' | 1",
                "throw new IllegalStateException('no luck') | no luck: IllegalStateException | 1",
                "throw new RuntimeException('no luck') | no luck. | 1",
                "throw fail('3 disks are not protected') | 3 disks are not protected. | 1",
                "fail 'gave up' | gave up. | 1",
                "assert 1 + 1 == 3 : 'sums' | sums | 1",
                "assert [1].size() == 3 | an assertion does not hold: assert [1].size() == 3 | 1",
                "def f() { f() }; f() | the runbook calls itself without end | 1",
                "1 / 0 | Division by zero | 1",
                "table 3 | table takes a list of rows, and this is a Integer | 1",
                "sleep 'soon' | 'soon' is no time to sleep. Give a Duration, or a text such as '90s' | 2",
                "backup.vault('nowhere') | there is no vault 'nowhere'. `vault list` shows them | 2",
                "backup.disks(regoin: 'x') | there is no condition 'regoin'. Did you mean region? | 2",
                "backup.disks(protected: 'maybe') | 'protected' takes true or false | 2",
                "backup.instance('x', policy: 'y') | 'x' is no disk and no storage account by its ID | 2",
                "backup.instance(backup.disk('msdiskbackup'), polcy: 'y') | there is no condition 'polcy'. Did you mean policy? | 2",
                "backup.operation(4711) | there is no operation 4711 | 2",
                "backup.plan { policy 'x' } | the plan says nothing to protect | 2",
                "include 'missing.groovy' | missing.groovy' cannot be read: there is no such file | 2",
                "include 'broken.groovy' | broken.groovy:2: the runbook does not compile | 2",
            })
    void tellsWhatWhyAndWhere(String line, String said, int code) {
        runbooks.file("broken.groovy", "def x = 1", "def y = )");
        Ran ran = runbooks.script("// first line", line);
        assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
        assertThat(ran.err()).contains(said).doesNotContain("\tat ", "  at ", "org.codehaus");
        if (!line.contains("broken")) {
            assertThat(ran.err()).startsWith("book.groovy:2: ");
        }
    }

    @Test
    void theServicesRefusalIsExplainedAsAtThePrompt() {
        Ran ran = runbooks.script(
                "def draft = backup.instance(backup.disk('disk-prod-01'), policy: 'DiskBackup-Policy',",
                "    snapshotGroup: 'snapshot-rg')",
                "backup.validate(draft).await().orFail()");
        assertThat(ran.code()).isNotZero();
        assertThat(ran.err())
                .startsWith("book.groovy:3: the operation failed: ")
                .contains("permission", "[UserErrorMissingRequiredPermissions");
        Ran json = runbooks.run(runbooks.directory().resolve("book.groovy"), List.of("-o", "json"));
        assertThat(json.err())
                .contains("\"code\":\"UserErrorMissingRequiredPermissions\"", "\"place\":\"book.groovy:3\"")
                .hasLineCount(1);
    }

    @Test
    void anErrorThatIsCaughtIsTheRunbooksOwnAffair() {
        Ran ran =
                runbooks.script("try { backup.vault('nowhere') } catch (e) { println e.message }", "println 'goes on'");
        assertThat(ran.out()).contains("there is no vault 'nowhere'", "goes on");
        assertThat(ran.code()).isZero();
    }

    @Test
    void theLineOfAClosureInAnIncludedFileIsTold() {
        runbooks.file("inner.groovy", "def names(things) {", "  things.collect {", "    it.nmae", "  }", "}");
        Ran ran = runbooks.script("include 'inner.groovy'", "names(backup.vaults())");
        assertThat(ran.err()).startsWith("inner.groovy:3: a Vault has no 'nmae'");
    }

    @Test
    void saysWhatIsWrongWithTheFile() {
        Path directory = runbooks.directory();
        assertThat(runbooks.run(directory.resolve("none.groovy"), List.of()).err())
                .contains("none.groovy' cannot be read: there is no such file");
        assertThat(runbooks.run(directory, List.of()).err()).contains("it is a directory");
        assertThat(runbooks.run(runbooks.file("empty.groovy", " "), List.of()).err())
                .contains("it is empty");
        byte[] latin = "// eins\nprintln '\u00e4'".getBytes(StandardCharsets.ISO_8859_1);
        Ran ran = runbooks.run(runbooks.bytes("latin.groovy", latin), List.of());
        assertThat(ran.err()).contains("line 2 is not UTF-8. Save it as UTF-8");
        assertThat(ran.code()).isEqualTo(2);
        Ran none = runbooks.dpsh().run("run");
        assertThat(none.err()).contains("`run` lacks FILE");
        assertThat(none.code()).isEqualTo(2);
    }

    @Test
    void aFileWithoutStatementsIsNoScript() {
        for (String text : List.of("class A { static void main(String[] a) {} }", "void main() { println 1 }")) {
            Ran ran = runbooks.run(runbooks.file("class.groovy", text), List.of());
            assertThat(ran.err()).startsWith("class.groovy is no script: no statement stands outside");
            assertThat(ran.code()).isEqualTo(2);
        }
    }

    @Test
    void aMarkAtTheBeginningIsForgiven() {
        Path file = runbooks.bytes("mark.groovy", "\uFEFFprintln 'ok'".getBytes(StandardCharsets.UTF_8));
        assertThat(runbooks.run(file, List.of()).out()).isEqualTo("ok\n");
    }

    @Test
    void traceShowsWhereADefectComesFrom() {
        Path file = runbooks.file("defect.groovy", "throw new IllegalStateException('no luck')");
        Ran ran = runbooks.run(file, List.of("--trace"));
        assertThat(ran.err()).contains("defect.groovy:1: no luck", "java.lang.IllegalStateException");
    }
}
