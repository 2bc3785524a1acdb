package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Request bodies from files that cannot be used: one sentence that says where, and nothing is sent. */
class BadBodyTest {
    private static final String DATASOURCE = "\"dataSourceInfo\":{\"resourceID\":\"" + Seeds.DISK
            + "\",\"resourceLocation\":\"westus\",\"datasourceType\":\"Microsoft.Compute/disks\"}";
    private static final String POLICY = "\"policyInfo\":{\"policyId\":\"" + Seeds.DISK_POLICY + "\"}";

    private static Dpsh dpsh;
    private static String world;

    @BeforeAll
    static void start() {
        dpsh = Dpsh.atSeeds();
        world = dpsh.world();
    }

    @AfterAll
    static void stop() {
        dpsh.close();
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("", 2, "it is empty. It must begin with {."),
                arguments("   \n", 2, "it is empty. It must begin with {."),
                arguments("[1, 2]", 2, "it is no JSON object. It must begin with {."),
                arguments("\"text\"", 2, "it is no JSON object."),
                arguments(
                        "{\n  \"properties\": {\n",
                        2,
                        "it is not JSON: line 3, column 1: Unexpected end-of-input: expected close marker for Object. The"),
                arguments("\"properties\": {}", 2, "it is"),
                arguments("{\"a\": nonsense}", 2, "it is not JSON: line 1, column 7: "),
                arguments("{}", 2, "it lacks dataSourceInfo, policyInfo. `instance build` makes a whole one."),
                arguments("{\"properties\": 7}", 2, "'properties' is no object."),
                arguments("{" + DATASOURCE + "}", 2, "it lacks policyInfo."),
                arguments(
                        "{" + POLICY + ",\"dataSourceInfo\":{}}",
                        2,
                        "it lacks dataSourceInfo.resourceID," + " dataSourceInfo.resourceLocation."),
                arguments("{" + DATASOURCE + ",\"policyInfo\":{}}", 2, "it lacks policyInfo.policyId."),
                arguments(
                        "{" + POLICY + "," + DATASOURCE.replace(Seeds.DISK, "msdiskbackup") + "}",
                        2,
                        "'msdiskbackup' is no resource ID: it does not begin with /subscriptions/."),
                arguments(
                        "{" + POLICY + "," + DATASOURCE.replace("Compute/disks\"}", "Sql/servers\"}") + "}",
                        2,
                        "its datasourceType 'Microsoft.Sql/servers' is none that dpsh protects."),
                arguments("{" + POLICY + "," + DATASOURCE + "}", 1, "a disk needs a snapshot resource group."));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isRefused(String text, int code, String sentence) throws IOException {
        Path file = Files.writeString(dpsh.home().resolve("body.json"), text);
        refuses(dpsh.run("instance", "validate", "--body", file.toString()), code, sentence);
        refuses(dpsh.run("instance", "create", "--body", file.toString()), code, sentence);
        refuses(dpsh.run(text, new String[] {"instance", "create", "--body", "-"}), code, sentence);
    }

    @Test
    void aFileThatCannotBeReadIsSaidSo() throws IOException {
        String next = ". Give the path of a JSON file, or - for standard input.\n";
        Path missing = dpsh.home().resolve("missing.json");
        file(missing, "there is no such file" + next);
        file(dpsh.home(), "it is a directory" + next);
        file(
                Files.write(dpsh.home().resolve("latin.json"), "{\"ü\":1}".getBytes(StandardCharsets.ISO_8859_1)),
                "it is not UTF-8 text" + next);
        file(
                Files.write(dpsh.home().resolve("big.json"), new byte[4 * 1024 * 1024 + 1]),
                "it is larger than 4 MB" + next);
    }

    private static void file(Path path, String why) {
        refuses(
                dpsh.run("instance", "build", "--body", path.toString()),
                2,
                "the body file '" + path + "' cannot be read: " + why);
    }

    private static void refuses(Ran ran, int code, String sentence) {
        ran.ends(code).prints("").mentions(sentence);
        assertThat(ran.err().lines()).as(ran.toString()).hasSize(1);
        assertThat(ran.err()).doesNotContain("Exception", "com.fasterxml");
        assertThat(dpsh.world()).isEqualTo(world);
        dpsh.run("operation", "list").ends(0).says("no operations\n");
    }
}
