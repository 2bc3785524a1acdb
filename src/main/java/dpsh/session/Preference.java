package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an operator may choose about how the shell looks and behaves; the words are those of {@code set}. */
public enum Preference {
    OUTPUT("How results are written.", "table", "record", "json", "jsonl", "yaml", "csv", "tsv"),
    TIMES("How points in time are shown in tables and records.", "relative", "absolute", "both"),
    TIMING("Say under each line how long it took.", "off", "on"),
    PAGER("Page what is taller than the screen.", "on", "off"),
    THEME("The terminal's background that colours are chosen for.", "auto", "dark", "light"),
    KEYS("The keys that edit a line.", "emacs", "vi"),
    HIGHLIGHTING("Colour the line while it is typed.", "on", "off"),
    HINTS("A line below the typed one about what stands under the cursor.", "on", "off"),
    SUGGESTIONS("Offer the rest of an earlier line in grey.", "on", "off"),
    NOTICES("Say above the prompt when something in the background ends.", "on", "off");

    private final String description;
    private final List<String> values;

    /** @param values the words it takes, the one that holds unless chosen first */
    Preference(String description, String... values) {
        this.description = description;
        this.values = List.of(values);
    }

    /** The word of the command line, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String description() {
        return description;
    }

    /** The words it takes, lower case; the first holds unless chosen. */
    public List<String> words() {
        return values;
    }

    /**
     * One of the words it takes, as it is written.
     *
     * @throws DpshException.Usage when it is none, naming those that it takes
     */
    String checked(String word) {
        String value = word.strip().toLowerCase(Locale.ROOT);
        if (values.contains(value)) {
            return value;
        }
        List<String> near = Nearest.to(value, values);
        throw new DpshException.Usage(
                "'" + word + "' is nothing that '" + word() + "' can be",
                "it takes " + String.join(", ", values),
                near.isEmpty() ? null : "did you mean " + near.get(0) + "?");
    }

    /** The preference of this word, without regard to case; null when there is none. */
    public static @Nullable Preference of(String word) {
        for (Preference one : values()) {
            if (one.word().equalsIgnoreCase(word)) {
                return one;
            }
        }
        return null;
    }
}
