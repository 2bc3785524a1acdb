package dpsh.command;

import dpsh.arm.ProgramText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What help tells beside the commands: how things are done for which no single command stands. The texts stand in the resource
 * {@code topics.txt} beside this class. A line {@code == name, other name | summary} begins a topic; a line of a text that
 * begins with {@code dpsh> } is an example as it is typed at the prompt, one with {@code $ } as it is typed at the system's.
 */
final class HelpTopics {
    static final String PROMPT = "dpsh> ";
    static final String SHELL = "$ ";

    private static final String RESOURCE = "topics.txt";
    private static final String HEADER = "== ";

    private final List<Topic> topics;

    private HelpTopics(List<Topic> topics) {
        this.topics = topics;
    }

    /**
     * One topic.
     *
     * @param names what it is called; the first is its name in lists
     * @param summary a sentence
     * @param lines the text
     */
    record Topic(List<String> names, String summary, List<String> lines) {
        Topic {
            names = List.copyOf(names);
            lines = List.copyOf(lines);
        }

        String name() {
            return names.get(0);
        }

        /** As it is shown: the summary and the text, examples set in. */
        String text() {
            StringBuilder text = new StringBuilder(summary).append("\n\n");
            for (String line : lines) {
                text.append(isExample(line) ? "  " + line : line).append('\n');
            }
            return text.toString();
        }

        /** The lines that can be typed, at dpsh's prompt or the system's, with the prompt in front. */
        List<String> examples() {
            return lines.stream().filter(Topic::isExample).toList();
        }

        private static boolean isExample(String line) {
            return line.startsWith(PROMPT) || line.startsWith(SHELL);
        }
    }

    static HelpTopics load() {
        return of(ProgramText.lines(HelpTopics.class, RESOURCE));
    }

    static HelpTopics of(List<String> lines) {
        List<Topic> topics = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            String header = lines.get(at++);
            int bar = header.indexOf(" | ");
            if (!header.startsWith(HEADER) || bar < 0) {
                throw new IllegalStateException(RESOURCE + ": a topic begins with '== NAME | SUMMARY', not: " + header);
            }
            List<String> text = new ArrayList<>();
            while (at < lines.size() && !lines.get(at).startsWith(HEADER)) {
                text.add(lines.get(at++));
            }
            while (!text.isEmpty() && text.get(text.size() - 1).isBlank()) {
                text.remove(text.size() - 1);
            }
            String[] names = header.substring(HEADER.length(), bar).split(", ");
            topics.add(new Topic(List.of(names), header.substring(bar + 3), text));
        }
        return new HelpTopics(List.copyOf(topics));
    }

    List<Topic> all() {
        return topics;
    }

    /** The topic of these words, such as "exit codes"; null when there is none. */
    @Nullable
    Topic find(List<String> words) {
        String name = String.join("-", words).toLowerCase(Locale.ROOT);
        return topics.stream()
                .filter(topic -> topic.names().contains(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether each of the words stands in a text, without regard to case. */
    static boolean mentions(String text, String words) {
        return Arrays.stream(words.strip().split("\\s+"))
                .allMatch(word -> Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE)
                        .matcher(text)
                        .find());
    }
}
