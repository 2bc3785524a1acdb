package dpsh.command;

import dpsh.session.KnownIndex;
import dpsh.session.Refresh;
import dpsh.view.CensusView;
import dpsh.view.Column;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings what Tab knows up to date, or tells how old it is. */
@Command(
        name = "refresh",
        description = {
            "List everything that Tab offers anew, now.",
            "At the prompt that happens by itself when it is older than ten minutes."
        },
        footer = {"refresh", "refresh --status"})
final class RefreshCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;

    @Option(names = "--status", description = "Ask nobody: only how much is known, and how old it is.")
    private boolean status;

    RefreshCommand(Desk desk) {
        this.desk = desk;
    }

    /** Prints how many of each kind are known; beside it where from, how old, and what is gone or could not be read. */
    @Override
    public ExitCode call() {
        KnownIndex known = desk.session().known();
        Refresh.Outcome outcome = status ? null : new Refresh(desk.service().bulk(), known, () -> {}).run();
        CensusView view = new CensusView(Instant.now());
        desk.show(view.listing(known.census()));
        if (outcome == null) {
            desk.note(view.age(known.refreshed()), Tone.DIM);
            if (known.trouble() != null) {
                desk.note("in the background it failed last: " + known.trouble(), Tone.WARNING);
            }
            return ExitCode.DONE;
        }
        desk.note(view.age(known.refreshed()) + (outcome.gone() == 0 ? "" : "; " + outcome.gone() + " gone"), Tone.DIM);
        for (String place : outcome.unread()) {
            desk.note("warning: " + place + " cannot be read", Tone.WARNING);
        }
        return outcome.unread().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
    }

    @Override
    public List<Column> columns() {
        return CensusView.COLUMNS;
    }
}
