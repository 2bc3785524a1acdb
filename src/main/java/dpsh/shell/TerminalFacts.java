package dpsh.shell;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the three standard streams are connected to. The launcher knows it and says so in system properties, so that a
 * one-shot command needs no terminal library: {@code dpsh.terminal} lists the streams that are terminals
 * ({@code in,out,err}), {@code dpsh.columns} is the terminal's width.
 *
 * @param in whether somebody can type
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal
 * @param columns the terminal's width, 0 when it is not known
 * @param styled whether colours are welcome: no {@code NO_COLOR}, no {@code TERM=dumb}
 * @param redraws whether the cursor can be moved: no {@code TERM=dumb}
 * @param theme what colours can be read on it
 */
public record TerminalFacts(
        boolean in, boolean out, boolean err, int columns, boolean styled, boolean redraws, Theme theme) {
    /** Everything is a pipe or a file. */
    public static final TerminalFacts NONE = new TerminalFacts(false, false, false, 0, false);

    public TerminalFacts {
        if (columns < 0) {
            throw new IllegalArgumentException("columns " + columns);
        }
    }

    /** A terminal of 8 colours. */
    public TerminalFacts(boolean in, boolean out, boolean err, int columns, boolean styled, boolean redraws) {
        this(in, out, err, columns, styled, redraws, Theme.BASIC);
    }

    /** A terminal that redraws when it is styled. */
    public TerminalFacts(boolean in, boolean out, boolean err, int columns, boolean styled) {
        this(in, out, err, columns, styled, styled);
    }

    /**
     * Reads the launcher's word; without one, a console means that all three are terminals.
     *
     * @param property looks up a system property, null when it is not set
     * @param environment the process's environment
     */
    public static TerminalFacts of(UnaryOperator<@Nullable String> property, Map<String, String> environment) {
        boolean redraws = !environment.getOrDefault("TERM", "").equals("dumb");
        boolean styled = environment.getOrDefault("NO_COLOR", "").isEmpty() && redraws;
        String streams = property.apply("dpsh.terminal");
        if (streams == null) {
            boolean console = System.console() != null;
            return new TerminalFacts(
                    console, console, console, 0, styled && console, redraws && console, Theme.of(environment));
        }
        Set<String> terminals = Set.of(streams.toLowerCase(Locale.ROOT).split(",", -1));
        return new TerminalFacts(
                terminals.contains("in"),
                terminals.contains("out"),
                terminals.contains("err"),
                columns(property.apply("dpsh.columns")),
                styled,
                redraws,
                Theme.of(environment));
    }

    /** Whether a prompt makes sense: somebody types and sees what the shell writes. */
    public boolean interactive() {
        return in && out;
    }

    private static int columns(@Nullable String value) {
        return value != null && value.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(value) : 0;
    }
}
