package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import java.util.List;
import java.util.Map;

/** The operator's own words for lines, kept in the config. They act at the prompt. */
public final class Aliases {
    private static final String PREFIX = "alias.";

    private final ConfigFile file;

    public Aliases(ConfigFile file) {
        this.file = file;
    }

    /** The words and the lines that they stand for. */
    public Map<String, String> all() {
        return file.below(PREFIX);
    }

    /**
     * Keeps one.
     *
     * @throws DpshException.Usage when the word can be none
     */
    public void keep(String word, String line) {
        if (!Profiles.isName(word)) {
            throw new DpshException.Usage("'" + word + "' can be no alias", "one has letters, digits, - and _", null);
        }
        file.save(PREFIX + word, line);
    }

    /**
     * Forgets one.
     *
     * @throws DpshException.Usage when there is none
     */
    public void forget(String word) {
        find(word);
        file.forget(PREFIX + word);
    }

    /**
     * The line that a word stands for.
     *
     * @throws DpshException.Usage when it stands for none
     */
    public String find(String word) {
        String line = all().get(word);
        if (line == null) {
            List<String> near = Nearest.to(word, all().keySet());
            throw new DpshException.Usage(
                    "there is no alias '" + word + "'",
                    null,
                    near.isEmpty() ? "`alias` lists them" : "did you mean " + near.get(0) + "?");
        }
        return line;
    }
}
