package dpsh.command;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dpsh.arm.DpshException;
import dpsh.client.Pages;
import dpsh.view.ExitCode;
import dpsh.view.Listing;
import dpsh.view.Results;
import dpsh.view.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists to their end and shows them as one, as far as they came (law 6). Each page is shown when it is there, unless the
 * line asks for something that takes all of them: an order, or a query.
 */
final class ListRun<T> {
    /** A session that holds a longer list for a later line would fill the memory with it. */
    private static final int MOST_KEPT = 50_000;

    /** Columns are laid out better when more of the list is there; nobody sees a delay as short as this. */
    private static final long PATIENCE_MILLIS = 30;

    private final Desk desk;
    private final Function<List<T>, Listing> view;
    private final List<T> kept = new ArrayList<>();
    private @Nullable Sheet sheet;
    private @Nullable Rows rows;
    private @Nullable String partialBecause;
    private int seen;
    private boolean ended;

    ListRun(Desk desk, Function<List<T>, Listing> view) {
        this.desk = desk;
        this.view = view;
    }

    <Q> ExitCode run(List<Q> questions, Function<Q, Pages<T>> ask) {
        try {
            return read(questions, ask);
        } catch (ReaderGone e) {
            desk.showing().keep(result(), this::again);
            throw e;
        } finally {
            if (sheet != null) {
                sheet.close();
            }
        }
    }

    private <Q> ExitCode read(List<Q> questions, Function<Q, Pages<T>> ask) {
        Results results = desk.showing().results();
        if (results.shaping().choosesParts()) {
            results.shaping().check(view.apply(List.of()));
        }
        String skipped = null;
        for (Q question : questions) {
            try {
                ask.apply(question).forEach(this::page);
            } catch (DpshException.Interrupted e) {
                end("you interrupted it");
                throw e;
            } catch (DpshException e) {
                boolean unreadable = e instanceof DpshException.Service service
                        && (service.status() == 403 || service.status() == 404)
                        && questions.size() > 1;
                if (!unreadable && seen == 0) {
                    throw e;
                }
                skipped = desk.said(e).text();
                if (!unreadable) {
                    break;
                }
            }
        }
        end(skipped);
        return skipped == null ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private void page(List<T> page) {
        seen += page.size();
        if (needsAll()) {
            kept.addAll(page);
            return;
        }
        write(view.apply(page));
        if (seen > MOST_KEPT) {
            kept.clear();
        } else {
            kept.addAll(page);
        }
    }

    private synchronized void write(Listing page) {
        Rows known = rows;
        Rows begun = known == null ? begun() : known;
        desk.showing().tapped(page);
        begun.more(page);
        desk.screen().out().flush();
        if (known == null) {
            rows = begun;
            CompletableFuture.runAsync(this::settle, CompletableFuture.delayedExecutor(PATIENCE_MILLIS, MILLISECONDS));
        }
    }

    private Rows begun() {
        Sheet opened = desk.screen().sheet();
        sheet = opened;
        return desk.showing().results().begin(opened.page());
    }

    /** The next page lets wait: what is there is shown. */
    private synchronized void settle() {
        if (rows != null && !ended) {
            rows.settle();
            desk.screen().out().flush();
        }
    }

    private boolean needsAll() {
        return desk.showing().results().shaping().needsAll();
    }

    private void end(@Nullable String because) {
        partialBecause = because;
        desk.showing().keep(result(), this::again);
        if (needsAll()) {
            desk.showing().print(whole(kept));
            return;
        }
        if (rows == null) {
            write(view.apply(List.of()));
        }
        close();
        if (sheet != null) {
            sheet.finish();
        }
    }

    private synchronized void close() {
        ended = true;
        if (rows != null) {
            rows.end(partialBecause);
        }
    }

    private void again() {
        desk.showing().print(whole(result().get()));
    }

    private Listing whole(List<T> things) {
        Listing listing = view.apply(things);
        return partialBecause == null ? listing : listing.partial(partialBecause);
    }

    /** What was shown, for {@code _}: of a partial list as far as it came. */
    private Supplier<List<T>> result() {
        if (seen > MOST_KEPT) {
            return () -> {
                throw new DpshException.Usage(
                        "`_` holds nothing",
                        "the list that was shown last has more than " + MOST_KEPT + " rows",
                        "list less at once, or ask for it in the expression");
            };
        }
        List<T> all = Collections.unmodifiableList(kept);
        return () -> all;
    }
}
