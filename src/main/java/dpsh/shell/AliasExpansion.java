package dpsh.shell;

import dpsh.arm.DpshException;
import dpsh.command.QuotedWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts lines in the place of the operator's own words. It works on the text and evaluates nothing: what comes out is read as if
 * it had been typed. A word counts where a command begins, without quotes.
 */
final class AliasExpansion {
    private final Map<String, String> aliases;

    AliasExpansion(Map<String, String> aliases) {
        this.aliases = aliases;
    }

    /** @throws DpshException.Usage when an alias leads back to itself, or lacks what is to stand for a {@code $1} */
    String of(String line) {
        return aliases.isEmpty() ? line : expanded(line, Set.of());
    }

    private String expanded(String line, Set<String> within) {
        if (GroovyLine.of(line) != null) {
            return line;
        }
        StringBuilder whole = new StringBuilder();
        int begin = 0;
        List<Integer> breaks = new ArrayList<>(Words.scan(line).breaks());
        breaks.add(line.length() + 1);
        for (int end : breaks) {
            int cut = Math.min(end - 1, line.length());
            whole.append(command(line.substring(begin, Math.max(begin, cut)), within));
            if (cut < line.length()) {
                whole.append(line.charAt(cut));
            }
            begin = Math.min(end, line.length());
        }
        return whole.toString();
    }

    /** One command with its words. */
    private String command(String text, Set<String> within) {
        List<Words.Word> words = Words.scan(text).words();
        if (words.isEmpty()) {
            return text;
        }
        Words.Word first = words.get(0);
        String word = text.substring(first.start(), first.end());
        String line = aliases.get(word);
        if (line == null) {
            return text;
        }
        if (within.contains(word)) {
            throw new DpshException.Usage(
                    "the alias '" + word + "' leads back to itself", null, "`alias --remove " + word + "`");
        }
        Set<String> deeper = new HashSet<>(within);
        deeper.add(word);
        String rest = text.substring(first.end());
        return text.substring(0, first.start()) + expanded(filled(word, line, rest), deeper);
    }

    private static String filled(String word, String line, String rest) {
        int most = 0;
        for (int at = line.indexOf('$'); at >= 0; at = line.indexOf('$', at + 1)) {
            most = Math.max(most, place(line, at));
        }
        if (GroovyLine.of(line) != null && (most > 0 || !rest.isBlank())) {
            throw new DpshException.Usage(
                    "the alias '" + word + "' takes no words behind it", "it stands for Groovy", null);
        }
        List<Words.Word> given = Words.scan(rest).words();
        if (given.size() < most) {
            throw new DpshException.Usage(
                    "the alias '" + word + "' lacks a word for $" + (given.size() + 1), "it stands for: " + line, null);
        }
        String left = most == 0 ? rest : rest.substring(given.get(most - 1).end());
        return put(line, given) + left;
    }

    /** The digit behind a {@code $}, or 0. */
    private static int place(String line, int dollar) {
        int digit = dollar + 1 < line.length() ? line.charAt(dollar + 1) - '0' : 0;
        return digit >= 1 && digit <= 9 ? digit : 0;
    }

    /** Between single quotes a {@code $1} is itself; elsewhere the word stands there, and stays one word. */
    private static String put(String line, List<Words.Word> given) {
        StringBuilder text = new StringBuilder();
        char quote = 0;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            int place = c == '$' && quote != '\'' ? place(line, at) : 0;
            if (place > 0) {
                String word = given.get(place - 1).text();
                text.append(
                        quote == 0
                                ? QuotedWords.word(word)
                                : word.replace("\\", "\\\\").replace("\"", "\\\""));
                at++;
            } else {
                if (c == '\\' && quote != '\'' && at + 1 < line.length()) {
                    text.append(c).append(line.charAt(++at));
                    continue;
                }
                quote = quote == 0 && (c == '\'' || c == '"') ? c : quote == c ? 0 : quote;
                text.append(c);
            }
        }
        return text.toString();
    }
}
