package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.view.Cell;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.JsonText;
import dpsh.view.Listing;
import dpsh.view.Noun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final int MOST_MENTIONED = 3;

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
            desk.show(listing("place", mentioning(root, search)));
        } else if (words.isEmpty()) {
            print(FirstScreen.text(root));
        } else if (words.equals(List.of(OPTIONS))) {
            print(Usages.options(root));
        } else if (words.equals(List.of(TOPICS))) {
            Map<String, String> all = new LinkedHashMap<>();
            topics.all().forEach(topic -> all.put(topic.name(), topic.summary()));
            desk.show(listing("topic", all));
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
        Set<String> places = new LinkedHashSet<>(mentioning(root, word).keySet());
        String mentioned = places.stream()
                .limit(MOST_MENTIONED)
                .map(place -> "`help " + place + "`")
                .reduce((left, right) -> left + ", " + right)
                .map(all -> "it stands in " + all + (places.size() > MOST_MENTIONED ? " and more" : ""))
                .orElse("`help` lists the commands, `help topics` the rest");
        return new DpshException.Usage("there is no command or topic '" + word + "'", null, near.or(mentioned));
    }

    /** Topics and commands whose help speaks of the words, with what each is about. */
    private Map<String, String> mentioning(CommandLine root, String wanted) {
        Map<String, String> places = new LinkedHashMap<>();
        topics.all().stream()
                .filter(topic -> HelpTopics.mentions(topic.name() + " " + topic.text(), wanted))
                .forEach(topic -> places.put(topic.name(), topic.summary()));
        for (CommandLine command : Usages.everyCommand(root)) {
            if (command != root && HelpTopics.mentions(command.getUsageMessage(), wanted)) {
                places.put(Usages.name(command), Usages.about(command));
            }
        }
        return places;
    }

    private static Listing listing(String title, Map<String, String> places) {
        return new Listing(
                title.equals("topic") ? Noun.of("topic") : Noun.of("place"),
                List.of(Column.of(title), Column.of("about")),
                places.entrySet().stream()
                        .map(one -> new Listing.Row(
                                List.of(Cell.of(one.getKey()), Cell.of(one.getValue())),
                                JsonText.of(Map.of(title, one.getKey(), "about", one.getValue()))))
                        .toList(),
                null);
    }
}
