package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.session.Known;
import dpsh.session.KnownValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCompletionTest {
    private static final Known EXIT = new Known("exit", "Leave", "shell", true);
    private final List<String> asked = new ArrayList<>();
    private final KnownValues values = (kind, prefix) -> {
        asked.add(kind);
        return switch (kind) {
            case "vault" -> List.of(new Known("testBkpVault", "westus", "vaults", true));
            case "disk" ->
                List.of(
                        new Known("msdiskbackup", "32 GiB", "disks", true),
                        new Known("data disk", "1 TiB", "disks", true));
            case "policy" -> List.of(new Known("DiskBackup-Policy", "", "policies", true));
            case "group" -> List.of(new Known("snapshot-rg", "", "groups", true));
            default -> List.of();
        };
    };
    private final ModelCompletion completion = new ModelCompletion(new SampleCommands().model(), values, List.of(EXIT));

    private List<String> at(String current, String... before) {
        return completion.at(List.of(before), current).stream()
                .map(Known::value)
                .toList();
    }

    @Test
    void offersCommandsAtTheBeginningWithTheirDescription() {
        assertThat(at("")).contains("vault", "protect", "use", "exit");
        assertThat(completion.at(List.of(), "pro"))
                .containsExactly(new Known("protect", "Protect datasources", "commands", true));
    }

    @Test
    void offersSubcommands() {
        assertThat(at("", "vault")).containsExactly("list", "show");
        assertThat(at("sh", "vault")).containsExactly("show");
    }

    @Test
    void offersOptionsOnlyBehindAHyphen() {
        assertThat(at("", "protect", "disk")).doesNotContain("--policy");
        assertThat(at("-", "protect", "disk")).containsExactlyInAnyOrder("--policy", "--snapshot-group", "--grant");
        assertThat(at("--p", "protect", "disk", "msdiskbackup")).containsExactly("--policy");
    }

    @Test
    void hidesHiddenOptionsAndThoseThatWereGiven() {
        assertThat(at("-", "vault", "list")).containsExactly("--output");
        assertThat(at("-", "protect", "disk", "--policy", "p", "--grant")).containsExactly("--snapshot-group");
        assertThat(at("-", "protect", "disk", "--policy=p")).doesNotContain("--policy");
    }

    @Test
    void everyCandidateHasADescriptionAndAGroup() {
        assertThat(completion.at(List.of("protect", "disk"), "-"))
                .allSatisfy(k -> assertThat(k.description()).isNotBlank())
                .allSatisfy(k -> assertThat(k.group()).isNotBlank());
        assertThat(completion.at(List.of("vault", "list"), "-"))
                .containsExactly(new Known("--output", "How to print: table, json, jsonl", "options", true));
    }

    @Test
    void offersAnOptionsValues() {
        assertThat(at("j", "vault", "list", "-o")).containsExactly("json", "jsonl");
        assertThat(at("", "vault", "list", "--output")).containsExactly("table", "json", "jsonl");
        assertThat(at("--output=js", "vault", "list")).containsExactly("--output=json", "--output=jsonl");
    }

    @Test
    void namesTheKindByLabelOptionOrCommand() {
        assertThat(at("ms", "protect", "disk")).containsExactly("msdiskbackup");
        assertThat(at("", "protect", "disk", "x", "--policy")).containsExactly("DiskBackup-Policy");
        assertThat(at("", "protect", "disk", "x", "--snapshot-group")).containsExactly("snapshot-rg");
        assertThat(at("", "use", "vault")).containsExactly("testBkpVault");
        assertThat(at("", "vault", "show")).containsExactly("testBkpVault");
    }

    @Test
    void theFirstArgumentMayNameTheKindOfTheSecond() {
        assertThat(at("", "use")).containsExactly("subscription", "group", "vault");
        assertThat(at("", "use", "group")).containsExactly("snapshot-rg");
        assertThat(at("", "use", "VAULT")).containsExactly("testBkpVault");
        assertThat(at("", "use", "elsewhere")).isEmpty();
    }

    @Test
    void offersACommandUnderItsNameAndNotUnderItsAliases() {
        assertThat(at("")).contains("use").doesNotContain("go");
        assertThat(at("v", "go")).containsExactly("vault");
    }

    @Test
    void offersFurtherValuesWhereSeveralMayStand() {
        assertThat(at("", "protect", "disk", "a", "b")).containsExactly("msdiskbackup", "data disk");
        assertThat(at("", "vault", "show", "a")).isEmpty();
    }

    @Test
    void comparesWithoutCase() {
        assertThat(at("TESTB", "use", "vault")).containsExactly("testBkpVault");
    }

    @Test
    void afterTwoHyphensEverythingIsAValue() {
        assertThat(at("-", "protect", "disk", "--")).isEmpty();
        assertThat(at("m", "protect", "disk", "--")).containsExactly("msdiskbackup");
    }

    @Test
    void offersFiles(@TempDir Path directory) throws IOException {
        Files.createFile(directory.resolve("body.json"));
        Files.createDirectory(directory.resolve("bodies"));
        assertThat(completion.at(List.of("body"), directory + "/bo"))
                .containsExactlyInAnyOrder(
                        new Known(directory + "/body.json", "file", "files", true),
                        new Known(directory + "/bodies/", "directory", "files", false));
        assertThat(asked).isEmpty();
    }

    @Test
    void theHomeDirectoryKeepsItsSign() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("user.home")))) {
            List<String> expected = files.map(file -> "~/" + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .filter(name -> !name.startsWith("~/."))
                    .toList();
            assertThat(LocalFiles.candidates("~/", LocalFiles.Wanted.ANY))
                    .extracting(Known::value)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void anUnknownCommandOffersNothing() {
        assertThat(at("", "nonsense", "more")).isEmpty();
    }
}
