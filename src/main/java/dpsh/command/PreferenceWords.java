package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.session.Preference;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** @throws DpshException.Usage with the nearest there is, when the word names nothing */
    static Preference named(String word) {
        Preference preference = Preference.of(word.strip());
        if (preference != null) {
            return preference;
        }
        List<String> near =
                Nearest.to(word.strip(), new PreferenceWords().words().keySet());
        throw new DpshException.Usage(
                "'" + word + "' is nothing that can be set",
                null,
                near.isEmpty() ? "`set` lists what can be" : "did you mean `set " + near.get(0) + "`?");
    }
}
