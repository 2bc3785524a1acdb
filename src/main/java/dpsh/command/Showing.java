package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.session.Preference;
import dpsh.session.Preferences;
import dpsh.session.Session;
import dpsh.session.Shape;
import dpsh.view.Cell;
import dpsh.view.Detail;
import dpsh.view.Format;
import dpsh.view.JsonText;
import dpsh.view.Listing;
import dpsh.view.PlainText;
import dpsh.view.RequestText;
import dpsh.view.Results;
import dpsh.view.Shaping;
import dpsh.view.TimeStyle;
import dpsh.view.Tone;
import dpsh.view.ValueView;
import dpsh.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows what a line found, in the way that the line asks for, and keeps it for {@code _}. */
final class Showing {
    private final Supplier<Session> session;
    private final List<RequestText> requests = new ArrayList<>();
    private @Nullable Screen screen;
    private @Nullable Runnable again;
    private @Nullable Tap tap;
    private Results results = Results.in(Format.TABLE);

    Showing(Supplier<Session> session) {
        this.session = session;
    }

    /**
     * A line begins on this screen.
     *
     * @throws dpsh.arm.DpshException.Usage when its format, its query or its columns cannot be understood
     */
    void begin(Screen on) {
        screen = on;
        requests.clear();
        Shape shape = session.get().current().shape();
        Preferences chosen = session.get().preferences();
        results = new Results(
                Format.of(session.get().current().output()),
                Shaping.of(shape.query(), shape.columns(), shape.sort()),
                chosen.isChosen(Preference.TIMES) ? TimeStyle.of(chosen.get(Preference.TIMES)) : null);
    }

    /** Whatever is shown is given to this, too; null ends that. */
    void tap(@Nullable Tap to) {
        tap = to;
    }

    /** The line ended: the requests that were shown in place of being sent are printed, in their order. */
    void end() {
        if (!requests.isEmpty()) {
            screen().result(page -> RequestText.print(requests, results.format(), page));
            requests.clear();
        }
    }

    /** A request that was not sent. */
    void shown(RequestText request) {
        requests.add(request);
    }

    Screen screen() {
        if (screen == null) {
            throw new IllegalStateException("no line is being carried out");
        }
        return screen;
    }

    /** Whether the line wants the usual words where there is no table: no other format, and no part of the result. */
    boolean inWords() {
        return results.format() == Format.TABLE && results.shaping().equals(Shaping.NONE);
    }

    Results results() {
        return results;
    }

    /** Shows a list of what is no domain value; the session keeps its JSON. */
    void show(Listing listing) {
        show(listing, () -> listing.rows().stream()
                .map(row -> JsonText.read(row.raw()))
                .toList());
    }

    /** Shows what is no domain value; the session keeps its JSON. */
    void show(Detail detail) {
        show(detail, () -> JsonText.read(detail.raw()));
    }

    /** Shows one thing; the session keeps it. */
    <T> void show(View<T> view, T thing) {
        show(view.detail(thing), () -> thing);
    }

    /** Shows things; the session keeps them. */
    <T> void show(View<T> view, List<T> things) {
        show(view.listing(things), () -> things);
    }

    /** Shows a list. @param kept what the session keeps of it */
    void show(Listing listing, Supplier<? extends @Nullable Object> kept) {
        keep(kept, () -> print(listing));
        print(listing);
    }

    /** Shows a request's body, which is no table: as JSON, unless another format or a part of it is asked for. */
    void showBody(String json) {
        keep(() -> JsonText.read(json), () -> printBody(json));
        printBody(json);
    }

    private void printBody(String json) {
        Format format = results.format();
        if (asks() || format.isJson() || format == Format.YAML) {
            print(Detail.of(List.of(), json));
        } else {
            screen().result(page -> page.out().print(JsonText.pretty(json) + "\n"));
        }
    }

    /** Rows are shown. */
    void tapped(Listing rows) {
        if (tap != null) {
            tap.take(rows);
        }
    }

    private void show(Detail detail, Supplier<? extends @Nullable Object> kept) {
        keep(kept, () -> print(detail));
        print(detail);
    }

    /** Shows a value that is no domain value's list or record by itself, as its kind is shown. */
    void show(ValueView values, Object value) {
        keep(() -> value, () -> print(values, value));
        print(values, value);
    }

    /**
     * Keeps what a line shows by itself.
     *
     * @param kept what {@code _} is in an expression
     * @param shows shows it again in the way of the line that asks then
     */
    void keep(Supplier<? extends @Nullable Object> kept, Runnable shows) {
        session.get().showed(kept);
        again = shows;
    }

    /** Shows the last result again. */
    void again() {
        if (again == null) {
            throw new DpshException.Usage("there is no last result", "nothing was shown yet", null);
        }
        again.run();
    }

    /** Shows a list without keeping it. */
    void print(Listing listing) {
        tapped(listing);
        if (!asks()) {
            screen().result(page -> results.print(listing, page));
            return;
        }
        answer(results.ask(listing));
        if (listing.partialBecause() != null) {
            note("the query was put to a partial list: " + listing.partialBecause(), Tone.WARNING);
        }
    }

    private void print(Detail detail) {
        if (tap != null) {
            tap.take(detail);
        }
        if (asks()) {
            answer(results.ask(detail));
        } else {
            screen().result(page -> results.print(detail, page));
        }
    }

    private void print(ValueView values, Object value) {
        if (asks()) {
            answer(results.ask(values.json(value)));
        } else {
            screen().result(page -> values.print(value, results, page));
        }
    }

    private boolean asks() {
        return results.shaping().query() != null;
    }

    private void answer(@Nullable Object answer) {
        keep(() -> answer, () -> answerAgain(answer));
        screen().result(page -> results.answer(answer, page));
    }

    /** The answer to a query is asked in its turn. */
    private void answerAgain(@Nullable Object answer) {
        if (asks()) {
            answer(results.ask(JsonText.ofAny(answer)));
        } else {
            screen().result(page -> results.answer(answer, page));
        }
    }

    /** A word on standard error, on a line of its own. */
    void note(String text, Tone tone) {
        say(Cell.of(PlainText.of(text), tone));
    }

    /** Spans on standard error, on a line of their own. */
    synchronized void say(Cell cell) {
        screen().out().flush();
        screen().err().println(cell.painted(screen().errInk()));
        screen().err().flush();
    }
}
