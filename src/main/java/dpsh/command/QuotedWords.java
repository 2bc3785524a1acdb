package dpsh.command;

import java.util.List;
import java.util.stream.Collectors;

/** Words, written so that a line of them is read back as they are. */
public final class QuotedWords {
    private static final String SPECIAL = " \t\n'\"\\|;&<>()[]{}#";

    private QuotedWords() {}

    /** The words as a line. */
    static String line(List<String> words) {
        return words.stream().map(QuotedWords::word).collect(Collectors.joining(" "));
    }

    /** The word, in quotes where it needs them. */
    public static String word(String word) {
        if (!word.isEmpty() && word.chars().noneMatch(c -> isSpecial((char) c))) {
            return word;
        }
        if (word.indexOf('\'') < 0) {
            return "'" + word + "'";
        }
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Whether the character means something outside quotes. */
    public static boolean isSpecial(char c) {
        return SPECIAL.indexOf(c) >= 0;
    }
}
