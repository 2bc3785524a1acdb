package dpsh.command;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** The commands and topics that {@code help} takes, for completion. */
final class HelpWords implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        Stream<String> commands = Arrays.stream(
                        DpshCommand.class.getAnnotation(Command.class).subcommands())
                .map(type -> type.getAnnotation(Command.class).name());
        Stream<String> topics = HelpTopics.load().all().stream().map(HelpTopics.Topic::name);
        return Stream.of(Stream.of(HelpCommand.TOPICS, HelpCommand.OPTIONS), commands, topics)
                .flatMap(words -> words)
                .distinct()
                .iterator();
    }
}
