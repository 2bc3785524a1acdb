package dpsh.view;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How results are written ({@code -o}). */
public enum Format {
    TABLE,
    RECORD,
    JSON,
    JSONL,
    YAML,
    CSV,
    TSV;

    /** The word of the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether programs read it; errors are JSON then too. */
    public boolean isJson() {
        return this == JSON || this == JSONL;
    }

    /** @throws DpshException.Usage naming the formats that there are */
    public static Format of(String word) {
        List<String> words = Arrays.stream(values()).map(Format::word).toList();
        return Arrays.stream(values())
                .filter(format -> format.word().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> unknown(word, words));
    }

    private static DpshException.Usage unknown(String word, List<String> words) {
        String takes = "-o takes " + String.join(", ", words);
        String question = Nearest.question(Nearest.to(word, words));
        return new DpshException.Usage(
                "'" + word + "' is no output format",
                question == null ? null : takes,
                question == null ? takes : question);
    }
}
