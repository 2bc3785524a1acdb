package dpsh.sandbox.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which requests suffer a fault, and when.
 *
 * @param method {@code *} for all
 * @param path found anywhere in the raw path, without case
 * @param on names of operations in lower case, empty for all
 * @param times how many requests suffer; {@link Integer#MAX_VALUE} for all
 * @param every of the requests that match, only each so-manieth
 * @param skip how many matching requests pass first
 * @param probability of those, how many suffer, above 0 and at most 1
 * @param seed makes the probability repeatable
 * @param after service time from the order until the fault takes force
 * @param lasts service time that it stays in force, or null for ever
 */
public record Selector(
        String method,
        Pattern path,
        Set<String> on,
        int times,
        int every,
        int skip,
        double probability,
        long seed,
        Duration after,
        @Nullable Duration lasts) {

    private static final Pattern ANY = Pattern.compile("");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "POST", "PATCH", "DELETE", "*");

    /** Every request of this method and path, so many times. */
    public static Selector of(String method, Pattern path, int times) {
        return new Selector(method, path, Set.of(), times, 1, 0, 1, 0, Duration.ZERO, null);
    }

    /**
     * Takes the selecting keys of a line: {@code method path on times every skip probability seed after for}.
     *
     * @param seedUnlessSaid for a probability without a seed of its own
     */
    public static Selector read(FaultLine line, long seedUnlessSaid) {
        String after = line.key("after");
        boolean counted = after != null && after.matches("\\d+");
        String lasts = line.key("for");
        int skip = line.number("skip", counted ? FaultLine.number("after=" + after, after, 0) : 0, 0);
        String probability = line.key("probability");
        String seed = line.key("seed");
        return new Selector(
                method(line.key("method")),
                path(line.key("path")),
                names(line.key("on")),
                line.number("times", Integer.MAX_VALUE, 1),
                line.number("every", 1, 1),
                skip,
                probability == null ? 1 : probability(probability),
                seed == null ? seedUnlessSaid : seed(seed),
                after == null || counted ? Duration.ZERO : Span.parse(after),
                lasts == null ? null : Span.parse(lasts));
    }

    /** Takes only {@code after} and {@code for}: what is in force for everybody has no other. */
    public static Selector readTimes(FaultLine line) {
        String after = line.key("after");
        String lasts = line.key("for");
        return new Selector(
                "*",
                ANY,
                Set.of(),
                Integer.MAX_VALUE,
                1,
                0,
                1,
                0,
                after == null ? Duration.ZERO : Span.parse(after),
                lasts == null ? null : Span.parse(lasts));
    }

    private static String method(@Nullable String given) {
        String method = given == null ? "*" : given.toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw new FaultSyntaxException(
                    "'method=" + given + "' is none; GET, HEAD, PUT, POST, PATCH and DELETE are");
        }
        return method;
    }

    private static Pattern path(@Nullable String given) {
        if (given == null) {
            return ANY;
        }
        try {
            return Pattern.compile(given, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException wrong) {
            throw new FaultSyntaxException("'path=" + given + "' is no regular expression: " + wrong.getDescription());
        }
    }

    private static Set<String> names(@Nullable String given) {
        if (given == null) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>();
        for (String name : given.split(",")) {
            if (OperationNames.known().stream().noneMatch(name::equalsIgnoreCase)) {
                throw new FaultSyntaxException("'on=" + name + "' names no operation; these are known: "
                        + String.join(" ", OperationNames.known()));
            }
            names.add(name.toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private static double probability(String given) {
        if (!given.matches("0?\\.\\d{1,9}|1(\\.0*)?") || Double.parseDouble(given) == 0) {
            throw new FaultSyntaxException("'probability=" + given + "' is not above 0 and at most 1, as 0.25 is");
        }
        return Double.parseDouble(given);
    }

    private static long seed(String given) {
        if (!given.matches("-?\\d{1,18}")) {
            throw new FaultSyntaxException("'seed=" + given + "' is not a whole number");
        }
        return Long.parseLong(given);
    }

    /** The same, for these operations unless others, a method or a path are named. */
    public Selector unlessNamed(Set<String> operations) {
        boolean named = !on.isEmpty() || !method.equals("*") || !path.pattern().isEmpty();
        if (named || operations.isEmpty()) {
            return this;
        }
        Set<String> names = new TreeSet<>();
        operations.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return new Selector(method, path, names, times, every, skip, probability, seed, after, lasts);
    }

    boolean matches(Target target) {
        return (method.equals("*") || method.equalsIgnoreCase(target.method()))
                && (on.isEmpty() || on.contains(target.operation().toLowerCase(Locale.ROOT)))
                && path.matcher(target.path()).find();
    }

    /** As it stands behind the kind in a line; empty when it selects everything. */
    public String text() {
        List<String> parts = new ArrayList<>();
        if (!method.equals("*")) {
            parts.add("method=" + method);
        }
        if (!path.pattern().isEmpty()) {
            parts.add("path=" + FaultLine.quoted(path.pattern()));
        }
        if (!on.isEmpty()) {
            parts.add("on=" + String.join(",", canonical()));
        }
        if (times < Integer.MAX_VALUE) {
            parts.add("times=" + times);
        }
        if (every > 1) {
            parts.add("every=" + every);
        }
        if (skip > 0) {
            parts.add("skip=" + skip);
        }
        if (probability < 1) {
            parts.add("probability=" + probability);
            parts.add("seed=" + seed);
        }
        if (!after.isZero()) {
            parts.add("after=" + after);
        }
        if (lasts != null) {
            parts.add("for=" + lasts);
        }
        return String.join(" ", parts);
    }

    private List<String> canonical() {
        return OperationNames.known().stream()
                .filter(name -> on.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
