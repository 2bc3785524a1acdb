package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.view.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the first screen of help, the help of one command, or a topic. */
@Command(
        name = "help",
        description = "Help on dpsh, on one command, or on a topic; `topics` lists these.",
        footer = {"help instance create", "help topics", "help ids", "help --search snapshot"})
final class HelpCommand implements Callable<ExitCode> {
    static final String TOPICS = "topics";
    static final String OPTIONS = "options";

    private final Desk desk;
    private final HelpTopics topics = HelpTopics.load();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND|TOPIC",
            completionCandidates = HelpWords.class,
            description = "The command's words, or a topic.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--search", paramLabel = "WORDS", description = "Which commands and topics speak of these words.")
    private @Nullable String search;

    HelpCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        CommandLine root = spec.root().commandLine();
        if (search != null) {
            desk.show(places(root).mentioning(search).listing("place"));
        } else if (words.isEmpty()) {
            print(FirstScreen.text(root));
        } else if (words.equals(List.of(OPTIONS))) {
            print(Usages.options(root));
        } else if (words.equals(List.of(TOPICS))) {
            desk.show(HelpPlaces.of(topics).listing("topic"));
        } else {
            print(told(root));
        }
        return ExitCode.DONE;
    }

    private void print(String text) {
        desk.screen().result(page -> page.out().print(text));
    }

    /** The text of the command, else of the topic. */
    private String told(CommandLine root) {
        CommandLine command = root;
        for (String given : words) {
            CommandLine sub = command.getSubcommands().get(given.equals("groovy") ? EvaluateCommand.NAME : given);
            if (sub == null) {
                HelpTopics.Topic topic = topics.find(words);
                if (topic == null) {
                    throw command == root
                            ? unknown(root, given)
                            : Usages.unknown(command, Usages.names(command), given, "`help` lists the commands");
                }
                return topic.text();
            }
            command = sub;
        }
        return command.getUsageMessage();
    }

    private DpshException.Usage unknown(CommandLine root, String word) {
        Nearest near = Nearest.to(word);
        Usages.names(root).forEach(near::look);
        topics.all().forEach(topic -> topic.names().forEach(near::look));
        near.look(TOPICS);
        near.look(OPTIONS);
        String mentioned = places(root).mentioning(word).words();
        return new DpshException.Usage(
                "there is no command or topic '" + word + "'",
                null,
                near.or(mentioned == null ? "`help` lists the commands, `help topics` the rest" : mentioned));
    }

    private HelpPlaces places(CommandLine root) {
        return HelpPlaces.of(topics).and(root);
    }
}
