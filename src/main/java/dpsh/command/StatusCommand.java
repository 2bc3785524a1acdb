package dpsh.command;

import dpsh.arm.SubscriptionId;
import dpsh.backup.InstanceDraft;
import dpsh.session.Mode;
import dpsh.session.Place;
import dpsh.session.Preference;
import dpsh.session.Preferences;
import dpsh.session.Profile;
import dpsh.session.ProtectionRules;
import dpsh.view.Cell;
import dpsh.view.Detail;
import dpsh.view.ExitCode;
import dpsh.view.JsonText;
import dpsh.view.Tone;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Tells where the session stands, from what is known here: nothing is sent. */
@Reads
@Command(
        name = "status",
        description = "Where this session stands: service, place, draft, operations, what Tab knows.",
        footer = {"status", "status -o json"})
final class StatusCommand implements Callable<ExitCode> {
    private final Desk desk;

    StatusCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        Profile profile = desk.session().profile();
        Place place = desk.place();
        InstanceDraft draft = desk.session().draft();
        LocalState state = new LocalState(desk);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        ProtectionRules.Ruling ruling = desk.session().saved().protection().of(place);
        // Of the session, not of this line: `watch status` itself reads only.
        boolean readOnly = desk.session().defaults().readOnly();
        json.put("profile", profile.name());
        json.put("service", profile.label());
        json.put("endpoint", profile.endpoint());
        json.put("apiVersion", profile.apiVersion());
        json.put("subscription", text(place.subscription()));
        json.put("group", place.group());
        json.put("vault", text(place.vault()));
        json.put("readOnly", readOnly || ruling.mode() == Mode.READ_ONLY);
        json.put("mode", readOnly ? Mode.READ_ONLY.word() : ruling.mode().word());
        json.put("draft", draft == null ? null : draft.name());
        json.put("draftName", desk.session().draftName());
        json.put("openOperations", state.openOperations());
        json.put("known", state.knownJson());
        json.put("chosen", chosen());
        desk.show(Detail.of(
                List.of(
                        Detail.Field.of("profile", profile.name()),
                        Detail.Field.of("service", profile.label()),
                        Detail.Field.of("endpoint", profile.endpoint()),
                        Detail.Field.of("api-version", profile.apiVersion()),
                        Detail.Field.of("subscription", text(place.subscription())),
                        Detail.Field.of("group", place.group()),
                        Detail.Field.of(
                                "vault",
                                place.vault() == null ? null : place.vault().name()),
                        Detail.Field.of("changes", changes(readOnly, ruling)),
                        Detail.Field.of("draft", draft == null ? null : words(draft)),
                        Detail.Field.of("chosen", chosen()),
                        Detail.Field.of("open operations", state.operationsWords()),
                        Detail.Field.of("known to Tab", state.knownWords())),
                JsonText.of(json)));
        return ExitCode.DONE;
    }

    /** {@code refused (the vault x is read-only in the profile 'default')}. */
    private Cell changes(boolean readOnly, ProtectionRules.Ruling ruling) {
        String why = " (" + ruling.words(desk.session().profile().name()) + ")";
        if (readOnly) {
            return Cell.of("refused (read-only)", Tone.WARNING);
        }
        return switch (ruling.mode()) {
            case OPEN -> Cell.of("allowed");
            case PROTECTED -> Cell.of("asked for" + why, Tone.BAD);
            case READ_ONLY -> Cell.of("refused" + why, Tone.WARNING);
        };
    }

    private String words(InstanceDraft draft) {
        String name = desk.session().draftName();
        return draft.name() + (name == null ? "" : ", saved as " + name);
    }

    /** {@code output=json}: what differs from what holds unless chosen. */
    private List<String> chosen() {
        Preferences preferences = desk.session().preferences();
        return Arrays.stream(Preference.values())
                .filter(one -> !preferences.get(one).equals(one.words().get(0)))
                .map(one -> one.word() + "=" + preferences.get(one))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String text(@Nullable SubscriptionId value) {
        return value == null ? null : value.value();
    }
}
