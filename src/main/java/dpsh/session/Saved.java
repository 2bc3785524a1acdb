package dpsh.session;

import dpsh.store.Home;
import java.util.function.Consumer;

/**
 * What a session keeps beyond its end.
 *
 * @param preferences what the operator chose about the shell
 * @param profiles services and places under names
 * @param protection what may be changed
 * @param aliases the operator's own words
 * @param drafts requests under names
 */
public record Saved(
        Preferences preferences, Profiles profiles, ProtectionRules protection, Aliases aliases, Drafts drafts) {
    /**
     * All that is in a home.
     *
     * @param profile the one that the session began with
     * @param warning told of what cannot be understood
     */
    public static Saved in(
            Home home, ConfigFile file, Preferences preferences, String profile, Consumer<String> warning) {
        ConfigKeys.check(file, warning);
        return new Saved(
                preferences,
                new Profiles(file),
                new ProtectionRules(file, profile, warning),
                new Aliases(file),
                new Drafts(home));
    }
}
