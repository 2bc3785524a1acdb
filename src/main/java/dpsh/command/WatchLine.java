package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.DurationText;
import dpsh.view.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code COMMAND [every D] [until JMESPATH] [times N]}: what stands behind {@code watch}. The three stand behind the command, in
 * any order; {@code --times N} is taken for {@code times N}.
 *
 * @param command the command's words
 * @param every how long to wait between two looks, in service time
 * @param until what must be true of the result, or null
 * @param times how often to look at most, or null
 */
record WatchLine(
        List<String> command,
        Duration every,
        @Nullable Query until,
        @Nullable Integer times) {
    static final Duration EVERY = Duration.ofSeconds(10);
    private static final String NUMBER = "[1-9]\\d{0,8}";

    WatchLine {
        command = List.copyOf(command);
    }

    /** @throws DpshException.Usage when a word behind one of the three is none of its kind, or no command is left */
    static WatchLine of(List<String> words) {
        List<String> rest = optionsFirst(words);
        Duration every = null;
        Query until = null;
        Integer times = null;
        while (rest.size() >= 2) {
            String value = rest.get(rest.size() - 1);
            switch (rest.get(rest.size() - 2).toLowerCase(Locale.ROOT)) {
                case "every" -> every = once("every", every, duration(value));
                case "until" -> until = once("until", until, Query.of(value, "until"));
                case "times", "--times" -> times = once("times", times, number(value));
                default -> {
                    return made(rest, every, until, times);
                }
            }
            rest = rest.subList(0, rest.size() - 2);
        }
        return made(rest, every, until, times);
    }

    /** Options may stand behind the three as well: they are put in front of them, where the command's words are. */
    private static List<String> optionsFirst(List<String> words) {
        for (int i = words.size() - 3; i > 0; i--) {
            String value = words.get(i + 1);
            boolean one =
                    switch (words.get(i).toLowerCase(Locale.ROOT)) {
                        case "every" -> DurationText.parse(value) != null;
                        case "times", "--times" -> value.matches(NUMBER);
                        case "until" -> true;
                        default -> false;
                    };
            if (one && words.get(i + 2).startsWith("-") && !words.get(i + 2).equals("--times")) {
                List<String> turned = new ArrayList<>(words.subList(0, i));
                turned.addAll(words.subList(i + 2, words.size()));
                turned.addAll(words.subList(i, i + 2));
                return optionsFirst(turned);
            }
        }
        return new ArrayList<>(words);
    }

    private static WatchLine made(
            List<String> command, @Nullable Duration every, @Nullable Query until, @Nullable Integer times) {
        String last = command.isEmpty() ? "" : command.get(command.size() - 1);
        if (List.of("every", "until", "times", "--times").contains(last)) {
            throw new DpshException.Usage("nothing stands behind " + last, null, example());
        }
        if (command.isEmpty()) {
            throw new DpshException.Usage("there is no command to watch", null, example());
        }
        return new WatchLine(command, every == null ? EVERY : every, until, times);
    }

    private static <T> T once(String word, @Nullable T before, T value) {
        if (before != null) {
            throw new DpshException.Usage("'" + word + "' stands there twice", null, example());
        }
        return value;
    }

    private static Duration duration(String given) {
        Duration duration = DurationText.parse(given);
        if (duration == null) {
            throw new DpshException.Usage(
                    "'" + given + "' is no duration", null, "behind every stands one such as 30s, 5m or 1h30m");
        }
        return duration;
    }

    private static Integer number(String given) {
        if (!given.matches(NUMBER)) {
            throw new DpshException.Usage("'" + given + "' is no number of times", null, "it takes 1 or more");
        }
        return Integer.valueOf(given);
    }

    private static String example() {
        return "it is used like `watch job list every 30s until \"length([?properties.status=='InProgress']) == `0`\"`";
    }
}
