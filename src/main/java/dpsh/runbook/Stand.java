package dpsh.runbook;

import dpsh.client.Service;
import dpsh.session.Finder;
import dpsh.session.Place;
import dpsh.session.Session;
import dpsh.session.Settings;
import dpsh.session.VaultFinder;
import dpsh.view.Cell;
import dpsh.view.Format;
import dpsh.view.LiveBlock;
import dpsh.view.Page;
import dpsh.view.PlainText;
import dpsh.view.Results;
import dpsh.view.Tone;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Where a runbook or an expression is carried out: the session, the place of its line, the streams that it writes to.
 *
 * @param place where the line stands; looked up when it is first asked for
 * @param narrowed where lists of datasources are narrowed to; looked up likewise
 * @param results how what is shown is written
 * @param live begins a block of lines that says how something stands
 * @param confirm asks before something that cannot be undone: what happens, and the word to type
 */
public record Stand(
        Session session,
        Supplier<Place> place,
        Supplier<Place> narrowed,
        Page page,
        Results results,
        Supplier<LiveBlock> live,
        BiConsumer<String, String> confirm) {
    Service service() {
        return session.service();
    }

    Settings settings() {
        return session.current();
    }

    Format format() {
        return results.format();
    }

    /** Looks names up from where the line stands. */
    Finder finder() {
        return new Finder(service(), place.get(), session.known());
    }

    /** Looks up what only a vault knows. */
    VaultFinder vaultFinder() {
        return new VaultFinder(service().backup(), () -> finder().vault(null));
    }

    /** A word on standard error, on a line of its own. */
    void note(String text, Tone tone) {
        say(Cell.of(PlainText.of(text), tone));
    }

    /** Spans on standard error, on a line of their own. */
    void say(Cell cell) {
        synchronized (page) {
            page.out().flush();
            page.err().print(cell.painted(page.errInk()) + "\n");
            page.err().flush();
        }
    }
}
