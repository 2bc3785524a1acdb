package dpsh.session;

import dpsh.arm.Nearest;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The keys that the config may hold. One that nobody reads is told: somebody believes that it holds. */
final class ConfigKeys {
    private static final List<String> PREFIXES = List.of("alias.", "set.");
    private static final String PROFILE = "profile";
    private static final String MODE = "mode";
    private static final List<String> OF_A_PROFILE = List.of(
            "api-version",
            "cloud",
            "endpoint",
            "group",
            MODE,
            "sandbox",
            "speed",
            "subscription",
            "subscription-name",
            "vault");

    private ConfigKeys() {}

    /** @param warning told of each key that nobody reads, one line each */
    static void check(ConfigFile file, Consumer<String> warning) {
        for (String key : file.below("").keySet()) {
            String fault = fault(key);
            if (fault != null) {
                warning.accept("warning: " + file.where(key) + " is passed over: " + fault);
            }
        }
    }

    private static @Nullable String fault(String key) {
        if (key.equals(PROFILE) || PREFIXES.stream().anyMatch(key::startsWith)) {
            return null;
        }
        int dot = key.indexOf('.', PROFILE.length() + 1);
        if (!key.startsWith(PROFILE + ".") || dot < 0) {
            return "'" + key + "' is none of alias.NAME, profile, profile.NAME.KEY, set.NAME";
        }
        String own = key.substring(dot + 1);
        if (own.startsWith(MODE + "./") || OF_A_PROFILE.contains(own)) {
            return null;
        }
        if (own.startsWith(MODE + ".")) {
            return "'" + own
                    + "' protects nothing, because it names no ID; `protection set vault NAME protected` writes one";
        }
        String near = Nearest.question(Nearest.to(own, OF_A_PROFILE));
        return "a profile has no '" + own + "'" + (near == null ? "" : "; " + near);
    }
}
