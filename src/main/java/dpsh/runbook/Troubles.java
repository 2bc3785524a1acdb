package dpsh.runbook;

import dpsh.arm.DpshException;
import dpsh.arm.Nearest;
import groovy.lang.Binding;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import groovy.lang.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.SimpleMessage;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.jspecify.annotations.Nullable;

/** What went wrong in Groovy code, as the errors that dpsh tells: what, why, what next, and where. */
final class Troubles {
    private static final int MOST_ERRORS = 5;
    private static final Pattern EVALUATING = Pattern.compile("evaluating property '([^']*)'");

    private Troubles() {}

    /** Code that does not compile; nothing of it has run. */
    static DpshException.Usage uncompiled(String name, CompilationFailedException e) {
        List<Fault> faults = faults(e);
        List<String> told = new ArrayList<>();
        for (Fault fault : faults.subList(0, Math.min(MOST_ERRORS, faults.size()))) {
            told.add(told.isEmpty() || fault.line() < 1 ? fault.text() : "line " + fault.line() + ": " + fault.text());
        }
        int more = faults.size() - told.size();
        DpshException.Usage trouble = new DpshException.Usage(
                "the runbook does not compile",
                String.join("; ", told) + (more == 0 ? "" : "; and " + more + " more"),
                null);
        int line = faults.get(0).line();
        trouble.aroseAt(line < 1 ? name : name + ":" + line);
        return trouble;
    }

    /**
     * An expression that does not compile.
     *
     * @param lined whether it has several lines, so that it matters in which one
     */
    static DpshException.Usage unread(CompilationFailedException e, boolean lined) {
        Fault first = faults(e).get(0);
        String line = lined && first.line() > 0 ? "line " + first.line() + ", " : "";
        String column = first.line() > 0 && first.column() > 0 ? line + "column " + first.column() + ": " : "";
        return new DpshException.Usage("this is not Groovy", column + first.text(), null);
    }

    /** @param line 0 when it is not known */
    private record Fault(int line, int column, String text) {}

    /** At least one, in the order of the text. */
    private static List<Fault> faults(CompilationFailedException e) {
        Set<Fault> faults = new LinkedHashSet<>();
        if (e instanceof MultipleCompilationErrorsException several
                && several.getErrorCollector().getErrors() != null) {
            for (Object message : several.getErrorCollector().getErrors()) {
                if (message instanceof SyntaxErrorMessage syntax) {
                    SyntaxException cause = syntax.getCause();
                    faults.add(
                            new Fault(cause.getLine(), cause.getStartColumn(), firstLine(cause.getOriginalMessage())));
                } else if (message instanceof ExceptionMessage exception) {
                    faults.add(new Fault(0, 0, firstLine(exception.getCause().getMessage())));
                } else if (message instanceof SimpleMessage simple) {
                    faults.add(new Fault(0, 0, firstLine(simple.getMessage())));
                }
            }
        }
        if (faults.isEmpty()) {
            faults.add(new Fault(0, 0, firstLine(e.getMessage())));
        }
        return faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
    }

    /**
     * What code threw.
     *
     * @param binding the variables that the code knows
     */
    static DpshException thrown(Throwable error, Sources sources, Binding binding) {
        DpshException expected = expected(error);
        DpshException told = expected == null ? unexpected(error, binding) : expected;
        String place = sources.place(error);
        if (place != null && told.place() == null) {
            told.aroseAt(place);
        }
        return told;
    }

    private static @Nullable DpshException expected(Throwable error) {
        for (Throwable link = error; link != null; link = link.getCause()) {
            if (link instanceof DpshException ours) {
                return ours;
            }
        }
        return null;
    }

