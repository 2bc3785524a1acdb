package dpsh.view;

import dpsh.arm.DpshException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How results are written ({@code -o}). */
public enum Format {
    TABLE,
    RECORD,
    JSON,
    JSONL,
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
        return Arrays.stream(values())
                .filter(format -> format.word().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new DpshException.Usage(
                        "'" + word + "' is no output format",
                        null,
                        "-o takes " + Arrays.stream(values()).map(Format::word).collect(Collectors.joining(", "))));
    }
}
