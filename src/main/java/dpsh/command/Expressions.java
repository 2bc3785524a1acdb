package dpsh.command;

import dpsh.arm.DpshException;
import dpsh.session.Known;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groovy at the prompt: one room for variables, methods and imports, which stay as long as the session. */
public interface Expressions {
    /**
     * Evaluates the text.
     *
     * @param bench the line that it stands in
     * @return its value, or null
     * @throws DpshException whatever goes wrong, with the line of the text where that helps
     */
    @Nullable
    Object evaluate(String text, Workbench bench);

    /**
     * The names that may stand at the end of the text. Nothing is asked of the service, and nothing of the text is carried out.
     *
     * @param text an expression up to the cursor
     */
    List<Known> members(String text);
}