    private static DpshException unexpected(Throwable error, Binding binding) {
        if (error instanceof MissingPropertyException missing) {
            return missing(missing, binding);
        }
        if (error instanceof MissingMethodException missing) {
            return missing(missing);
        }
        if (error instanceof StackOverflowError) {
            return new DpshException.Runbook("the runbook calls itself without end", null, null, error);
        }
        if (error instanceof OutOfMemoryError) {
            return new DpshException.Runbook(
                    "the runbook needs more memory than there is", null, "DPSH_JAVA_OPTS=-Xmx2g gives it more", error);
        }
        if (error instanceof AssertionError) {
            return new DpshException.Runbook("an assertion does not hold", assertion(error), null, error);
        }
        String message = error.getMessage() == null ? null : firstLine(error.getMessage());
        return new DpshException.Runbook(
                message == null ? error.getClass().getSimpleName() : message,
                message == null || error.getClass() == RuntimeException.class
                        ? null
                        : error.getClass().getSimpleName(),
                null,
                error);
    }

    private static DpshException missing(MissingPropertyException missing, Binding binding) {
        Class<?> type = missing.getType();
        boolean variable = type != null && Script.class.isAssignableFrom(type);
        List<String> known =
                variable ? new ArrayList<>(variables(binding)) : type == null ? List.of() : Members.properties(type);
        String property = missing.getProperty();
        if (property == null) {
            // Of a list Groovy asks each element, and names the property in the message only.
            return ofElements(missing);
        }
        List<String> near = Nearest.to(property, known);
        return new DpshException.Runbook(
                variable ? "there is no variable '" + property + "'" : a(name(type)) + " has no '" + property + "'",
                near.isEmpty() && !variable && !known.isEmpty() ? "it has " + String.join(", ", known) : null,
                near.isEmpty() ? null : "did you mean " + String.join(" or ", near) + "?",
                missing);
    }

    /** "the elements of the list have no 'sum'". */
    private static DpshException ofElements(MissingPropertyException missing) {
        Matcher named = EVALUATING.matcher(String.valueOf(missing.getMessage()));
        String property = named.find() ? named.group(1) : "such property";
        return new DpshException.Runbook(
                "the elements of the list have no '" + property + "'",
                "a property of a list is that of each element",
                "`." + property + "()` is a method of the list itself",
                missing);
    }

    private static List<String> variables(Binding binding) {
        Map<?, ?> variables = binding.getVariables();
        return variables.keySet().stream().map(String::valueOf).toList();
    }

    private static DpshException missing(MissingMethodException missing) {
        Class<?> type = missing.getType();
        boolean spoken = type == Spoken.class;
        boolean script = spoken || type != null && Script.class.isAssignableFrom(type);
        List<String> same = type == null ? List.of() : Members.signatures(type, missing.getMethod());
        List<String> near = type == null ? List.of() : Nearest.to(missing.getMethod(), Members.methods(type));
        Object[] arguments = missing.getArguments();
        String given =
                arguments(spoken && arguments != null ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
        return new DpshException.Runbook(
                (script ? "there is no method " : a(name(type)) + " has no method ") + missing.getMethod() + "(" + given
                        + ")",
                same.isEmpty() ? null : "there is " + String.join(", ", same),
                same.isEmpty() && !near.isEmpty() ? "did you mean " + String.join(" or ", near) + "?" : null,
                missing);
    }

    private static String arguments(Object @Nullable [] arguments) {
        List<String> types = new ArrayList<>();
        if (arguments != null) {
            for (Object argument : arguments) {
                types.add(argument == null ? "null" : name(argument.getClass()));
            }
        }
        return String.join(", ", types);
    }

    private static String name(@Nullable Class<?> type) {
        if (type == null || type.getSimpleName().equals("NullObject")) {
            return "null";
        }
        if (groovy.lang.Closure.class.isAssignableFrom(type)) {
            return "closure";
        }
        return Map.class.isAssignableFrom(type)
                ? "Map"
                : List.class.isAssignableFrom(type)
                        ? "List"
                        : groovy.lang.GString.class.isAssignableFrom(type) ? "String" : type.getSimpleName();
    }

    private static String a(String noun) {
        return ("AEIOU".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    /** The condition itself, out of the drawing that Groovy makes of it. */
    private static String assertion(Throwable error) {
        String message = String.valueOf(error.getMessage());
        return message.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("assert "))
                .findFirst()
                .orElse(firstLine(message));
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("no reason is told");
    }
}
