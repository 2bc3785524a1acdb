package dpsh.command;

import dpsh.session.Place;
import dpsh.session.Session;
import dpsh.view.Results;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * What a runbook or an expression works with: the line that runs it.
 *
 * @param place where the line stands; looked up when it is first asked for
 * @param narrowed where lists of datasources are narrowed to; looked up likewise
 * @param results how the line wants its results
 * @param confirm asks before something that cannot be undone: what happens, and the word to type
 */
public record Workbench(
        Session session,
        Supplier<Place> place,
        Supplier<Place> narrowed,
        Screen screen,
        Results results,
        BiConsumer<String, String> confirm) {}
