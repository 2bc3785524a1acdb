package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dpsh.Dpsh;
import dpsh.Ran;
import dpsh.docs.PageRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTopicsTest {
    /** What an ordinary terminal shows with the next prompt below. */
    private static final int MOST_LINES = 23;

    @TempDir
    private Path directory;

    static List<HelpTopics.Topic> topics() {
        return HelpTopics.load().all();
    }

    private Ran help(String... words) {
        List<String> arguments = new ArrayList<>(List.of("--endpoint", "http://127.0.0.1:1", "help"));
        arguments.addAll(List.of(words));
        return Dpsh.bare(directory, "", arguments);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTopicFitsAnOrdinaryTerminalAndShowsHowItIsDone(HelpTopics.Topic topic) {
        List<String> lines = help(topic.name()).ends(0).says("").out().lines().toList();
        assertThat(lines).as(topic.name()).hasSizeLessThanOrEqualTo(MOST_LINES);
        assertThat(lines)
                .as(topic.name())
                .filteredOn(line -> !line.startsWith("  dpsh> ") && !line.startsWith("  $ "))
                .allMatch(line -> line.length() <= 80);
        assertThat(topic.examples()).as(topic.name()).isNotEmpty();
        assertThat(topic.summary()).endsWith(".");
    }

    /** Every example is carried out in the sandbox, those of a topic one after the other in one session, and ends well. */
    @ParameterizedTest
    @MethodSource("topics")
    void everyExampleOfATopicIsReal(HelpTopics.Topic topic) throws IOException, InterruptedException {
        new PageRun(directory).carryOut(topic.examples());
    }

    @Test
    void noNameMeansTwoThings() {
        Set<String> names = new TreeSet<>(List.of(HelpCommand.TOPICS, HelpCommand.OPTIONS));
        for (HelpTopics.Topic topic : topics()) {
            for (String name : topic.names()) {
                assertThat(names.add(name)).as(name).isTrue();
                assertThat(HelpTest.model().getSubcommands())
                        .as("the command of a topic's name would hide it")
                        .doesNotContainKey(name);
            }
        }
    }

    @Test
    void topicsAreListedInEveryFormat() {
        Ran table = help("topics").ends(0);
        assertThat(topics()).allSatisfy(topic -> assertThat(table.out()).contains(topic.name(), topic.summary()));
        assertThat(help("topics", "-o", "json").json()).hasSameSizeAs(topics());
    }

    @Test
    void aTopicIsFoundByItsOtherNamesAndInTwoWords() {
        assertThat(help("exit", "codes").out())
                .isEqualTo(help("exit-codes").out())
                .contains("130  interrupted");
        assertThat(help("ROLES").out()).isEqualTo(help("permissions").out());
    }

    @Test
    void aCommandComesBeforeATopic() {
        assertThat(help("operation", "watch").ends(0).out()).startsWith("Usage: dpsh operation watch");
    }

    @Test
    void optionsAreThoseOfEveryCommand() {
        Ran ran = help("options").ends(0).says("");
        assertThat(ran.out()).contains("--show-request", "--keep-going", "--output=FORMAT");
        assertThat(ran.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permisions|there is no command or topic 'permisions'. Did you mean `permissions` or `permission`?",
                "topic|there is no command or topic 'topic'. Did you mean `topics`?",
                "journal|there is no command or topic 'journal'. It stands in `help bulk`",
                "xyzzy|there is no command or topic 'xyzzy'. `help` lists the commands, `help topics` the rest.",
                "instance crate|there is no command 'instance crate'. Did you mean `instance create`?",
            })
    void anUnknownWordIsAnsweredWithTheNearestOrWhereItStands(String word, String said) {
        help(word.split(" ")).ends(2).prints("").mentions(said);
    }

    @Test
    void searchFindsTopicsAndCommandsThatSpeakOfAllWords() {
        Ran ran = help("--search", "snapshot group").ends(0);
        assertThat(ran.out())
                .contains("ids", "permission check", "protect disk")
                .doesNotContain("exit-codes");
        help("--search", "xyzzy").ends(0).says("no places\n");
    }

    @Test
    void everyCommandIsOfferedToTab() {
        assertThat(new HelpWords())
                .containsAll(HelpTest.model().getSubcommands().values().stream()
                        .map(CommandLine::getCommandName)
                        .toList())
                .contains("topics", "options", "exit-codes");
    }

    @Test
    void refusesAResourceThatIsNotWellFormed() {
        assertThatThrownBy(() -> HelpTopics.of(List.of("text before a topic")))
                .hasMessageContaining("a topic begins with");
    }
}
