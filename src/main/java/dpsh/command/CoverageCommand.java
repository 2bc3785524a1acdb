package dpsh.command;

import dpsh.client.Covered;
import dpsh.view.Column;
import dpsh.view.CoverageView;
import dpsh.view.ExitCode;
import dpsh.view.Tone;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what is protected, what is not, and why. */
@Reads
@Command(
        name = "coverage",
        description = {
            "What is protected, what is not, and why.",
            "In all subscriptions that you can read; --subscription and --group narrow it."
        },
        footer = {"coverage", "coverage disk --unprotected --subscription \"Backup Operations\""})
final class CoverageCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;
    private final Map<Covered.Standing, Integer> counts = new EnumMap<>(Covered.Standing.class);

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            completionCandidates = DatasourceWords.class,
            description = "disk or blob; both otherwise.")
    private @Nullable String kind;

    @Option(names = "--unprotected", description = "Leave out those of which backups are made.")
    private boolean unprotected;

    CoverageCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        counts.clear();
        ExitCode code = new Survey(desk, kind)
                .covered(
                        all -> all.map(this::counted)
                                .only(one -> !unprotected || one.standing() != Covered.Standing.PROTECTED),
                        new CoverageView()::listing);
        desk.note(summary(), Tone.DIM);
        return code;
    }

    private Covered counted(Covered one) {
        counts.merge(one.standing(), 1, Integer::sum);
        return one;
    }

    /** "3 protected, 1 failing, 14 unprotected". */
    private String summary() {
        return counts.isEmpty()
                ? "nothing that could be protected"
                : counts.entrySet().stream()
                        .map(one -> one.getValue() + " " + one.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    @Override
    public List<Column> columns() {
        return CoverageView.COLUMNS;
    }
}
