package dpsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.command.CommandRunner;
import dpsh.command.NoSandbox;
import dpsh.session.DurationValues;
import dpsh.session.Known;
import dpsh.session.KnownValues;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What Tab offers for dpsh's own commands. */
class LanguageCompletionTest {
    private static final CommandLine MODEL = new CommandRunner(
                    () -> {
                        throw new IllegalStateException("Tab needs no session");
                    },
                    NoSandbox.doors(),
                    InputStream.nullInputStream())
            .model();
    private static final KnownValues KNOWN = KnownValues.of(List.of(
            new DurationValues(),
            (kind, prefix) -> kind.equals("vault") ? List.of(new Known("v1", "vault", "vaults", true)) : List.of()));
    private final ModelCompletion completion =
            new ModelCompletion(MODEL, KNOWN, List.of(new Known("mine", "instance list --vault v1", "aliases", true)));

    private List<Known> offered(String line) {
        String[] words = line.split(" ", -1);
        return completion.at(Arrays.asList(words).subList(0, words.length - 1), words[words.length - 1]);
    }

    private List<String> at(String line) {
        return offered(line).stream().map(Known::value).toList();
    }

    /** {@code _} ends a line that ends with a blank. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "vault list --columns _ ! name group region identity redundancy state subscription id",
                "vault list --columns re ! region redundancy",
                "vault list --columns name,re ! name,region name,redundancy",
                "vault list --columns=name,re ! --columns=name,region --columns=name,redundancy",
                "vault list --columns NAME, ! NAME,group NAME,region NAME,identity NAME,redundancy NAME,state NAME,subscription NAME,id",
                "vault list --sort -st ! -state",
                "vault list --sort state,-na ! state,-name",
                "vault list --sort -state,st ! ''",
                "recovery-point list x --columns rec ! recovery-point",
                "instance list --columns st ! state",
                "instance list --deleted --columns de ! deleted",
                "mine --columns st ! state",
                "vault list --vault x --columns su ! subscription",
                "vault --columns n ! ''",
                "results --status failed,un ! failed,unchanged failed,unknown",
            })
    void columnsAndListsGoOnElementByElement(String line, String offered) {
        assertThat(String.join(" ", at(line.replace("_", "")))).isEqualTo(offered);
    }

    @Test
    void aColumnSaysWhetherItIsShownUnnamedAndAListNeverEndsByItself() {
        assertThat(offered("vault list --columns "))
                .contains(
                        new Known("name", "in the table", "columns", false),
                        new Known("redundancy", "in the table where there is room", "columns", false),
                        new Known("id", "in csv and tsv, or when named", "columns", false));
    }

    /** As above. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "watch ins ! instance",
                "watch instance li ! list",
                "watch instance list _ ! every until times",
                "watch instance list e ! every",
                "watch instance list every 3 ! 30s 30m 3s 3m 3h 3d",
                "watch instance list every 30s _ ! until times",
                "watch instance list EVERY 30s t ! times",
                "watch instance list every 30s until x times 3 ! ''",
                "watch instance list --columns st ! state",
                "watch instance list every 5 --columns st ! state",
                "watch instance list every 5s --de ! --deleted",
                "watch --inline vault show _ ! v1 every until times",
                "watch vault show v1 ! v1",
                "watch vault show v1 _ ! every until times",
                "watch job show _ ! ''",
                "watch m ! ''",
                "watch vault _ ! list show",
                "watch --in ! --inline",
                "watch instance list --de ! --deleted",
            })
    void behindWatchACommandIsCompletedAndThenHowOftenAndUntilWhen(String line, String offered) {
        assertThat(String.join(" ", at(line.replace("_", "")))).isEqualTo(offered);
    }

    @Test
    void theLineOfAnAliasIsCompletedAsALine() {
        assertThat(at("alias x = insta")).containsExactly("instance");
        assertThat(at("alias x insta")).containsExactly("instance");
        assertThat(at("alias x = instance list --columns st")).containsExactly("state");
        assertThat(at("alias insta")).isEmpty();
        assertThat(at("alias x = mi")).containsExactly("mine");
        assertThat(offered("mi")).containsExactly(new Known("mine", "instance list --vault v1", "aliases", true));
    }

    @Test
    void aDurationIsOfferedInWordsAndEachUnitBehindANumber() {
        assertThat(offered("vault list --timeout "))
                .startsWith(
                        new Known("10s", "10 seconds", "durations", true),
                        new Known("30s", "30 seconds", "durations", true))
                .contains(new Known("1h", "1 hour", "durations", true), new Known("7d", "7 days", "durations", true));
        assertThat(at("job list --last 4")).containsExactly("4h", "4s", "4m", "4d");
        assertThat(at("job list --last 1h3")).containsExactly("1h3s", "1h3m");
        assertThat(at("sandbox clock advance 2")).containsExactly("24h", "2s", "2m", "2h", "2d");
        assertThat(offered("vault list --timeout=90s"))
                .containsExactly(new Known("--timeout=90s", "1 minute 30 seconds", "durations", true));
        assertThat(at("vault list --timeout soon")).isEmpty();
    }

    @Test
    void everythingIsOfferedWithADescription() {
        List<String> lines = new ArrayList<>(
                List.of("", "-", "watch instance list ", "vault list --columns ", "vault list --timeout "));
        lines(MODEL, "", lines);
        assertThat(lines)
                .contains("vault list -", "use ", "vault list --output ", "edit ", "explain ", "plan disks --scope ");
        for (String line : lines) {
            assertThat(offered(line)).as(line).isNotEmpty().allSatisfy(one -> assertThat(one.description())
                    .as(one.value())
                    .isNotBlank());
        }
    }

    /** One for the options of each command, and one for each place where certain words may stand. */
    private static void lines(CommandLine command, String path, List<String> lines) {
        CommandSpec spec = command.getCommandSpec();
        spec.options().stream()
                .filter(option -> option.completionCandidates() != null)
                .forEach(option -> lines.add(path + option.longestName() + " "));
        spec.positionalParameters().stream()
                .filter(parameter -> parameter.completionCandidates() != null)
                .filter(parameter -> parameter.index().min() == 0)
                .forEach(parameter -> lines.add(path));
        lines.add(path + "-");
        new LinkedHashSet<>(command.getSubcommands().values())
                .forEach(sub -> lines(sub, path + sub.getCommandName() + " ", lines));
    }

