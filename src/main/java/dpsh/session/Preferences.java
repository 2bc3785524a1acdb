package dpsh.session;

import dpsh.arm.DpshException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the operator chose, and what holds otherwise. For any thread; what reads it shall ask each time. What was saved holds
 * in the interactive shell only: where nobody looks, results do not depend on somebody's taste.
 */
public final class Preferences {
    private static final String PREFIX = "set.";

    private final Map<Preference, String> chosen = new ConcurrentHashMap<>();
    private final @Nullable ConfigFile file;

    /** Those of a session that saves nothing. */
    public Preferences() {
        this.file = null;
    }

    /** @param file what is saved is kept there; {@link #recall} reads it */
    public Preferences(ConfigFile file) {
        this.file = file;
    }

    /**
     * Takes over what was saved.
     *
     * @param warning told of a saved word that cannot be taken, one line each
     */
    public void recall(java.util.function.Consumer<String> warning) {
        if (file == null) {
            return;
        }
        file.below(PREFIX).forEach((word, value) -> {
            Preference preference = Preference.of(word);
            if (preference == null || !preference.words().contains(value.toLowerCase(Locale.ROOT))) {
                warning.accept("warning: " + file.where(PREFIX + word) + " is passed over: "
                        + (preference == null
                                ? "there is no preference '" + word + "'"
                                : "'" + word + "' takes " + String.join(", ", preference.words())));
            } else {
                chosen.putIfAbsent(preference, value.toLowerCase(Locale.ROOT));
            }
        });
    }

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

    /** The word that is saved, or null. */
    public @Nullable String saved(Preference preference) {
        String value = file == null ? null : file.get(PREFIX + preference.word());
        String word = value == null ? null : value.toLowerCase(Locale.ROOT);
        return preference.words().contains(String.valueOf(word)) ? word : null;
    }

    /**
     * Chooses, for this session.
     *
     * @throws DpshException.Usage when the preference does not take this word, naming those that it takes
     */
    public void set(Preference preference, String word) {
        chosen.put(preference, preference.checked(word));
    }

    /**
     * Chooses, for this session and those to come.
     *
     * @throws DpshException.Usage when the preference does not take this word, naming those that it takes
     * @throws DpshException.Refused when it cannot be saved
     */
    public void save(Preference preference, String word) {
        String value = preference.checked(word);
        if (file != null) {
            file.save(PREFIX + preference.word(), value);
        }
        chosen.put(preference, value);
    }

    /** Goes back to what holds unless chosen, for this session. */
    public void reset(Preference preference) {
        chosen.remove(preference);
    }

    /**
     * The same, for this session and those to come.
     *
     * @throws DpshException.Refused when it cannot be saved
     */
    public void forget(Preference preference) {
        if (file != null && file.get(PREFIX + preference.word()) != null) {
            file.forget(PREFIX + preference.word());
        }
        chosen.remove(preference);
    }
}
