package dpsh.command;

import dpsh.session.Preference;
import java.util.ArrayList;
import java.util.List;

/** What {@code set} can choose. */
final class PreferenceWords extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    PreferenceWords() {
        super(List.of(Preference.values()).stream().map(Preference::word).toList());
    }
}
