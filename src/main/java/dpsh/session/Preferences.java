package dpsh.session;

import dpsh.arm.DpshException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the operator chose, and what holds otherwise. For any thread; what reads it shall ask each time. */
public final class Preferences {
    private final Map<Preference, String> chosen = new ConcurrentHashMap<>();

    /** The word that holds now. */
    public String get(Preference preference) {
        return chosen.getOrDefault(preference, preference.words().get(0));
    }

    /** Whether it is "on". */
    public boolean isOn(Preference preference) {
        return get(preference).equals("on");
    }

    /** Whether the operator chose it; false while the word that holds unless chosen holds. */
    public boolean isChosen(Preference preference) {
        return chosen.containsKey(preference);
    }

    /**
     * Chooses.
     *
     * @throws DpshException.Usage when the preference does not take this word, naming those that it takes
     */
    public void set(Preference preference, String word) {
        String value = word.strip().toLowerCase(Locale.ROOT);
        if (!preference.words().contains(value)) {
            throw new DpshException.Usage(
                    "'" + word + "' is nothing that '" + preference.word() + "' can be",
                    null,
                    "it takes " + String.join(", ", preference.words()));
        }
        chosen.put(preference, value);
    }

    /** Goes back to what holds unless chosen. */
    public void reset(Preference preference) {
        chosen.remove(preference);
    }
}
