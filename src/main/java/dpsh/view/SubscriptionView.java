package dpsh.view;

import dpsh.backup.Subscription;
import java.util.List;

/** Subscriptions: name, ID, state. */
public final class SubscriptionView implements View<Subscription> {
    private static final Noun NOUN = Noun.of("subscription");
    private static final List<Column> COLUMNS =
            List.of(Column.of("name"), Column.of("subscription"), Column.whole("state"));

    @Override
    public Listing listing(List<Subscription> subscriptions) {
        return new Listing(
                NOUN,
                COLUMNS,
                subscriptions.stream()
                        .map(s -> new Listing.Row(
                                List.of(Cell.of(s.displayName()), Cell.of(s.id().value()), state(s)), s.raw()))
                        .toList(),
                null);
    }

    @Override
    public Detail detail(Subscription subscription) {
        return Detail.of(
                List.of(
                        Detail.Field.of("name", subscription.displayName()),
                        Detail.Field.of("subscription", subscription.id().value()),
                        Detail.Field.of("state", state(subscription))),
                subscription.raw());
    }

    private static Cell state(Subscription subscription) {
        boolean enabled = subscription.state().equalsIgnoreCase("Enabled");
        return Cell.of(subscription.state(), enabled ? Tone.PLAIN : Tone.WARNING);
    }
}
