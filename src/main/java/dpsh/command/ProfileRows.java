package dpsh.command;

import dpsh.session.Mode;
import dpsh.session.ProtectionRules;
import dpsh.session.SavedProfile;
import dpsh.session.Session;
import dpsh.view.Cell;
import dpsh.view.JsonText;
import dpsh.view.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is shown of a profile. */
final class ProfileRows {
    private final Desk desk;

    ProfileRows(Desk desk) {
        this.desk = desk;
    }

    private Session session() {
        return desk.session();
    }

    /** Whether this session works with it. */
    boolean isCurrent(SavedProfile profile) {
        return profile.name().equals(session().profile().name());
    }

    /** {@code this session; the next start}, or null. */
    @Nullable
    String part(SavedProfile profile) {
        boolean next = profile.name().equals(session().saved().profiles().chosen());
        return isCurrent(profile) ? (next ? "this session, next start" : "this session") : next ? "next start" : null;
    }

    @Nullable
    String place(SavedProfile profile) {
        return PlaceWords.of(profile.place(), profile.known(), profile.subscriptionName());
    }

    List<ProtectionRules.Rule> rules(SavedProfile profile) {
        return session().saved().profiles().protection(profile).rules();
    }

    Mode mode(SavedProfile profile) {
        return rules(profile).stream()
                .filter(rule -> rule.scope() == null)
                .map(ProtectionRules.Rule::mode)
                .findFirst()
                .orElse(Mode.OPEN);
    }

    static Cell cell(Mode mode) {
        return Cell.of(mode.word(), mode == Mode.OPEN ? Tone.PLAIN : mode == Mode.PROTECTED ? Tone.BAD : Tone.WARNING);
    }

    String json(SavedProfile profile) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", profile.name());
        json.put("current", isCurrent(profile));
        json.put("next", profile.name().equals(session().saved().profiles().chosen()));
        json.put("sandbox", profile.service().sandbox());
        json.put("endpoint", profile.service().endpoint());
        json.put("cloud", profile.service().cloud());
        json.put("apiVersion", profile.service().apiVersion());
        json.put("subscription", profile.place().subscription());
        json.put("group", profile.place().group());
        json.put("vault", profile.place().vault());
        json.put("mode", mode(profile).word());
        json.put(
                "rules",
                rules(profile).stream()
                        .filter(rule -> rule.scope() != null)
                        .map(ProfileRows::rule)
                        .toList());
        return JsonText.of(json);
    }

    static Map<String, @Nullable Object> rule(ProtectionRules.Rule rule) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", kind(rule));
        json.put("name", rule.scope() == null ? null : rule.scope().name());
        json.put("mode", rule.mode().word());
        json.put("id", rule.scope() == null ? null : rule.scope().toString());
        return json;
    }

    static String kind(ProtectionRules.Rule rule) {
        return rule.scope() == null ? "profile" : rule.scope().isSubscription() ? "subscription" : "vault";
    }
}
