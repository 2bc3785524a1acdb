package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import dpsh.arm.ResourceId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The profiles in the config. {@code default} and {@code sandbox} are always there. */
public final class Profiles {
    private static final String CHOSEN = "profile";
    private static final int LONGEST_NAME = 40;
    private static final Set<String> PLACE = Set.of("subscription", "subscription-name", "group", "vault");

    private final ConfigFile file;

    public Profiles(ConfigFile file) {
        this.file = file;
    }

    /**
     * The profile that a start works with.
     *
     * @param named what the command line says, or null
     * @param sandbox whether the command line asks for the embedded service
     * @param environment what {@code DPSH_PROFILE} says; empty counts as unset
     * @throws DpshException.Usage when there is none of that name
     */
    public SavedProfile starting(@Nullable String named, boolean sandbox, String environment) {
        if (named != null) {
            return find(named);
        }
        if (sandbox) {
            return find(SavedProfile.SANDBOX);
        }
        if (!environment.isEmpty()) {
            return find(environment);
        }
        return find(chosen());
    }

    /** The one that dpsh starts with unless told otherwise. */
    public String chosen() {
        String chosen = file.get(CHOSEN);
        return chosen == null ? SavedProfile.DEFAULT : chosen;
    }

    /** Has dpsh start with this one from now on. */
    public void choose(SavedProfile profile) {
        file.save(CHOSEN, profile.name());
    }

    /** Their names. */
    public List<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(SavedProfile.DEFAULT, SavedProfile.SANDBOX));
        for (String key : file.below("profile.").keySet()) {
            int dot = key.indexOf('.');
            if (dot > 0) {
                names.add(key.substring(0, dot));
            }
        }
        return List.copyOf(names);
    }

    /**
     * The profile of this name.
     *
     * @throws DpshException.Usage when there is none, naming those that there are
     */
    public SavedProfile find(String given) {
        String name = given.strip();
        List<String> names = names();
        if (!names.contains(name)) {
            List<String> near = Nearest.to(name, names);
            throw new DpshException.Usage(
                    "there is no profile '" + name + "'",
                    "there are " + String.join(", ", names),
                    near.isEmpty() ? "`profile create` makes one" : "did you mean " + near.get(0) + "?");
        }
        Map<String, String> values = file.below(prefix(name));
        String sandbox = values.getOrDefault("sandbox", String.valueOf(name.equals(SavedProfile.SANDBOX)));
        return new SavedProfile(
                name,
                new ServiceChoice(
                        sandbox.equalsIgnoreCase("true"),
                        values.get("endpoint"),
                        values.get("cloud"),
                        values.get("api-version"),
                        speed(name, values.get("speed"))),
                new PlaceNames(values.get("subscription"), values.get("group"), values.get("vault")),
                values.get("subscription-name"));
    }

    private @Nullable Double speed(String profile, @Nullable String written) {
        try {
            return written == null ? null : Double.valueOf(written);
        } catch (NumberFormatException e) {
            throw new DpshException.Usage(
                    "'" + written + "' is no speed", file.where(prefix(profile) + "speed") + " says so", null);
        }
    }

    /**
     * Writes a new profile down.
     *
     * @throws DpshException.Usage when the name is taken, or can be none
     */
    public void create(String name, ServiceChoice service, Place place, @Nullable String subscriptionName) {
        if (!isName(name)) {
            throw new DpshException.Usage(
                    "'" + name + "' can be no profile's name",
                    "one has letters, digits, - and _, at most " + LONGEST_NAME,
                    null);
        }
        if (names().stream().anyMatch(name::equalsIgnoreCase)) {
            throw new DpshException.Usage(
                    "there is a profile '" + name + "' already",
                    null,
                    "`profile delete " + name + "` forgets it, `use --save` changes its place");
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (service.sandbox()) {
            values.put("sandbox", "true");
        } else if (service.endpoint() != null) {
            values.put("endpoint", service.endpoint());
        } else {
            values.put("cloud", service.cloud() == null ? "public" : service.cloud());
        }
        if (service.apiVersion() != null) {
            values.put("api-version", service.apiVersion());
        }
        if (service.speed() != null) {
            values.put("speed", String.valueOf(service.speed()));
        }
        values.putAll(of(place, subscriptionName));
        file.save(prefixed(name, values), Set.of());
    }

    /** What a profile protects. */
    public ProtectionRules protection(SavedProfile profile) {
        return new ProtectionRules(file, profile.name(), words -> {});
    }

    /** Forgets a profile with everything in it. */
    public void delete(SavedProfile profile) {
        Set<String> gone = new LinkedHashSet<>();
        file.below(prefix(profile.name())).keySet().forEach(key -> gone.add(prefix(profile.name()) + key));
        if (profile.name().equals(file.get(CHOSEN))) {
            gone.add(CHOSEN);
        }
        file.save(Map.of(), gone);
    }

    /** Has sessions of this profile begin at a place. */
    public void stand(String profile, Place place, @Nullable String subscriptionName) {
        Map<String, String> values = prefixed(profile, of(place, subscriptionName));
        Set<String> gone = new LinkedHashSet<>();
        for (String key : PLACE) {
            if (!values.containsKey(prefix(profile) + key)) {
                gone.add(prefix(profile) + key);
            }
        }
        file.save(values, gone);
    }

    private static Map<String, String> of(Place place, @Nullable String subscriptionName) {
        Map<String, String> values = new LinkedHashMap<>();
        if (place.vault() != null) {
            values.put("vault", place.vault().toString());
        } else if (place.subscription() != null && place.group() != null) {
            values.put(
                    "group",
                    ResourceId.ofGroup(place.subscription(), place.group()).toString());
        } else if (place.subscription() != null) {
            values.put(
                    "subscription",
                    ResourceId.ofSubscription(place.subscription()).toString());
        }
        if (!values.isEmpty() && subscriptionName != null) {
            values.put("subscription-name", subscriptionName);
        }
        return values;
    }

    private static Map<String, String> prefixed(String profile, Map<String, String> values) {
        Map<String, String> prefixed = new LinkedHashMap<>();
        values.forEach((key, value) -> prefixed.put(prefix(profile) + key, value));
        return prefixed;
    }

    static String prefix(String profile) {
        return "profile." + profile + ".";
    }

    /** Whether the text is a word that can be a part of a key and of a file's name. */
    static boolean isName(String name) {
        boolean plain = name.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || c == '-' || c == '_');
        return plain && !name.isEmpty() && name.length() <= LONGEST_NAME && !name.startsWith("-");
    }
}
