package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionCommandsTest {
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
    void evaluatesInEachWayIn() {
        dpsh.lines("= 1 + 1").ends(0).prints("2\n").says("");
        dpsh.run("=", "1 + 1").ends(0).prints("2\n");
        dpsh.run("=", "-1").ends(0).prints("-1\n");
        dpsh.run("= 'a;b' + \"|>\"\n= [1,\n 2].sum()\n", new String[0]).ends(0).prints("a;b|>\n3\n");
        dpsh.lines("= [1,\n 2].size()").ends(0).prints("2\n");
    }

    @Test
    void variablesMethodsClassesAndImportsStay() {
        dpsh.lines(
                        "= x = 3",
                        "= def y = x + 1",
                        "= int z = '5' as int",
                        "= def (p, q) = [6, 7]",
                        "= def f(a) { a * x }",
                        "= class C { int n; def twice() { n * 2 } }",
                        "= import java.time.Duration",
                        "= import static java.lang.Math.max",
                        "= [x, y, z, p, q, f(2), new C(n: 4).twice(), Duration.ofMinutes(1), max(1, 2)].join(' ')")
                .ends(0)
                .prints("3\n4\n5\n6\n7\n3 4 5 6 7 6 8 PT1M 2\n");
    }

    @Test
    void theUnderscoreIsTheLastResult() {
        dpsh.run(
                        "--vault",
                        "paygVault",
                        "-c",
                        "instance list -o jsonl > /dev/null",
                        "-c",
                        "= _.count { it.state != 'ProtectionConfigured' }",
                        "-c",
                        "instance list -o json > /dev/null",
                        "-c",
                        "= _.count { it.state == 'protectionconfigured' }",
                        "-c",
                        "= _ + 1",
                        "-c",
                        "= null",
                        "-c",
                        "= _",
                        "-c",
                        "vault show > /dev/null",
                        "-c",
                        "= \"$_.name in $_.location\"",
                        "-c",
                        "status > /dev/null",
                        "-c",
                        "= _.readOnly")
                .ends(0)
                .prints("0\n1\n2\n2\npaygVault in eastus\nfalse\n");
    }

    @Test
    void aFilteredListIsKeptAsItWasShown() {
        Ran ran = dpsh.lines("datasource list disk --unprotected -o jsonl", "= _.size()")
                .ends(0);
        long shown = ran.out().lines().filter(line -> line.startsWith("{")).count();
        assertThat(shown).isPositive();
        assertThat(ran.out()).endsWith("}\n" + shown + "\n");
    }

    @Test
    void resultsAreShownAsCommandsShowThem() {
        Ran listed = dpsh.run("--vault", "paygVault", "-c", "instance list", "-c", "= _")
                .ends(0);
        String table = listed.out().substring(0, listed.out().length() / 2);
        assertThat(listed.out()).isEqualTo(table + table);
        Ran json = dpsh.run("--vault", "paygVault", "-c", "instance list > /dev/null", "-c", "-o json = _")
                .ends(0);
        assertThat(json.json()
                        .get(0)
                        .path("properties")
                        .path("currentProtectionState")
                        .asText())
                .isEqualTo("ProtectionConfigured");
        dpsh.lines("= [[n: 1, m: 'x'], [n: 20, m: 'y']]")
                .ends(0)
                .prints(" n  m\n 1  x\n20  y\n")
                .says("2 rows\n");
        dpsh.run("-o", "json", "-c", "= [a: [1, null]]").ends(0).prints("{\n  \"a\": [\n    1,\n    null\n  ]\n}\n");
        dpsh.lines("= println 'said'").ends(0).prints("said\n");
        dpsh.lines("= null").ends(0).prints("");
    }

    @Test
    void backupIsTheService() {
        dpsh.run("--vault", "testBkpVault", "-c", "= backup.policies()*.name.sort().first()")
                .ends(0)
                .prints("BlobBackup-Policy\n");
        dpsh.run("--read-only", "--yes", "--vault", "paygVault", "-c", "= backup.delete(backup.instances().first())")
                .ends(4)
                .mentions("read-only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "= 1 +* 2|2|this is not Groovy: column 3: Unexpected input: '+'.",
                "= 'abc|2|this is not Groovy: column 1: Unclosed string literal.",
                "= foo|1|there is no variable 'foo'.",
                "= bakup|1|there is no variable 'bakup'. Did you mean backup?",
                "= 1.nmae|1|an Integer has no 'nmae'.",
                "= throw new RuntimeException('oops')|1|oops.",
                "= backup = 1|2|`backup` cannot be assigned. Choose another name.",
                "= _ = 1|2|`_` cannot be assigned. Choose another name.",
                "= def r(n) { r(n + 1) }; r(1)|1|the expression calls itself without an end.",
                "= def f(a) { a }; f(1, 2)|1|there is no method f(Integer, Integer)",
                "= backup.vault('nope')|2|there is no vault 'nope'. `vault list` shows them.",
                "=|2|the expression does not end: it is empty. It may go on over several lines until it is whole.",
                "= [1,|2|the expression does not end: the [ in line 1 is not closed. It may go on over several lines until it is whole.",
                "status && = 1|2|an expression stands alone on its line. Put the = on a line of its own; `_` is what the line before it showed.",
            })
    void aMishapIsOneSentence(String line, int code, String said) {
        Ran ran = dpsh.lines(line).ends(code).prints("");
        assertThat(ran.err()).doesNotContain("at dpsh", "\tat", "Exception in");
        assertThat(ran.err().lines().toList()).as(ran.toString()).hasSize(1).allMatch(one -> one.startsWith(said));
    }

    @Test
    void ofSeveralLinesTheLineIsTold() {
        dpsh.run(
                        "= def f() {\n  1\n  zzz()\n}\n= 1\n= x = [\n 1\n].each {\n  it.nope\n}\n",
                        new String[] {"--keep-going"})
                .ends(3)
                .says(
                        "line 4: an Integer has no 'nope'.\ndpsh: line 6 ended with 1: = x = [  1 ].each {   it.nope }\n");
        dpsh.run("= [1,\n +* 2]\n", new String[0]).ends(2).mentions("this is not Groovy: line 2, column 3: ");
        dpsh.run("-o", "json", "-c", "= foo").ends(1).mentions("{\"error\":{\"code\":");
    }

    @Test
    void anExpressionWithoutAnEndTakesTheRestOfThePipe() {
        dpsh.run("= 1\n= [2,\nvault list\n", new String[0])
                .ends(2)
                .prints("1\n")
                .says(
                        "the expression does not end: the [ in line 1 is not closed. It may go on over several lines until it"
                                + " is whole.\ndpsh: line 2 ended with 2, stopped there: = [2, vault list\n");
    }

    @Test
    void aMethodCalledWithTheWrongArgumentsInALaterLineIsNoCircle() {
        dpsh.lines("vault list | = _").ends(2).prints("").mentions("an expression stands alone on its line.");
        dpsh.lines("= def f(a) { a }", "= f(1, 2)").ends(1).mentions("there is no method f(Integer, Integer)");
    }
}
