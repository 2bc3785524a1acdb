package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.SubscriptionId;
import dpsh.backup.InstanceDraft;
import dpsh.session.Place;
import dpsh.session.Profile;
import dpsh.view.Cell;
import dpsh.view.Detail;
import dpsh.view.ExitCode;
import dpsh.view.JsonText;
import dpsh.view.Tone;
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
        description = "Where this session stands: service, place, draft, open operations.",
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
        String operations = operations();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("service", profile.label());
        json.put("endpoint", profile.endpoint());
        json.put("apiVersion", profile.apiVersion());
        json.put("subscription", text(place.subscription()));
        json.put("group", place.group());
        json.put("vault", text(place.vault()));
        json.put("readOnly", desk.settings().readOnly());
        json.put("draft", draft == null ? null : draft.name());
        json.put("openOperations", operations.matches("\\d+") ? Integer.valueOf(operations) : null);
        desk.show(Detail.of(
                List.of(
                        Detail.Field.of("service", profile.label()),
                        Detail.Field.of("endpoint", profile.endpoint()),
                        Detail.Field.of("api-version", profile.apiVersion()),
                        Detail.Field.of("subscription", text(place.subscription())),
                        Detail.Field.of("group", place.group()),
                        Detail.Field.of(
                                "vault",
                                place.vault() == null ? null : place.vault().name()),
                        Detail.Field.of(
                                "changes",
                                desk.settings().readOnly()
                                        ? Cell.of("refused (read-only)", Tone.WARNING)
                                        : Cell.of("allowed")),
                        Detail.Field.of("draft", draft == null ? null : draft.name()),
                        Detail.Field.of("open operations", operations)),
                JsonText.of(json)));
        return ExitCode.DONE;
    }

    private String operations() {
        try {
            return String.valueOf(desk.service().operations().list(true, 10_000).size());
        } catch (DpshException.LedgerUnavailable e) {
            return "unknown: " + desk.said(e).text();
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String text(@Nullable SubscriptionId value) {
        return value == null ? null : value.value();
    }
}
