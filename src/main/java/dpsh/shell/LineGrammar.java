package dpsh.shell;

import java.util.Set;
import org.jline.shell.impl.PipelineParser;
import org.jspecify.annotations.Nullable;

/** The operators between commands: {@code |}, {@code ;}, {@code &&}, {@code ||}, {@code >}, {@code >>}, {@code <}. */
final class LineGrammar extends PipelineParser {
    private static final Set<String> OPERATORS = Set.of("|", ";", "&&", "||", ">", ">>", "<");

    @Override
    protected @Nullable String matchOperator(String line, int at) {
        if (at + 2 <= line.length()) {
            String two = line.substring(at, at + 2);
            if (OPERATORS.contains(two)) {
                return two;
            }
        }
        String one = line.substring(at, at + 1);
        return OPERATORS.contains(one) ? one : null;
    }
}
