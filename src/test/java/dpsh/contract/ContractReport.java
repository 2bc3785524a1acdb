package dpsh.contract;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a conversation showed, per operation: calls, statuses, findings; and which deviations it met. */
final class ContractReport {
    /** Stands for the status of an operation that the sandbox does not have. */
    private static final int NOT_THERE = 0;

    private static final class Row {
        int calls;
        final Set<Integer> statuses = new TreeSet<>();
        final Set<Finding> named = new TreeSet<>();
        final Set<Finding> open = new TreeSet<>();
    }

    private final ExchangeCheck check;
    private final Deviations deviations;
    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<String, Integer> met = new TreeMap<>();

    ContractReport(Contract contract, Deviations deviations) {
        this.check = new ExchangeCheck(contract);
        this.deviations = deviations;
    }

    /** Checks an exchange; one with another provider is passed over. */
    void add(Exchange exchange) {
        if (!exchange.isDataProtection()) {
            return;
        }
        Row row = rows.computeIfAbsent(check.operation(exchange), none -> new Row());
        row.calls++;
        String code = exchange.response().path("error").path("code").asText();
        boolean unknown = List.of("InvalidResourceType", "MethodNotAllowed").contains(code);
        row.statuses.add(unknown ? NOT_THERE : exchange.status());
        for (Finding finding : check.check(exchange)) {
            Deviations.Deviation deviation = deviations.of(finding);
            if (deviation == null) {
                row.open.add(finding);
            } else {
                row.named.add(finding);
                met.merge(deviation.name(), 1, Integer::sum);
            }
        }
    }

    /** What no deviation covers. */
    List<Finding> open() {
        List<Finding> all = new ArrayList<>();
        rows.values().forEach(row -> all.addAll(row.open));
        return all;
    }

    /** The statuses that an operation gave. */
    Set<Integer> statuses(String operation) {
        Row row = rows.get(operation);
        return row == null ? Set.of() : row.statuses;
    }

    /** The names of the deviations that were met. */
    Set<String> met() {
        return met.keySet();
    }

    /** Prints one line an operation, then the deviations met, then the findings that none covers. */
    void print(PrintStream out) {
        out.printf("%-62s %6s %6s %6s  %s%n", "operation", "calls", "named", "open", "statuses");
        rows.forEach((name, row) -> out.printf(
                "%-62s %6d %6d %6d  %s%n", name, row.calls, row.named.size(), row.open.size(), row.statuses));
        out.println();
        out.println("deviations of the live service that were met:");
        deviations.all().stream()
                .filter(deviation -> met.containsKey(deviation.name()))
                .forEach(deviation -> out.printf(
                        "  %-24s %5d x  %s [%s]%n",
                        deviation.name(), met.get(deviation.name()), deviation.reason(), deviation.source()));
        List<Finding> open = open();
        out.println();
        out.println(open.isEmpty() ? "no other findings" : open.size() + " findings that no deviation covers:");
        open.forEach(finding -> out.println("  " + finding));
    }
}
