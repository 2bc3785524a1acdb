package dpsh;

import dpsh.arm.DpshException;
import dpsh.session.ConfigFile;
import dpsh.session.Notices;
import dpsh.session.Preferences;
import dpsh.session.Profiles;
import dpsh.session.Saved;
import dpsh.session.SavedProfile;
import dpsh.store.Home;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run finds in its home, and keeps there. Each is read when it is first asked for, from any thread. */
final class Kept {
    private final PlainStart said;
    private final Map<String, String> environment;
    private final Notices notices;
    private final Home home;
    private final ConfigFile config;
    private final Preferences preferences;
    private @Nullable SavedProfile profile;
    private @Nullable Saved saved;

    /** @param said what the arguments say of the start */
    Kept(PlainStart said, Map<String, String> environment, Notices notices) {
        this.said = said;
        this.environment = environment;
        this.notices = notices;
        this.home = Home.of(said.home(), environment);
        this.config = new ConfigFile(home, notices::show);
        this.preferences = new Preferences(config);
    }

    Home home() {
        return home;
    }

    /** The lines that a session begins with; null when it shall begin without. */
    @Nullable
    Path init() {
        return said.init() ? home.init() : null;
    }

    /** What the operator chose about the shell; what they saved holds once it is recalled. */
    Preferences preferences() {
        return preferences;
    }

    /** The same, with what was saved: for the prompt. */
    Preferences recalled() {
        preferences.recall(notices::show);
        return preferences;
    }

    /**
     * The profile that this run works with.
     *
     * @throws DpshException.Usage when there is none of the name that was given
     */
    synchronized SavedProfile profile() {
        SavedProfile made = profile;
        if (made == null) {
            made = new Profiles(config)
                    .starting(said.profile(), said.service().sandbox(), environment.getOrDefault("DPSH_PROFILE", ""));
            profile = made;
        }
        return made;
    }

    /** All that is saved. */
    synchronized Saved saved() {
        Saved made = saved;
        if (made == null) {
            made = Saved.in(home, config, preferences, profile().name(), notices::show);
            saved = made;
        }
        return made;
    }
}
