package dpsh.shell;

import dpsh.session.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The line of another command that stands behind {@code watch} or behind the word of an {@code alias}.
 *
 * @param begin how many words stand in front of it
 * @param tail where among the words {@code every}, {@code until} or {@code times} begin; how many words there are when none does
 * @param watched whether these may stand behind it
 */
record InnerLine(int begin, int tail, boolean watched) {
    private static final String WATCH = "watch";
    private static final String ALIAS = "alias";
    private static final String HEADING = "how often, and until when";

    /** What may stand behind a command that is watched, each once, with a value behind it. */
    private static final List<Known> WORDS = List.of(
            new Known("every", "DURATION between two looks, 10s unless said", HEADING, true),
            new Known("until", "JMESPATH that is true of the result at the end", HEADING, true),
            new Known("times", "N looks at most", HEADING, true));

    /** The one in these words; null when there is none yet. */
    static @Nullable InnerLine in(List<String> words, CommandLine model) {
        for (int begin = 1; begin < words.size(); begin++) {
            LinePlace place = LinePlace.behind(words.subList(0, begin), model);
            if (mayBegin(place, words.get(begin))) {
                boolean watched = place.command().getCommandName().equals(WATCH);
                return new InnerLine(begin, watched ? tail(words, begin + 1) : words.size(), watched);
            }
        }
        return null;
    }

    /** Whether the line of another command begins with this word. */
    static boolean mayBegin(LinePlace place, String word) {
        if (place.awaiting() != null || place.command().getParent() == null) {
            return false;
        }
        List<String> front = place.arguments();
        return switch (place.command().getCommandName()) {
            case WATCH -> front.isEmpty() && !word.startsWith("-");
            case ALIAS ->
                !word.equals("=")
                        && (front.size() == 1
                                || front.size() == 2 && front.get(1).equals("="));
            default -> false;
        };
    }

    /** A word of the three, its value, and so on to the end: what stands in front of them is the command's. */
    private static int tail(List<String> words, int from) {
        for (int begin = from; begin < words.size(); begin++) {
            int at = begin;
            while (at < words.size() && meaning(words.get(at)) != null) {
                at += 2;
            }
            if (at >= words.size()) {
                return begin;
            }
        }
        return words.size();
    }

    /** What the word says behind a command that is watched; null when it is none of the three. */
    static @Nullable String meaning(String word) {
        String folded = word.toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(known -> known.value().equals(folded))
                .map(known -> known.value() + " " + known.description())
                .findFirst()
                .orElse(null);
    }

    /** The word whose value is due behind all words; empty when none is. */
    String due(List<String> words) {
        return (words.size() - tail) % 2 == 1 ? words.get(words.size() - 1).toLowerCase(Locale.ROOT) : "";
    }

    /** Those of the three that are not there yet. */
    List<Known> next(List<String> words) {
        List<String> there = new ArrayList<>();
        for (int at = tail; at < words.size(); at += 2) {
            there.add(words.get(at).toLowerCase(Locale.ROOT));
        }
        return watched
                ? WORDS.stream().filter(known -> !there.contains(known.value())).toList()
                : List.of();
    }
}
