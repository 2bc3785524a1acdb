package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.backup.Datasource;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Subscription;
import dpsh.client.Pages;
import dpsh.session.KnownIndex.Seen;
import dpsh.session.Place;
import dpsh.view.DatasourceView;
import dpsh.view.ExitCode;
import dpsh.view.Listing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists disks and storage accounts. */
@Command(
        name = "list",
        description = {
            "Disks and storage accounts, in all subscriptions that you can read.",
            "--subscription and --group narrow it."
        },
        footer = {"datasource list", "datasource list disk --unprotected"})
final class ListDatasourcesCommand implements Callable<ExitCode> {
    private final Desk desk;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            completionCandidates = DatasourceWords.class,
            description = "disk or blob; both otherwise.")
    private @Nullable String kind;

    @Option(names = "--unprotected", description = "Only those that no vault you can read protects.")
    private boolean unprotected;

    ListDatasourcesCommand(Desk desk) {
        this.desk = desk;
    }

    /** One question to the service: a kind in a subscription. */
    private record Question(
            DatasourceKind kind,
            SubscriptionId subscription,
            @Nullable String group) {}

    @Override
    public ExitCode call() {
        Set<ResourceId> covered = unprotected ? covered() : Set.of();
        return desk.showEach(
                questions(), question -> ask(question).only(one -> !covered.contains(one.id())), this::listed);
    }

    private List<Question> questions() {
        Place place = desk.narrowed();
        List<Question> questions = new ArrayList<>();
        List<SubscriptionId> subscriptions = place.subscription() == null ? readable() : List.of(place.subscription());
        for (DatasourceKind wanted : kind == null ? List.of(DatasourceKind.values()) : List.of(kind(kind))) {
            subscriptions.forEach(subscription -> questions.add(new Question(wanted, subscription, place.group())));
        }
        return questions;
    }

    private List<SubscriptionId> readable() {
        return desk.service().resources().subscriptions().all().stream()
                .map(Subscription::id)
                .toList();
    }

    private Pages<Datasource> ask(Question question) {
        return desk.service().resources().datasources(question.kind(), question.subscription(), question.group());
    }

    /** What any readable vault protects. */
    private Set<ResourceId> covered() {
        Set<ResourceId> covered = new HashSet<>();
        for (SubscriptionId subscription : readable()) {
            for (var vault : desk.service().backup().vaults(subscription, null).all()) {
                for (var instance :
                        desk.service().backup().instances(vault.id()).all()) {
                    if (instance.datasource() != null) {
                        covered.add(instance.datasource());
                    }
                }
            }
        }
        return covered;
    }

    private Listing listed(List<Datasource> datasources) {
        desk.remember(datasources.stream().map(ListDatasourcesCommand::seen).toList());
        return new DatasourceView().listing(datasources);
    }

    static Seen seen(Datasource datasource) {
        return new Seen(
                datasource.kind() == DatasourceKind.DISK ? "disk" : "account",
                datasource.id(),
                datasource.name(),
                datasource.location(),
                datasource.sku());
    }

    /** The kind that this word of the command line means. */
    static DatasourceKind kind(String word) {
        return Arrays.stream(DatasourceKind.values())
                .filter(one -> one.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new DpshException.Usage("'" + word + "' is no kind of datasource", null, "say disk or blob"));
    }
}
