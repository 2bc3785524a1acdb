package dpsh.command;

import dpsh.session.Preference;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code set} can choose. */
final class PreferenceWords extends DescribedWords {
    @Override
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        for (Preference preference : Preference.values()) {
            words.put(preference.word(), preference.description().replaceFirst("\\.$", ""));
        }
        return words;
    }
}
