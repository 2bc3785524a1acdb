package dpsh.command;

import dpsh.arm.SubscriptionId;
import dpsh.backup.DatasourceKind;
import dpsh.backup.Subscription;
import dpsh.client.Covered;
import dpsh.client.Pages;
import dpsh.client.Protectors;
import dpsh.session.Place;
import dpsh.session.Seen;
import dpsh.session.Sightings;
import dpsh.view.ExitCode;
import dpsh.view.Listing;
import dpsh.view.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes over the datasources where the line stands, with what protects each when that is asked for. */
final class Survey {
    /** Things are remembered so many at once. */
    private static final int PORTION = 1_000;

    private final Desk desk;
    private final @Nullable String kind;
    private final List<Seen> seen = new ArrayList<>();

    /** @param kind disk or blob; null for both */
    Survey(Desk desk, @Nullable String kind) {
        this.desk = desk;
        this.kind = kind;
    }

    /** One question to the service: a kind in a subscription. */
    record Question(
            DatasourceKind kind,
            SubscriptionId subscription,
            @Nullable String group) {}

    List<Question> questions() {
        Place place = desk.narrowed();
        List<Question> questions = new ArrayList<>();
        List<SubscriptionId> subscriptions = place.subscription() == null
                ? desk.service().resources().subscriptions().all().stream()
                        .map(Subscription::id)
                        .toList()
                : List.of(place.subscription());
        List<DatasourceKind> kinds =
                kind == null ? List.of(DatasourceKind.values()) : List.of(ListDatasourcesCommand.kind(kind));
        for (DatasourceKind wanted : kinds) {
            subscriptions.forEach(subscription -> questions.add(new Question(wanted, subscription, place.group())));
        }
        return questions;
    }

    /**
     * Shows the datasources with what protects each; partial when a vault or a subscription could not be read.
     *
     * @param shape makes of the datasources with their protection what is to be shown
     */
    <T> ExitCode covered(Function<Pages<Covered>, Pages<T>> shape, Function<List<T>, Listing> view) {
        List<Question> questions = questions();
        Protectors protectors = desk.service().coverage().protectors();
        Function<Question, Pages<T>> ask = question -> shape.apply(desk.service()
                .coverage()
                .datasources(question.kind(), question.subscription(), question.group(), protectors)
                .map(this::see));
        ExitCode code = desk.showEach(questions, ask, view);
        remember();
        for (Protectors.Unread place : protectors.unread()) {
            desk.note(
                    "warning: " + place.what() + " cannot be read, so what is protected there counts as unprotected: "
                            + desk.said(place.why()).text(),
                    Tone.WARNING);
        }
        return protectors.unread().isEmpty() ? code : ExitCode.PARTLY;
    }

    private Covered see(Covered covered) {
        seen.add(Sightings.of(covered.datasource()).standing(covered.hasInstance()));
        if (seen.size() == PORTION) {
            remember();
        }
        return covered;
    }

    private void remember() {
        desk.remember(seen);
        seen.clear();
    }
}
