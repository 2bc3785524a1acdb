package dpsh.command;

import dpsh.view.Format;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words that {@code -o} takes, for completion. */
final class Formats extends DescribedWords {
    @Override
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        for (Format format : Format.values()) {
            words.put(format.word(), about(format));
        }
        return words;
    }

    private static String about(Format format) {
        return switch (format) {
            case TABLE -> "for eyes, as wide as the terminal";
            case RECORD -> "a line for each label";
            case JSON -> "the service's own, indented";
            case JSONL -> "a line of JSON for each";
            case YAML -> "what json has, for eyes";
            case CSV -> "with commas, below a header";
            case TSV -> "with tabs, without a header";
        };
    }
}
