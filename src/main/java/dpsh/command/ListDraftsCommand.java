package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.backup.InstanceDraft;
import dpsh.session.Session;
import dpsh.view.Cell;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.JsonText;
import dpsh.view.Listing;
import dpsh.view.Noun;
import dpsh.view.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Lists the current draft and the saved ones. */
@Command(
        name = "list",
        description = "The drafts there are; the current one is marked.",
        footer = {"draft list"})
final class ListDraftsCommand implements Callable<ExitCode>, Tabular {
    private static final List<Column> COLUMNS = List.of(
            Column.whole("draft"),
            Column.of("datasource"),
            Column.of("policy"),
            Column.of("vault"),
            Column.whole("current"));

    private final Desk desk;

    ListDraftsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        Session session = desk.session();
        List<Listing.Row> rows = new ArrayList<>();
        InstanceDraft current = session.draft();
        if (current != null && session.draftName() == null) {
            rows.add(row(null, current, true));
        }
        for (String name : session.saved().drafts().names()) {
            rows.add(saved(name));
        }
        desk.show(new Listing(Noun.of("draft"), COLUMNS, rows, null));
        return ExitCode.DONE;
    }

    /** One whose file somebody broke is listed as that. */
    private Listing.Row saved(String name) {
        try {
            boolean current = name.equals(desk.session().draftName());
            return row(name, desk.session().saved().drafts().find(name), current);
        } catch (DpshException.Usage broken) {
            Map<String, String> json = new LinkedHashMap<>();
            json.put("draft", name);
            json.put("error", String.valueOf(broken.getMessage()));
            return new Listing.Row(
                    List.of(Cell.of(name), Cell.of("cannot be read", Tone.BAD), Cell.NONE, Cell.NONE, Cell.NONE),
                    JsonText.of(json));
        }
    }

    private static Listing.Row row(@Nullable String name, InstanceDraft draft, boolean current) {
        ResourceId vault = draft.policy().parent();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("draft", name);
        json.put("current", current);
        json.put("instance", draft.name());
        json.put("datasource", draft.datasource().toString());
        json.put("policy", draft.policy().toString());
        return new Listing.Row(
                List.of(
                        name == null ? Cell.of("not saved", Tone.DIM) : Cell.of(name),
                        Cell.of(draft.datasource().name()),
                        Cell.of(draft.policy().name()),
                        Cell.of(vault == null ? null : vault.name()),
                        current ? Cell.of("yes", Tone.GOOD) : Cell.NONE),
                JsonText.of(json));
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }
}
