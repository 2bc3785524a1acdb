package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a profile says about changes, for all of it, for subscriptions and for vaults. What is said of the vault counts before
 * what is said of its subscription, and that before what is said of the profile.
 */
public final class ProtectionRules {
    private static final String MODE = "mode";

    private final ConfigFile file;
    private final String profile;
    private final Consumer<String> warning;
    private @Nullable Object edition;
    private List<Rule> rules = List.of();

    /** @param warning told of a rule that cannot be understood, one line each */
    public ProtectionRules(ConfigFile file, String profile, Consumer<String> warning) {
        this.file = file;
        this.profile = profile;
        this.warning = warning;
    }

    /**
     * What is said of one scope.
     *
     * @param scope a vault or subscription; null for the whole profile
     */
    public record Rule(@Nullable ResourceId scope, Mode mode) {}

    /**
     * What holds for something, and why.
     *
     * @param vault the vault it is or lies in, or null
     * @param by the rule that says so; null when none does and it is open
     */
    public record Ruling(
            Mode mode, @Nullable ResourceId vault, @Nullable Rule by) {
        /** Why, for people: {@code the vault x is protected in the profile default}. */
        public String words(String profile) {
            ResourceId scope = by == null ? null : by.scope();
            String what = scope == null
                    ? ""
                    : "the " + (scope.isSubscription() ? "subscription " : "vault ") + scope.name() + " is ";
            return by == null
                    ? "nothing in the profile '" + profile + "' stands against it"
                    : scope == null
                            ? "the profile '" + profile + "' is " + mode.word()
                            : what + mode.word() + " in the profile '" + profile + "'";
        }
    }

    /** The profile that these are of. */
    public String profile() {
        return profile;
    }

    /** Reads again what another shell may have changed. */
    public void refresh() {
        file.refresh();
    }

    /** Why nobody knows the rules, or null: then nothing may be changed. */
    public @Nullable String unreadable() {
        return file.unreadable();
    }

    /** All rules: the profile's first. */
    public synchronized List<Rule> rules() {
        Object now = file.edition();
        if (now != edition) {
            edition = now;
            rules = read();
        }
        return rules;
    }

    private List<Rule> read() {
        List<Rule> read = new ArrayList<>();
        file.below(Profiles.prefix(profile)).forEach((key, word) -> {
            if (key.equals(MODE)) {
                read.add(0, new Rule(null, mode(key, word)));
            } else if (key.startsWith(MODE + "./")) {
                ResourceId scope = scope(key);
                if (scope != null) {
                    read.add(new Rule(scope, mode(key, word)));
                }
            }
        });
        return List.copyOf(read);
    }

    /** A word that is none counts as the strictest: somebody wanted something protected. */
    private Mode mode(String key, String word) {
        Mode mode = Mode.of(word);
        if (mode == null) {
            warning.accept("warning: " + file.where(Profiles.prefix(profile) + key) + ": '" + word
                    + "' is not open, protected or read-only; it counts as read-only");
        }
        return mode == null ? Mode.READ_ONLY : mode;
    }

    private @Nullable ResourceId scope(String key) {
        try {
            return ResourceId.parse(key.substring(MODE.length() + 1));
        } catch (DpshException.Usage e) {
            warning.accept(
                    "warning: " + file.where(Profiles.prefix(profile) + key) + " is passed over: " + e.getMessage());
            return null;
        }
    }

    /** What holds where the operator stands. */
    public Ruling of(Place place) {
        if (place.vault() != null) {
            return of(place.vault());
        }
        return place.subscription() == null
                ? ruling(null, null, rules())
                : of(ResourceId.ofSubscription(place.subscription()));
    }

    /** What holds for a resource. */
    public Ruling of(ResourceId resource) {
        return ruling(resource, rules());
    }

    private static Ruling ruling(ResourceId resource, List<Rule> rules) {
        ResourceId vault = resource;
        while (vault != null && !vault.isOf(Vault.TYPE)) {
            vault = vault.parent();
        }
        ResourceId subscription =
                resource.subscription() == null ? null : ResourceId.ofSubscription(resource.subscription());
        return ruling(vault, subscription, rules);
    }

    private static Ruling ruling(@Nullable ResourceId vault, @Nullable ResourceId subscription, List<Rule> rules) {
        Rule found = null;
        for (Rule rule : rules) {
            boolean holds = rule.scope() == null
                    || rule.scope().equals(vault)
                    || rule.scope().equals(subscription);
            boolean nearer = found == null
                    || found.scope() == null
                    || rule.scope() != null && rule.scope().equals(vault);
            if (holds && nearer) {
                found = rule;
            }
        }
        return new Ruling(found == null ? Mode.OPEN : found.mode(), vault, found);
    }

    /**
     * Says what holds for a scope. That it is open is written down only where something wider says otherwise.
     *
     * @param scope a vault or subscription; null for the whole profile
     */
    public void set(@Nullable ResourceId scope, Mode mode) {
        List<Rule> others = rules().stream()
                .filter(rule -> !Objects.equals(scope, rule.scope()))
                .toList();
        Mode otherwise = scope == null ? Mode.OPEN : ruling(scope, others).mode();
        String key = Profiles.prefix(profile) + MODE + (scope == null ? "" : "." + written(scope));
        if (mode == otherwise) {
            file.forget(key);
        } else {
            file.save(key, mode.word());
        }
    }

    /** The spelling that the scope's rule has already, or its own. */
    private String written(ResourceId scope) {
        for (Rule rule : rules()) {
            if (scope.equals(rule.scope())) {
                return String.valueOf(rule.scope());
            }
        }
        return scope.toString();
    }
}
