package dpsh.command;

import dpsh.session.Preference;
import dpsh.session.Preferences;
import dpsh.view.Cell;
import dpsh.view.Column;
import dpsh.view.JsonText;
import dpsh.view.Listing;
import dpsh.view.Noun;
import dpsh.view.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be set, as rows. */
final class PreferenceRows {
    static final List<Column> COLUMNS = List.of(
            Column.whole("key"),
            Column.whole("value"),
            Column.whole("saved"),
            Column.of("choices"),
            Column.extra("what it is"));

    private final Preferences preferences;

    PreferenceRows(Preferences preferences) {
        this.preferences = preferences;
    }

    Listing listing(List<Preference> chosen) {
        return new Listing(
                Noun.of("setting"), COLUMNS, chosen.stream().map(this::row).toList(), null);
    }

    private Listing.Row row(Preference preference) {
        String holds = preferences.get(preference);
        String saved = preferences.saved(preference);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("key", preference.word());
        json.put("value", holds);
        json.put("default", preference.words().get(0));
        json.put("saved", saved);
        json.put("choices", preference.words());
        json.put("description", preference.description());
        return new Listing.Row(
                List.of(
                        Cell.of(preference.word()),
                        Cell.of(holds, preferences.isChosen(preference) ? Tone.HEADING : Tone.PLAIN),
                        Cell.of(saved),
                        Cell.of(String.join(", ", preference.words())),
                        Cell.of(preference.description())),
                JsonText.of(json));
    }
}
