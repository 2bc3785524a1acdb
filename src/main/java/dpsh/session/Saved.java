package dpsh.session;

import java.util.function.Consumer;

/**
 * What a session keeps beyond its end.
 *
 * @param preferences what the operator chose about the shell
 * @param profiles services and places under names
 * @param protection what may be changed
 */
public record Saved(Preferences preferences, Profiles profiles, ProtectionRules protection) {
    /**
     * All that is in a config.
     *
     * @param profile the one that the session began with
     * @param warning told of what cannot be understood
     */
    public static Saved in(ConfigFile file, Preferences preferences, String profile, Consumer<String> warning) {
        return new Saved(preferences, new Profiles(file), new ProtectionRules(file, profile, warning));
    }
}
