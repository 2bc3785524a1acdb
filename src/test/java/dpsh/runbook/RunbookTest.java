package dpsh.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunbookTest {
    private static Runbooks runbooks;

    @BeforeAll
    static void open() {
        runbooks = new Runbooks();
    }

    @AfterAll
    static void close() {
        runbooks.close();
    }

    @Test
    void printsToTheSessionFromTheScriptItsClosuresAndItsClasses() {
        Ran ran = runbooks.script(
                "println 'script'",
                "print 'a'; print 'b'; println()",
                "[1, 2].each { printf('%d-%s\\n', it, 'x') }",
                "class Speaker { def say(x) { println \"class $x\"; printf '%s%n', x } }",
                "new Speaker().say(7)",
                "println([a: [1, null]])");
        assertThat(ran.out()).isEqualTo("script\nab\n1-x\n2-x\nclass 7\n7\n[a:[1, null]]\n");
        assertThat(ran.code()).isZero();
    }

    @Test
    void itsOutputCanBeRedirected() {
        Path file = runbooks.file(
                "said.groovy", "println 'to a file'", "new Object() { def go() { println 'inner' } }.go()");
        Path to = runbooks.directory().resolve("said.txt");
        Ran ran = runbooks.dpsh().lines("run " + file + " > " + to);
        assertThat(ran.out()).isEmpty();
        assertThat(to).content().isEqualTo("to a file\ninner\n");
    }

    @Test
    void whatStandsBehindTheFileIsTheRunbooks() {
        Path file = runbooks.file("args.groovy", "println args", "println options", "println options.vault");
        Ran ran = runbooks.run(
                file,
                List.of(),
                "one",
                "--vault",
                "mine",
                "--tag=a",
                "--tag=b",
                "-x",
                "--dry-run",
                "--",
                "--two",
                "-c");
        assertThat(ran.out()).isEqualTo("[one, -x, --two, -c]\n[vault:mine, tag:[a, b], dry-run:true]\nmine\n");
    }

    @Test
    void refusesOptionsThatTheRunbookDoesNotHave() {
        Path file = runbooks.file("only.groovy", "options.only 'policy', 'group'", "println options.require('policy')");
        Ran misspelt = runbooks.run(file, List.of(), "--polcy", "p");
        assertThat(misspelt.code()).isEqualTo(2);
        assertThat(misspelt.err()).contains("the runbook has no option '--polcy'. Did you mean --policy?");
        Ran missing = runbooks.run(file, List.of());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("only.groovy:2: the runbook needs --policy");
        assertThat(runbooks.run(file, List.of(), "--policy", "p").out()).isEqualTo("p\n");
    }

    @Test
    void tablesLookLikeThoseOfTheCommands() {
        Path file = runbooks.file(
                "table.groovy",
                "table backup.policies()",
                "table([[disk: 'a', size: 4], [disk: 'b', size: 128]])",
                "table backup.policies(), ['name', 'vaulted']");
        assertThat(runbooks.run(file, List.of()).out())
                .contains(
                        "name                   protects",
                        "disk  size\na        4\nb      128\n",
                        "name                   vaulted",
                        "BlobVaulted-Policy     true");
        Ran json = runbooks.run(file, List.of("-o", "jsonl"));
        assertThat(json.out()).contains("{\"disk\":\"a\",\"size\":4}").contains("\"name\":\"DiskBackup-Policy\"");
    }

    @Test
    void theLastValueIsPrintedAsJsonOnly() {
        Path file =
                runbooks.file("value.groovy", "backup.policies().collect { [policy: it.name, vaulted: it.vaulted] }");
        assertThat(runbooks.run(file, List.of()).out()).isEmpty();
        assertThat(runbooks.run(file, List.of("-o", "json")).out())
                .contains("\"policy\": \"DiskBackup-Policy\"")
                .startsWith("[")
                .endsWith("]\n");
        assertThat(runbooks.run(runbooks.file("number.groovy", "6 * 7"), List.of("-o", "json"))
                        .out())
                .isEqualTo("42\n");
    }

    @Test
    void helpIsTheCommentAtTheBeginning() {
        Path line = runbooks.file(
                "line.groovy", "#!/usr/bin/env dpsh", "// What it does.", "//", "//   --tag T", "", "// no", "1");
        assertThat(runbooks.dpsh().run("run", "--help", line.toString()).out())
                .isEqualTo("What it does.\n\n  --tag T\n");
        Path block = runbooks.file("block.groovy", "/**", " * Block.", " *   more", " */", "import java.time.*", "2");
        assertThat(runbooks.dpsh().run("run", "--help", block.toString()).out()).isEqualTo("Block.\n  more\n");
        Path none = runbooks.file("none.groovy", "println 1 // no help");
        assertThat(runbooks.dpsh().run("run", "--help", none.toString()).out()).startsWith("Usage: dpsh run");
    }

    @Test
    void includesFilesBesideIt() {
        runbooks.file("lib.groovy", "def twice(x) { 2 * x }", "limit = 7", "println 'once'");
        runbooks.file("other.groovy", "include 'lib.groovy'", "def thrice(x) { 3 * x }");
        Ran ran = runbooks.script(
                "include 'lib.groovy'",
                "include './other.groovy'",
                "println twice(4) + limit",
                "println([1].collect { thrice(it) })");
        assertThat(ran.out()).isEqualTo("once\n15\n[3]\n");
        runbooks.file("a.groovy", "include 'b.groovy'");
        runbooks.file("b.groovy", "", "include 'a.groovy'");
        Ran circle = runbooks.run(runbooks.directory().resolve("a.groovy"), List.of());
        assertThat(circle.code()).isEqualTo(2);
        assertThat(circle.err()).contains("b.groovy:2: ").contains("includes itself");
    }

    @Test
    void theSettingsOfTheLineHoldForEverythingItDoes() {
        Path file = runbooks.file(
                "protect.groovy",
                "def draft = backup.instance(backup.disk('disk-prod-01'), policy: 'DiskBackup-Policy', snapshotGroup: 'snapshot-rg')",
                "def work = backup.create(draft)",
                "println work.state");
        String before = runbooks.dpsh().world();
        Ran readOnly = runbooks.run(file, List.of("--read-only"));
        assertThat(readOnly.code()).isEqualTo(4);
        assertThat(readOnly.err()).contains("protect.groovy:2: ").contains("read-only");
        Ran shown = runbooks.run(file, List.of("--show-request"));
        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .contains("not sent")
                .contains("PUT ")
                .contains("\"backupInstances/disk-prod-01".substring(1));
        assertThat(runbooks.dpsh().world()).isEqualTo(before);
    }
}
