package dpsh.runbook;

import dpsh.session.Known;
import dpsh.session.Session;
import groovy.lang.Script;
import java.util.List;
import java.util.TreeMap;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/**
 * Groovy at the prompt: expressions of one session, one after the other. Variables, methods, classes and imports stay;
 * {@code _} is what was shown last, {@code backup} what it is to a runbook. Interrupting the thread that evaluates ends the
 * expression within a second.
 */
public final class Scratchpad {
    /** What the texts are called, with their number behind it; no name of a file. */
    static final String NAME = "=";

    private final PadNames names;
    private final Cancellation cancellation = new Cancellation();
    private @Nullable RunbookLoader loader;

    public Scratchpad(Session session) {
        this.names = new PadNames(session);
    }

    /**
     * Evaluates the text.
     *
     * @param stand the line that it stands in
     * @return its value in the shape in which values are shown
     * @throws dpsh.arm.DpshException whatever goes wrong
     */
    public @Nullable Object evaluate(String text, Stand stand) {
        Trail trail = new Trail(stand);
        Sources sources = new Sources();
        names.begin(new Backup(stand, cancellation, trail));
        RunbookLoader classes = loader(new Words(stand, cancellation, trail, new Inclusions(sources)));
        return new OwnThread(cancellation, trail::goingOn).call("the expression", () -> {
            try {
                Class<?> type = sources.parse(classes, NAME + names.next(), text);
                return Script.class.isAssignableFrom(type) ? run(type) : null;
            } catch (Cancelled e) {
                throw e;
            } catch (Throwable thrown) {
                // Whatever Groovy lets out is told as a sentence; errors of the JVM too, for the shell goes on.
                throw new Mishap(text, sources, names).of(thrown);
            }
        });
    }

    /** The names that may stand at the end of the text. Nothing of it is carried out. */
    public List<Known> members(String text) {
        return new Offers(new TreeMap<>(names.shapes())).at(text);
    }

    private @Nullable Object run(Class<?> type) {
        Script script = InvokerHelper.createScript(type, names);
        names.defineMethods(script);
        return Shown.of(script.run());
    }

    private RunbookLoader loader(Words words) {
        RunbookLoader made = loader;
        if (made == null) {
            made = new RunbookLoader(
                    Dialect.configuration(new PadImports(), new PadDeclarations()), cancellation, words);
            loader = made;
        }
        made.speak(words);
        return made;
    }
}
