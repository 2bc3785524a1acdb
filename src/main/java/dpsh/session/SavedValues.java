package dpsh.session;

import dpsh.arm.DpshException;
import dpsh.backup.InstanceDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What a session keeps, for Tab: names of profiles, drafts and aliases, and the words that a preference takes. */
public final class SavedValues implements KnownValues {
    private final Saved saved;

    public SavedValues(Saved saved) {
        this.saved = saved;
    }

    @Override
    public List<Known> candidates(String kind, String prefix) {
        String typed = prefix.toLowerCase(Locale.ROOT);
        return all(kind).stream()
                .filter(known -> known.value().toLowerCase(Locale.ROOT).startsWith(typed))
                .toList();
    }

    private List<Known> all(String kind) {
        List<Known> found = new ArrayList<>();
        switch (kind) {
            case "profile" ->
                saved.profiles()
                        .names()
                        .forEach(name -> found.add(new Known(name, about(() -> service(name)), "profiles", true)));
            case "draft" ->
                saved.drafts()
                        .names()
                        .forEach(name -> found.add(new Known(name, about(() -> draft(name)), "drafts", true)));
            case "word" ->
                saved.aliases().all().forEach((word, line) -> found.add(new Known(word, line, "aliases", true)));
            default -> {
                Preference preference = Preference.of(kind);
                if (preference != null) {
                    preference.words().forEach(word -> found.add(new Known(word, about(preference, word), kind, true)));
                }
            }
        }
        return found;
    }

    private static String about(Preference preference, String word) {
        String what = preference.description().replaceFirst("\\.$", "");
        return word.equals(preference.words().get(0)) ? what + "; the default" : what;
    }

    private String service(String profile) {
        return saved.profiles().find(profile).service().words();
    }

    /** "disk msdiskbackup with DiskBackup-Policy". */
    private String draft(String name) {
        InstanceDraft draft = saved.drafts().find(name);
        return draft.kind().word() + " " + draft.datasource().name() + " with "
                + draft.policy().name();
    }

    private static String about(Supplier<String> words) {
        try {
            return words.get();
        } catch (DpshException.Usage broken) {
            return "cannot be read"; // its file says something else; the Tab key has nobody to tell
        }
    }
}