    @Test
    void aRunbookIsOfferedBeforeOtherFilesAndADirectoryOnTheWayToOne(@TempDir Path directory) throws IOException {
        for (String name : List.of("a notes.txt", "b.groovy")) {
            Files.createFile(directory.resolve(name));
        }
        Files.createDirectory(directory.resolve("books"));
        assertThat(offered("run " + directory + "/"))
                .containsExactly(
                        new Known(directory + "/b.groovy", "runbook", "files", true),
                        new Known(directory + "/books/", "directory", "files", false),
                        new Known(directory + "/a notes.txt", "file", "files", true));
    }

    @Test
    void aSavedPlanIsOfferedFirstWithWhatItIsAbout(@TempDir Path directory) throws IOException {
        Files.createFile(directory.resolve("a-list.csv"));
        Files.writeString(directory.resolve("b.json"), "{\"other\": {\"title\": \"no plan\"}}");
        Files.writeString(
                directory.resolve("friday"),
                "{\n  \"dpsh\": \"plan/1\",\n  \"plan\": {\n    \"title\": \"3 disks with \\\"P\\\" in v\""
                        + " ".repeat(5_000));
        Files.createDirectory(directory.resolve("plans"));
        Known plan = new Known(directory + "/friday", "plan, 3 disks with \"P\" in v", "files", true);
        for (String command : List.of("apply ", "plan show ", "apply --grant ")) {
            assertThat(offered(command + directory + "/"))
                    .containsExactly(
                            plan,
                            new Known(directory + "/plans/", "directory", "files", false),
                            new Known(directory + "/a-list.csv", "file", "files", true),
                            new Known(directory + "/b.json", "file", "files", true));
        }
        assertThat(offered("apply " + directory + "/RIDA")).containsExactly(plan);
        assertThat(at("apply x --report " + directory + "/")).first().isEqualTo(directory + "/a-list.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "watch instance li ! instance list  What the vault protects, and how each stands.",
                "watch vault list every ! every DURATION between two looks, 10s unless said",
                "watch vault list every 5 ! every DURATION between two looks, 10s unless said",
                "watch vault list every 5s ti ! ",
                "alias x = vault li ! vault list  The Backup vaults of the subscription, or of all that you can read.",
            })
    void theHintIsAboutTheCommandThatIsWatched(String line, String hint) {
        String said = LineHints.at(new ModelReading(MODEL, List.of()), line, line.length());
        assertThat(said).isEqualTo(hint);
    }
}
