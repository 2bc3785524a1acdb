package dpsh.contract;

import dpsh.FixedHour;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code scripts/check-contract FOLDER [RECORDING...]}: holds a long conversation with a sandbox, or recorded ones, to the
 * contract.
 */
final class CheckContract {
    private CheckContract() {}

    /** Exit 0 when everything that was found has a name, 1 otherwise. */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.of(arguments), System.out));
    }

    static int run(List<String> arguments, PrintStream out) throws IOException {
        Contract contract = new Contract(new Schemas(Path.of(arguments.get(0))));
        ContractReport report = new ContractReport(contract, Deviations.load());
        if (arguments.size() > 1) {
            for (String file : arguments.subList(1, arguments.size())) {
                Exchange.read(Path.of(file)).forEach(report::add);
            }
            report.print(out);
            return report.open().isEmpty() ? 0 : 1;
        }
        for (String version : List.of("2024-04-01", "2021-01-01", "2025-07-01")) {
            try (Talk talk = new Talk(FixedHour.inProcess().withThrottling(false))) {
                new ContractConversation(talk, version).hold();
                talk.said().forEach(report::add);
            }
        }
        report.print(out);
        Coverage coverage = Coverage.load();
        List<String> gaps = coverage.gaps(contract, report);
        out.println();
        out.println(coverage.size() + " operations looked at; outside: " + coverage.outside());
        out.println(gaps.isEmpty() ? "no gaps" : gaps.size() + " gaps:");
        gaps.forEach(gap -> out.println("  " + gap));
        return report.open().isEmpty() && gaps.isEmpty() ? 0 : 1;
    }
}
