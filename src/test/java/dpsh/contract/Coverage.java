package dpsh.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which operations and statuses a conversation must have shown: the lines of {@code contract/coverage.tsv}. An operation of the
 * contract without a line, or a status that was not seen, is a gap.
 */
final class Coverage {
    private final Map<String, Set<Integer>> wanted = new TreeMap<>();
    private final Map<String, String> outside = new TreeMap<>();

    static Coverage load() {
        Coverage coverage = new Coverage();
        try (InputStream in = Coverage.class.getResourceAsStream("/contract/coverage.tsv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(coverage::line);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return coverage;
    }

    private void line(String line) {
        String[] cells = line.split("\t+");
        if (cells[1].startsWith("outside: ")) {
            outside.put(cells[0], cells[1].substring("outside: ".length()));
        } else {
            Set<Integer> statuses = new TreeSet<>();
            Arrays.stream(cells[1].split(" ")).map(Integer::valueOf).forEach(statuses::add);
            wanted.put(cells[0], statuses);
        }
    }

    /** How many operations are looked at. */
    int size() {
        return wanted.size();
    }

    /** The operations that the sandbox does not have, with the reason. */
    Map<String, String> outside() {
        return outside;
    }

    /** What is missing, one line each. */
    List<String> gaps(Contract contract, ContractReport report) {
        List<String> gaps = new ArrayList<>();
        wanted.forEach((operation, statuses) -> {
            Set<Integer> missing = new TreeSet<>(statuses);
            missing.removeAll(report.statuses(operation));
            if (!missing.isEmpty()) {
                gaps.add(operation + ": never answered " + missing + ", only " + report.statuses(operation));
            }
        });
        contract.operations().stream()
                .map(Contract.Operation::id)
                .filter(id ->
                        !wanted.containsKey(id) && outside.keySet().stream().noneMatch(prefix -> id.matches(prefix)))
                .forEach(id -> gaps.add(id + ": nobody says whether the sandbox has it"));
        return gaps;
    }
}
