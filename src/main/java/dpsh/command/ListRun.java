package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.client.Pages;
import dpsh.view.ExitCode;
import dpsh.view.Format;
import dpsh.view.JsonText;
import dpsh.view.Listing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lists to their end and shows them as one, as far as they came (law 6). */
final class ListRun<T> {
    /** A session that holds a longer list for a later line would fill the memory with it. */
    private static final int MOST_KEPT = 50_000;

    private final Desk desk;
    private final Function<List<T>, Listing> view;
    private final List<T> kept = new ArrayList<>();
    private int seen;
    private boolean tooMany;

    ListRun(Desk desk, Function<List<T>, Listing> view) {
        this.desk = desk;
        this.view = view;
    }

    <Q> ExitCode run(List<Q> questions, Function<Q, Pages<T>> ask) {
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

    /** JSON lines go out at once; everything else is laid out as a whole. */
    private void page(List<T> page) {
        seen += page.size();
        if (desk.format() == Format.JSONL) {
            desk.print(view.apply(page));
            tooMany |= seen > MOST_KEPT;
            if (tooMany) {
                kept.clear();
                return;
            }
        }
        kept.addAll(page);
    }

    /** What was shown, for {@code _}: of a partial list as far as it came. */
    private void keep() {
        if (seen > MOST_KEPT) {
            desk.session().showed(() -> {
                throw new DpshException.Usage(
                        "`_` holds nothing",
                        "the list that was shown last has more than " + MOST_KEPT + " rows",
                        "list less at once, or ask for it in the expression");
            });
        } else {
            List<T> all = Collections.unmodifiableList(kept);
            desk.session().showed(() -> all);
        }
    }

    private void end(@Nullable String partialBecause) {
        keep();
        if (desk.format() != Format.JSONL) {
            Listing listing = view.apply(kept);
            desk.print(partialBecause == null ? listing : listing.partial(partialBecause));
        } else if (partialBecause != null) {
            JsonText.partial(seen, partialBecause, desk.screen().page());
        }
    }
}
