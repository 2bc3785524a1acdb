package dpsh.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
                saved.profiles().names().forEach(name -> found.add(new Known(name, "", "profiles", true)));
            case "draft" -> saved.drafts().names().forEach(name -> found.add(new Known(name, "", "drafts", true)));
            case "word" ->
                saved.aliases().all().forEach((word, line) -> found.add(new Known(word, line, "aliases", true)));
            default -> {
                Preference preference = Preference.of(kind);
                if (preference != null) {
                    String usual = preference.words().get(0);
                    preference
                            .words()
                            .forEach(word ->
                                    found.add(new Known(word, word.equals(usual) ? "the default" : "", kind, true)));
                }
            }
        }
        return found;
    }
}
