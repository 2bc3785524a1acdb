package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.arm.ResourceId;
import dpsh.arm.SubscriptionId;
import dpsh.client.Pages;
import dpsh.client.Service;
import dpsh.session.Finder;
import dpsh.session.Place;
import dpsh.session.PlaceNames;
import dpsh.session.PlainName;
import dpsh.session.Seen;
import dpsh.session.Session;
import dpsh.session.Settings;
import dpsh.session.VaultFinder;
import dpsh.view.Cell;
import dpsh.view.Detail;
import dpsh.view.ExitCode;
import dpsh.view.Format;
import dpsh.view.Listing;
import dpsh.view.PlainText;
import dpsh.view.Said;
import dpsh.view.Sentences;
import dpsh.view.Tone;
import dpsh.view.View;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a command works at: where its line stands, the service, and the screen to show results on. */
final class Desk {
    private final Supplier<Session> session;
    private final StartOptions options;
    private final Sentences sentences;
    private final InputStream input;
    private final Showing showing;
    private final Guard guard = new Guard(this);
    /** Looked up once for each line. */
    private @Nullable Place place;

    private @Nullable FollowUp following;

    Desk(Supplier<Session> session, StartOptions options, Sentences sentences, InputStream input) {
        this.session = session;
        this.showing = new Showing(session);
        this.options = options;
        this.sentences = sentences;
        this.input = input;
    }

    /** A line begins on this screen; what it shows must be understood. */
    void begin(Screen on) {
        place = null;
        showing.begin(on);
        guard.begin();
    }

    /** Keeps what the operator protected. */
    Guard guard() {
        return guard;
    }

    /** The line ended. */
    void end() {
        showing.end();
    }

    /** What shows this line's results. */
    Showing showing() {
        return showing;
    }

    /** These lines are carried out once this one has ended. */
    void follow(FollowUp lines) {
        following = lines;
    }

    /** What is to be carried out behind the line that ended; told once. */
    @Nullable
    FollowUp following() {
        FollowUp lines = following;
        following = null;
        return lines;
    }

    /** What Groovy in this line works with. */
    Workbench workbench() {
        return new Workbench(session(), this::place, this::narrowed, screen(), showing.results(), this::confirm);
    }

    /** What {@code -} in place of a file means: the stage before this one in a pipe, else the process's standard input. */
    InputStream input() {
        InputStream own = screen().input();
        return own == null ? input : own;
    }

    Session session() {
        return session.get();
    }

    Service service() {
        return session().service();
    }

    Screen screen() {
        return showing.screen();
    }

    Settings settings() {
        return session().current();
    }

    Format format() {
        return showing.results().format();
    }

    /** Where the line stands: the session's place with the line's own options laid over it. */
    Place place() {
        Place known = place;
        if (known != null) {
            return known;
        }
        Place found = named(options.place(), stood());
        place = found;
        return found;
    }

    /** The session moved: the line stands where it stands now. */
    void moved() {
        place = null;
    }

    /** Where the session stands, whatever the line says. */
    private Place stood() {
        PlaceNames start = session().start();
        if (start != null) {
            session().startAt(PlaceNames.NONE);
            session().stand(named(start, session().place()));
        }
        return session().place();
    }

    /** The vault that the line names, or the session's; what the line is narrowed to does not count. */
    @Nullable
    ResourceId vault() {
        if (options.vault == null) {
            return stood().vault();
        }
        return new Finder(service(), stood()).vault(options.vault).id();
    }

    /** What a search is narrowed to, as it was named: by the line's options, else by a group that the session stands in. */
    PlaceNames narrowing() {
        if (options.subscription != null || options.group != null) {
            return new PlaceNames(options.subscription, options.group, null);
        }
        Place here = stood();
        boolean inGroup = here.vault() == null && here.subscription() != null && here.group() != null;
        return inGroup
                ? new PlaceNames(
                        null,
                        ResourceId.ofGroup(here.subscription(), here.group()).toString(),
                        null)
                : PlaceNames.NONE;
    }

    /** Whether the line itself names no place at all. */
    boolean narrowsNothing() {
        return options.place().isEmpty();
    }

    /** Whether the line itself names a vault. */
    boolean namesVault() {
        return options.vault != null;
    }

    private Place named(PlaceNames names, Place from) {
        Place place = from;
        if (names.subscription() != null) {
            place = Place.in(subscription(names.subscription()));
        }
        if (names.group() != null) {
            place = inGroup(names.group(), place);
        }
        if (names.vault() != null) {
            place = Place.at(new Finder(service(), place).vault(names.vault()).id());
        }
        return place;
    }

