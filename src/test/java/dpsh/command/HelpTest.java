package dpsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dpsh.Dpsh;
import dpsh.Ran;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class HelpTest {
    private static Dpsh dpsh;

    @BeforeAll
    static void start() {
        dpsh = Dpsh.atSeeds();
    }

    @AfterAll
    static void stop() {
        dpsh.close();
    }

    /** Every command of the model, without a session. */
    static CommandLine model() {
        Supplier<dpsh.session.Session> none = () -> {
            throw new IllegalStateException("help needs no session");
        };
        return new CommandRunner(none, NoSandbox.doors(), InputStream.nullInputStream()).model();
    }

    static List<CommandLine> commands() {
        List<CommandLine> all = new ArrayList<>(List.of(model()));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(new LinkedHashSet<>(all.get(i).getSubcommands().values()));
        }
        return all;
    }

    /** Red when one more command gets a line of its own: it belongs to a group, then. */
    @Test
    void theFirstScreenFitsASmallTerminalWithThePromptBelow() {
        Ran ran = dpsh.run("help").ends(0).says("");
        assertThat(ran.out().lines()).hasSizeLessThanOrEqualTo(23).allMatch(line -> line.length() <= 80);
    }

    @Test
    void helpOfTheProcessTellsTheOptionsToo() {
        String help = dpsh.run("--help").ends(0).out();
        assertThat(dpsh.run("-h").ends(0).out()).isEqualTo(help).contains("Commands:", "--keep-going");
        assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    }

    /** A command that is nowhere on the screen is not found by anybody. */
    @Test
    void theFirstScreenNamesEveryCommandAndNoOther() {
        String screen = FirstScreen.text(model());
        String list = screen.substring(0, screen.indexOf("help COMMAND"));
        model().getSubcommands().values().stream()
                .filter(command -> !command.getCommandSpec().usageMessage().hidden())
                .forEach(command ->
                        assertThat(list).containsPattern("(?m)^  (.*, )?" + command.getCommandName() + "[, ]"));
        assertThat(model().getSubcommands().keySet())
                .as("a line that speaks for a command which is gone would lie")
                .containsAll(FirstScreen.grouped());
    }

    @Test
    void helpOnGroovyIsThatOfTheEqualsSign() {
        assertThat(dpsh.run("help", "groovy").ends(0).out())
                .isEqualTo(dpsh.run("help", "=").ends(0).out())
                .contains("Usage: dpsh = ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandOptionAndArgumentIsDescribed(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        String[] description = command.getCommandSpec().usageMessage().description();
        assertThat(description).as(name).isNotEmpty();
        assertThat(description[0])
                .as(name + ": the first line stands alone in a list")
                .endsWith(".");
        List<ArgSpec> arguments = new ArrayList<>(command.getCommandSpec().args());
        assertThat(arguments).as(name).allSatisfy(argument -> {
            assertThat(String.join(" ", argument.description()))
                    .as(name + " " + argument)
                    .endsWith(".");
            if (!argument.isOption()) {
                assertThat(argument.paramLabel()).as(name).doesNotContain("<");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyHelpFitsAHundredColumnsAndEndsWithTheWayToTheRest(CommandLine command) {
        String help = command.getUsageMessage();
        assertThat(help.lines()).as(help).allMatch(line -> line.length() <= 100);
        boolean root = command.getParent() == null;
        assertThat(help.stripTrailing())
                .endsWith(
                        root
                                ? "Try it without an account: dpsh --sandbox"
                                : "Options of every command: `help options`.");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyExampleIsALineThatIsUnderstood(CommandLine command) {
        boolean group = !command.getSubcommands().isEmpty();
        String[] examples =
                group ? new String[0] : command.getCommandSpec().usageMessage().footer();
        if (!group) {
            assertThat(examples).as(command.getCommandSpec().qualifiedName()).isNotEmpty();
        }
        for (String example : examples) {
            String name = command.getCommandSpec().qualifiedName().replaceFirst("^dpsh ", "");
            String line = example.replaceFirst("^dpsh ", "");
            assertThat(line).startsWith(name);
            List<String> words = List.of(line.replace("\"Backup Operations\"", "Backup_Operations")
                    .replaceFirst(" > .*", "")
                    .split(" "));
            assertThat(model().parseArgs(words.toArray(String[]::new)).hasSubcommand())
                    .as(example)
                    .isTrue();
        }
    }

    @Test
    void helpOfACommandIsTheSameEitherWay() {
        String help = dpsh.run("help", "instance", "create").ends(0).out();
        assertThat(help).startsWith("Usage: dpsh instance create [OPTIONS] [KIND] [DATASOURCE]\n");
        assertThat(dpsh.run("instance", "create", "--help").ends(0).out()).isEqualTo(help);
        assertThat(dpsh.run("help", "quit").ends(0).out()).containsOnlyOnce("Options of every command");
    }

    @Test
    void versionIsOneLine() {
        Ran ran = dpsh.run("--version").ends(0).says("");
        assertThat(ran.out()).matches("dpsh \\S.*\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "protct disk|there is no command 'protct'. Did you mean `protect`?",
                "vualt list|there is no command 'vualt'. Did you mean `vault`?",
                "instance lst|there is no command 'instance lst'. Did you mean `instance list`?",
                "operaton watch|there is no command 'operaton'. Did you mean `operation`?",
                "perm check|there is no command 'perm'. Did you mean `permission`?",
                "frobnicate|there is no command 'frobnicate'. `help` lists the commands.",
                "help vualt|there is no command or topic 'vualt'. Did you mean `vault`?",
                "help instance crate|there is no command 'instance crate'. Did you mean `instance create`?",
                "instance create --polcy x|`instance create` has no option '--polcy'. Did you mean --policy?",
                "instance|`instance` is not a whole command: it takes one of build, validate, create, list, show,"
                        + " update, backup, suspend, stop, resume, sync, delete, undelete. `help instance` tells more.",
            })
    void aMisspeltLineSaysWhatItMayHaveMeant(String line, String said) {
        dpsh.lines(line).ends(2).prints("").says(said + "\n");
    }
}
