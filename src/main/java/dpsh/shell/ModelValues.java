package dpsh.shell;

import dpsh.command.DescribedWords;
import dpsh.command.Tabular;
import dpsh.session.Known;
import dpsh.session.KnownValues;
import dpsh.view.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What an argument or an option may be at a place in a line. Knows picocli, not the terminal. */
final class ModelValues {
    private static final Set<String> COLUMNS = Set.of("columns", "sort");

    private final KnownValues known;

    ModelValues(KnownValues known) {
        this.known = known;
    }

    /** Those that fit what was typed, best first; of a list with commas its last element goes on. */
    List<Known> at(LinePlace place, ArgSpec argument, String typed) {
        int comma = isList(argument) ? typed.lastIndexOf(',') : -1;
        String front = typed.substring(0, comma + 1);
        String word = typed.substring(comma + 1);
        List<Known> found = all(place, argument, word);
        if (!isList(argument)) {
            return found;
        }
        Set<String> there = Arrays.stream(front.split(","))
                .map(one -> folded(one.replaceFirst("^-", "")))
                .collect(Collectors.toSet());
        return found.stream()
                .filter(one -> !there.contains(folded(one.value().replaceFirst("^-", ""))))
                .map(one -> new Known(front + one.value(), one.description(), one.group(), false))
                .toList();
    }

    private static boolean isList(ArgSpec argument) {
        return argument.splitRegex().equals(",") || argument.paramLabel().equals("NAMES");
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private List<Known> all(LinePlace place, ArgSpec argument, String typed) {
        List<Known> found = new ArrayList<>();
        words(argument, found);
        for (String kind : ValueKind.of(argument, place.command(), place.arguments())) {
            if (kind.equals(ValueKind.FILE)) {
                List<Known> files = LocalFiles.candidates(typed, wanted(place, argument));
                return Stream.concat(Matching.either(found, typed).stream(), files.stream())
                        .toList();
            }
            List<Known> offers = ofKind(kind, place, typed);
            if (!offers.isEmpty()) {
                found.addAll(offers);
                break;
            }
        }
        return Matching.either(found, typed);
    }

    private static void words(ArgSpec argument, List<Known> found) {
        Iterable<String> words = argument.completionCandidates();
        if (words != null) {
            boolean anyCase = ValueKind.type(argument).isEnum();
            words.forEach(word -> found.add(new Known(
                    anyCase ? folded(word) : word,
                    words instanceof DescribedWords described ? described.about(word) : "",
                    ValueKind.heading(argument),
                    true)));
        }
    }

    private List<Known> ofKind(String kind, LinePlace place, String typed) {
        if (COLUMNS.contains(kind)) {
            return columns(place, typed.startsWith("-") && kind.equals("sort") ? "-" : "");
        }
        // With a hyphen in front it would be read as an option, whatever it is the name of.
        return known.candidates(kind, typed, place.line()).stream()
                .filter(offer -> !offer.value().startsWith("-"))
                .toList();
    }

    private static LocalFiles.Wanted wanted(LinePlace place, ArgSpec argument) {
        List<String> command = place.line().command();
        if (argument.isOption()) {
            return LocalFiles.Wanted.ANY;
        }
        return command.equals(List.of("run"))
                ? LocalFiles.Wanted.RUNBOOK
                : command.equals(List.of("apply")) || command.equals(List.of("plan", "show"))
                        ? LocalFiles.Wanted.PLAN
                        : LocalFiles.Wanted.ANY;
    }

    /** Those of the command's table. Blanks in a name do not count: with a hyphen it is one word. */
    private static List<Known> columns(LinePlace place, String sign) {
        Set<String> options = place.used().stream().map(OptionSpec::longestName).collect(Collectors.toSet());
        List<Column> columns =
                place.command().getCommand() instanceof Tabular tabular ? tabular.columns(options) : List.of();
        return columns.stream()
                .filter(column -> column.title().matches("[\\w ]+"))
                .map(column ->
                        new Known(sign + column.title().replace(' ', '-'), described(column.narrow()), "columns", true))
                .toList();
    }

    private static String described(Column.Narrow narrow) {
        return switch (narrow) {
            case CUT, WHOLE -> "in the table";
            case EXTRA -> "in the table where there is room";
            case DATA -> "in csv and tsv, or when named";
        };
    }
}