    /** Looks names up from where the line stands. */
    Finder finder() {
        return new Finder(service(), place(), session().known());
    }

    /** Looks up what lies in the vault where the line stands. */
    VaultFinder vaultFinder() {
        return new VaultFinder(service().backup(), () -> finder().vault(null));
    }

    /** The service's clock, now. */
    Instant serviceTime() {
        return service().clock().now();
    }

    private SubscriptionId subscription(String given) {
        return new Finder(service(), Place.NOWHERE).subscription(given).id();
    }

    private static Place inGroup(String given, Place place) {
        if (ResourceId.looksLikeId(given)) {
            ResourceId id = ResourceId.parse(given);
            if (!id.isGroup()) {
                throw new DpshException.Usage("'" + given + "' is no resource group", "its type is " + id.type(), null);
            }
            return Place.inGroup(id);
        }
        if (place.subscription() == null) {
            throw new DpshException.Usage(
                    "the group '" + given + "' is in no subscription yet",
                    null,
                    "add --subscription NAME, or give the group's ID");
        }
        return Place.inGroup(ResourceId.ofGroup(place.subscription(), PlainName.of("resource group", given)));
    }

    /** Where a list of other providers' resources is narrowed to: by the line's options only, not by the vault. */
    Place narrowed() {
        boolean chosen = options.subscription != null || options.group != null;
        Place here = place();
        return chosen || here.vault() == null && here.group() != null ? here : Place.NOWHERE;
    }

    /** The speed that was asked for on the command line. */
    double speed(double otherwise) {
        return options.speed == null ? otherwise : options.speed;
    }

    /** The estate that was named on the command line. */
    @Nullable
    Path estate() {
        return options.estate;
    }

    /** The home that was named on the command line. */
    @Nullable
    Path home() {
        return options.home;
    }

    /** How long a line waits for one operation. */
    Duration operationDeadline() {
        return settings().operationDeadline();
    }

    /** How long a line waits for granted roles to act. */
    Duration grantDeadline() {
        return settings().grantDeadline();
    }

    /** Keeps what was listed for Tab. */
    void remember(List<Seen> seen) {
        session().known().remember(seen);
    }

    /** Shows a list of what is no domain value; the session keeps its JSON. */
    void show(Listing listing) {
        showing.show(listing);
    }

    /** Shows what is no domain value; the session keeps its JSON. */
    void show(Detail detail) {
        showing.show(detail);
    }

    /** Shows one thing; the session keeps it. */
    <T> void show(View<T> view, T thing) {
        showing.show(view, thing);
    }

    /** Shows things; the session keeps them. */
    <T> void show(View<T> view, List<T> things) {
        showing.show(view, things);
    }

    /**
     * Shows a list of the service, to its end, as the pages arrive. One that breaks off is shown as far as it came and marked
     * as partial.
     *
     * @return the exit code: {@link ExitCode#PARTLY} when it broke off after a page
     */
    <T> ExitCode show(Pages<T> pages, Function<List<T>, Listing> view) {
        return showEach(List.of(pages), one -> one, view);
    }

    /**
     * The same over several lists that are shown as one, such as one for each subscription. One of several that may not be read
     * makes the whole partial, and the others are shown.
     */
    <Q, T> ExitCode showEach(List<Q> questions, Function<Q, Pages<T>> ask, Function<List<T>, Listing> view) {
        return new ListRun<>(this, view).run(questions, ask);
    }

    /** A word on standard error, on a line of its own. */
    void note(String text, Tone tone) {
        showing.note(text, tone);
    }

    /** Spans on standard error, on a line of their own. */
    void say(Cell cell) {
        showing.say(cell);
    }

    /** How an error is said. */
    Said said(Throwable error) {
        return sentences.say(error);
    }

    /**
     * Asks before something that cannot be undone.
     *
     * @param consequence what happens to the data, as a sentence
     * @param word what must be typed to go on
     * @throws DpshException.Usage when there is nobody to ask
     * @throws DpshException.Refused when the answer was another
     */
    void confirm(String consequence, String word) {
        if (settings().yes() || settings().showRequest()) {
            return;
        }
        String answer = screen().ask(PlainText.of(consequence) + " Type " + PlainText.of(word) + " to go on:");
        if (answer == null) {
            throw new DpshException.Usage(
                    "this must be confirmed, and there is nobody to ask", consequence, "add --yes to a script");
        }
        if (!answer.equals(word)) {
            throw new DpshException.Refused("not confirmed", "nothing was changed", null);
        }
    }
}
