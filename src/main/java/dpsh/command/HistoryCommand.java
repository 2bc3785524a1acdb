package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.view.Cell;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.JsonText;
import dpsh.view.Listing;
import dpsh.view.Noun;
import dpsh.view.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The lines typed so far. */
@Command(
        name = "history",
        description = {
            "The lines typed so far, each once. A leading blank keeps a line out of it.",
            "Lines with secrets are never kept."
        },
        footer = {"history", "history 20", "history --search protect", "history --clear"})
final class HistoryCommand implements Callable<ExitCode>, Tabular {
    private static final List<Column> COLUMNS =
            List.of(Column.number("number"), Column.whole("time"), Column.of("line"));

    private final Desk desk;
    private final ShellSeat seat;

    @Parameters(arity = "0..1", paramLabel = "N", description = "Only the last N.")
    private @Nullable Integer last;

    @Option(names = "--search", paramLabel = "TEXT", description = "Only those with this in them, in any case.")
    private @Nullable String search;

    @Option(names = "--clear", description = "Forget all of them; asks.")
    private boolean clear;

    HistoryCommand(Desk desk, ShellSeat seat) {
        this.desk = desk;
        this.seat = seat;
    }

    /** Prints {@code    12  vault list}; other formats have the time, too. */
    @Override
    public ExitCode call() {
        List<ShellLines.Typed> all = seat.shell().history();
        if (all == null) {
            throw new DpshException.Usage("there is no history here", "lines are kept at the prompt", null);
        }
        if (last != null && last < 1) {
            throw new DpshException.Usage("'" + last + "' lines are none", "N is 1 or more", null);
        }
        if (clear) {
            desk.confirm("This forgets " + Noun.of("line").count(all.size()) + " for good.", "clear");
            seat.shell().forget();
            return ExitCode.DONE;
        }
        String wanted = search == null ? "" : search.toLowerCase(Locale.ROOT);
        List<ShellLines.Typed> found = all.stream()
                .filter(typed -> typed.line().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        List<ShellLines.Typed> shown =
                last == null ? found : found.subList(Math.max(0, found.size() - last), found.size());
        desk.showing().keep(() -> kept(shown), () -> show(shown));
        show(shown);
        return ExitCode.DONE;
    }

    private void show(List<ShellLines.Typed> lines) {
        if (desk.showing().inWords()) {
            desk.screen()
                    .result(page -> lines.forEach(
                            typed -> page.out().printf("%5d  %s%n", typed.number(), PlainText.of(typed.line()))));
        } else {
            desk.showing().print(listing(lines));
        }
    }

    private static List<?> kept(List<ShellLines.Typed> lines) {
        return lines.stream().map(typed -> JsonText.read(row(typed).raw())).toList();
    }

    private static Listing listing(List<ShellLines.Typed> lines) {
        return new Listing(
                Noun.of("line"),
                COLUMNS,
                lines.stream().map(HistoryCommand::row).toList(),
                null);
    }

    private static Listing.Row row(ShellLines.Typed typed) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", typed.number());
        json.put("time", typed.time().toString());
        json.put("line", typed.line());
        return new Listing.Row(
                List.of(
                        Cell.of(String.valueOf(typed.number())),
                        Cell.of(typed.time().toString()),
                        Cell.of(typed.line())),
                JsonText.of(json));
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }
}
