package dpsh.shell;

import dpsh.arm.DpshException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of Groovy: {@code = EXPRESSION}, with options of dpsh in front of it at most ({@code -o json = _}). Everything behind
 * the {@code =} is Groovy's, over as many lines as it needs: quotes, pipes and redirections of the shell mean nothing there.
 *
 * @param options the words in front of the {@code =}
 * @param begin the offset behind the {@code =}
 * @param text what stands there
 */
record GroovyLine(List<String> options, int begin, String text) {
    /** Null when the line is none of Groovy. */
    static @Nullable GroovyLine of(String line) {
        List<Words.Word> words = Words.scan(line).words();
        int at = 0;
        while (at < words.size() && words.get(at).text().startsWith("-")) {
            at++;
            if (at < words.size() && !words.get(at).text().startsWith("-") && !isMark(line, words.get(at))) {
                at++;
            }
        }
        if (at == words.size() || !isMark(line, words.get(at))) {
            return null;
        }
        int begin = words.get(at).start() + 1;
        return new GroovyLine(
                words.subList(0, at).stream().map(Words.Word::text).toList(), begin, line.substring(begin));
    }

    /** Why it goes on in the next line; null when it is whole, or wrong already. */
    @Nullable
    String open() {
        return GroovyText.open(text);
    }

    /**
     * The words of the command that evaluates it.
     *
     * @throws DpshException.Usage when its end did not come
     */
    List<String> words() {
        String open = open();
        if (open != null) {
            throw new DpshException.Usage(
                    "the expression does not end", open, "it may go on over several lines until it is whole");
        }
        List<String> words = new ArrayList<>(options);
        words.addAll(List.of("=", "--", text.strip()));
        return words;
    }

    private static boolean isMark(String line, Words.Word word) {
        return line.charAt(word.start()) == '=';
    }
}
