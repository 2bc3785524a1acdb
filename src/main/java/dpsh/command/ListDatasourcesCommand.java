package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.client.Covered;
import dpsh.session.Sightings;
import dpsh.view.Column;
import dpsh.view.DatasourceView;
import dpsh.view.ExitCode;
import dpsh.view.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists disks and storage accounts. */
@Reads
@Command(
        name = "list",
        description = {
            "Disks and storage accounts, in all subscriptions that you can read.",
            "--subscription and --group narrow it."
        },
        footer = {"datasource list", "datasource list disk --unprotected"})
final class ListDatasourcesCommand implements Callable<ExitCode>, Tabular {
    private final Desk desk;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            completionCandidates = DatasourceWords.class,
            description = "disk or blob; both otherwise.")
    private @Nullable String kind;

    @Option(names = "--unprotected", description = "Only those that no vault you can read protects.")
    private boolean unprotected;

    @Option(names = "--protected", description = "Only those that have a backup instance, well or not.")
    private boolean isProtected;

    ListDatasourcesCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ExitCode call() {
        if (unprotected && isProtected) {
            throw new DpshException.Usage(
                    "--protected and --unprotected exclude each other", null, "leave both out for all of them");
        }
        Survey survey = new Survey(desk, kind);
        if (unprotected || isProtected) {
            return survey.covered(
                    covered -> covered.only(one -> one.hasInstance() == isProtected)
                            .map(Covered::datasource),
                    this::listed);
        }
        return desk.showEach(
                survey.questions(),
                question -> desk.service()
                        .resources()
                        .datasources(question.kind(), question.subscription(), question.group()),
                this::listed);
    }

    private Listing listed(List<Datasource> datasources) {
        desk.remember(datasources.stream().map(Sightings::of).toList());
        return kind == null ? DatasourceView.mixed(datasources) : new DatasourceView().listing(datasources);
    }

    /** The kind that this word of the command line means. */
    static DatasourceKind kind(String word) {
        return Arrays.stream(DatasourceKind.values())
                .filter(one -> one.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new DpshException.Usage("'" + word + "' is no kind of datasource", null, "say disk or blob"));
    }

    @Override
    public List<Column> columns() {
        return DatasourceView.COLUMNS;
    }
}
