package dpsh.command;

import dpsh.session.Mode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words of protection, for completion. */
final class Modes extends DescribedWords {
    @Override
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            words.put(mode.word(), about(mode));
        }
        return words;
    }

    private static String about(Mode mode) {
        return switch (mode) {
            case OPEN -> "changes are carried out";
            case PROTECTED -> "changes ask for the typed name";
            case READ_ONLY -> "changes are refused";
        };
    }
}
