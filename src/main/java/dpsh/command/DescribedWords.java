package dpsh.command;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that a parameter takes, for completion, each with what it means. They are looked up when first asked for. */
public abstract class DescribedWords implements Iterable<String> {
    private @Nullable Map<String, String> known;

    /** What each word means, in the order in which they are told. */
    abstract Map<String, String> words();

    /** What the word means, in a few words; empty for a word that is none of these. */
    public final String about(String word) {
        return known().getOrDefault(word, "");
    }

    @Override
    public final Iterator<String> iterator() {
        return known().keySet().iterator();
    }

    private Map<String, String> known() {
        Map<String, String> found = known;
        if (found == null) {
            found = words();
            known = found;
        }
        return found;
    }

    /** Words and meanings by turns. */
    static Map<String, String> pairs(String... wordsAndMeanings) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndMeanings.length; i += 2) {
            pairs.put(wordsAndMeanings[i], wordsAndMeanings[i + 1]);
        }
        return pairs;
    }
}
