package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dpsh.Dpsh;
import dpsh.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results in the shape that somebody needs: formats, queries, columns, order, pipes, and the last result again. */
class OutputTest {
    private static Dpsh dpsh;

    @TempDir
    Path directory = Path.of("");

    @BeforeAll
    static void start() {
        dpsh = Dpsh.atSeeds();
        dpsh.lines(
                        "use vault testBkpVault",
                        "protect disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --grant",
                        "instance build blob msblobbackup --policy BlobBackup-Policy > /dev/null",
                        "draft save monday",
                        "alias ls = vault list")
                .ends(0);
    }

    @AfterAll
    static void stop() {
        dpsh.close();
    }

    /** Red with a command that prints words of its own whatever {@code -o} says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "use",
                "status",
                "whoami",
                "profile list",
                "protection list",
                "vault list",
                "vault show testBkpVault",
                "policy list --vault testBkpVault",
                "policy show DiskBackup-Policy --vault testBkpVault",
                "datasource list",
                "datasource show disk msdiskbackup",
                "instance list --vault testBkpVault",
                "instance show msdiskbackup --vault testBkpVault",
                "instance resume msdiskbackup --vault testBkpVault",
                "instance build blob msblobbackup --policy BlobBackup-Policy --vault testBkpVault",
                "permission check disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --vault testBkpVault",
                "protect disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --vault testBkpVault",
                "plan disks msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --vault testBkpVault",
                "operation list",
                "operation show 1",
                "operation wait 1",
                "job list --vault testBkpVault",
                "recovery-point list msdiskbackup --vault testBkpVault",
                "coverage",
                "runs list",
                "explain UserErrorMissingRequiredPermissions",
                "set",
                "timing",
                "alias",
                "draft list",
                "draft show monday",
                "profile show",
                "refresh --status",
                "explain",
                "explain snapshot",
                "help topics",
                "help --search snapshot",
                "tour --list",
                "sandbox fault list",
                "sandbox clock show",
                "instance validate --show-request disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg --vault testBkpVault",
            })
    void everyCommandThatShowsSomethingTakesEveryFormat(String command) throws IOException {
        List<String> formats = List.of("json", "yaml", "jsonl", "table", "record", "csv", "tsv");
        List<String> lines = new ArrayList<>(formats.stream()
                .map(one -> command + " -o " + one + " > " + file(one))
                .toList());
        lines.add(command + " --query \"type(@)\" -o tsv > " + file("type"));
        dpsh.lines(lines.toArray(String[]::new)).ends(0);
        JsonNode json = Ran.read(Files.readString(file("json")));
        assertThat(shape(new YAMLMapper().readTree(file("yaml").toFile()))).isEqualTo(shape(json));
        List<String> single = Files.readAllLines(file("jsonl"));
        assertThat(single).hasSize(json.isArray() ? json.size() : Math.max(1, single.size()));
        single.forEach(line -> assertThat(Ran.read(line).isContainerNode()).isTrue());
        assertThat(file("type")).content().containsAnyOf("array", "object", "POST");
        if (!json.isEmpty()) {
            formats.forEach(one -> assertThat(file(one)).isNotEmptyFile());
        }
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    /** Kinds of values and names of members: times and ages differ from one call to the next. */
    private static String shape(JsonNode node) {
        StringBuilder shape = new StringBuilder(node.getNodeType().name());
        node.properties()
                .forEach(member ->
                        shape.append(' ').append(member.getKey()).append('=').append(shape(member.getValue())));
        if (node.isArray()) {
            node.forEach(element -> shape.append(" [").append(shape(element)).append(']'));
        }
        return shape.toString();
    }

    @Test
    void aBrokenQueryOrColumnIsWrongUsageBeforeAnythingIsSent() {
        dpsh.lines("vault list --query \"[?name==\"").ends(2);
        Ran broken = dpsh.lines("instance delete msdiskbackup --yes --vault testBkpVault --query \"[\"")
                .ends(2);
        assertThat(broken.err()).contains("--query is broken at its end");
        dpsh.lines("instance show msdiskbackup --vault testBkpVault").ends(0);
        dpsh.lines("vault list --sort nam")
                .ends(2)
                .mentions("there is no column 'nam': there are name, group, region", "Did you mean name?");
    }

    @Test
    void theLastResultIsShownAgainInAnotherShape() {
        Ran ran = dpsh.lines(
                        "datasource list disk --subscription \"Backup Operations\" --columns name",
                        "_ --sort -gib --columns name,gib -o csv",
                        "_ --query \"[?properties.diskSizeGB > `200`].name\" -o tsv",
                        "_ -o json")
                .ends(0);
        assertThat(ran.out())
                .contains("""
                name,GiB
                shared-data,1024
                """)
                .contains("disk-prod-01\ndisk-ultra-01\nshared-data\n[\n  \"disk-prod-01\",");
    }

    @Test
    void thereIsNoLastResultAtFirst() {
        dpsh.lines("_").ends(2).mentions("there is no last result");
    }

    /** {@code instance build} makes the body that {@code instance validate} reads from the stage before it. */
    @Test
    void aBodyGoesThroughAPipe() {
        Ran ran = dpsh.lines("instance build disk msdiskbackup --policy DiskBackup-Policy --snapshot-group snapshot-rg"
                        + " --vault testBkpVault | sed s/msdiskbackup/msdiskbackup/ | instance create --body -"
                        + " --vault testBkpVault")
                .ends(0);
        assertThat(ran.err()).contains("is protected just so already");
    }

    @Test
    void aListGoesIntoPrograms() {
        assertThat(dpsh.lines("datasource list -o jsonl | head -1 | wc -l")
                        .ends(0)
                        .out()
                        .strip())
                .isEqualTo("1");
        Path file = directory.resolve("names");
        dpsh.lines("vault list --query [].name -o tsv | sort -r > " + file).ends(0);
        assertThat(file).hasContent("testBkpVault\npaygVault");
    }

    /** Red when stages share what picocli read: the first one's columns would narrow the second. */
    @Test
    void twoStagesDoNotMixTheirOptions() {
        assertThat(dpsh.lines(
                                "vault show paygVault --columns name -o csv | vault show testBkpVault -o tsv --columns region")
                        .ends(0)
                        .out())
                .isEqualTo("westus\n");
    }

    @Test
    void timingIsToldBelowEachLine() {
        Ran ran = dpsh.lines("timing on", "vault list -o tsv", "timing off", "status")
                .ends(0);
        assertThat(ran.err()).containsPattern("took \\d.*, [1-9]\\d* requests?\n");
        assertThat(ran.err().lines().filter(line -> line.startsWith("took"))).hasSize(2);
    }

    @Test
    void hostileFilesAreNamedAndNothingRuns() throws IOException {
        Ran ran = dpsh.lines("vault list > " + directory).ends(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("cannot redirect to or from");
        Files.writeString(directory.resolve("in"), "{}");
        dpsh.lines("status < " + directory.resolve("none")).ends(1).mentions("there is no such file");
    }
}
