package dpsh.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** The commands and topics that {@code help} takes, for completion. */
final class HelpWords extends DescribedWords {
    @Override
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(HelpCommand.TOPICS, "what the topics are");
        words.put(HelpCommand.OPTIONS, "the options of every command");
        Arrays.stream(DpshCommand.class.getAnnotation(Command.class).subcommands())
                .map(type -> type.getAnnotation(Command.class))
                .forEach(command -> words.put(command.name(), stripped(command.description()[0])));
        HelpTopics.load().all().forEach(topic -> words.putIfAbsent(topic.name(), stripped(topic.summary())));
        return words;
    }

    private static String stripped(String sentence) {
        return sentence.replaceFirst("\\.$", "");
    }
}
