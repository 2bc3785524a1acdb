package dpsh.view;

import dpsh.bulk.RunCounts;
import dpsh.store.ItemState;
import dpsh.store.RunItem;
import dpsh.store.RunRow;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A test suite as CI servers read it, each datasource a case of the class {@code vault.policy}. Protected and unchanged have
 * passed; blocked and failed are failures; unknown, and what the run did not come to, are errors: nobody can say of them that
 * they are protected, and a report that is green says so of all. Times are service time.
 */
final class JUnitReport implements RunReport {
    @Override
    public void write(RunRow run, Iterable<RunItem> items, Appendable out) throws IOException {
        RunCounts counts = RunCounts.of(items);
        int failures = counts.of(ItemState.BLOCKED) + counts.of(ItemState.FAILED);
        String numbers = attributes(
                "tests",
                counts.total(),
                "failures",
                failures,
                "errors",
                counts.total() - counts.good() - failures,
                "skipped",
                0,
                "time",
                Seconds.of(RunSpan.of(items).length()));
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites")
                .append(attributes("name", "dpsh"))
                .append(numbers)
                .append(">\n  <testsuite")
                .append(attributes("name", "run " + run.number() + ": " + PlainText.of(run.title())))
                .append(numbers)
                .append(attributes("timestamp", Times.absolute(run.createdAt()).replace("Z", "")))
                .append(">\n    <properties>\n");
        for (Map.Entry<String, String> property :
                Map.of("state", run.seenState().word(), "plan", PlainText.of(run.plan())).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList()) {
            out.append("      <property")
                    .append(attributes("name", property.getKey(), "value", property.getValue()))
                    .append("/>\n");
        }
        out.append("    </properties>\n");
        for (RunItem item : items) {
            testCase(run, new ItemText(item), out);
        }
        out.append("  </testsuite>\n</testsuites>\n");
    }

    private static void testCase(RunRow run, ItemText text, Appendable out) throws IOException {
        Duration took = text.took();
        out.append("    <testcase")
                .append(attributes(
                        "classname",
                        text.vault() + "." + text.policy(),
                        "name",
                        text.group().isEmpty() ? text.datasource() : text.datasource() + " (" + text.group() + ")",
                        "time",
                        Seconds.of(took == null ? Duration.ZERO : took)));
        if (text.item().state().good()) {
            out.append("/>\n");
            return;
        }
        Trouble trouble = trouble(run, text);
        out.append(">\n      <")
                .append(trouble.element())
                .append(attributes("type", trouble.type(), "message", trouble.message()))
                .append(">")
                .append(XmlText.of(String.join("\n", body(text))).replace("&#10;", "\n"))
                .append("</")
                .append(trouble.element())
                .append(">\n    </testcase>\n");
    }

    private record Trouble(String element, String type, String message) {}

    private static Trouble trouble(RunRow run, ItemText text) {
        String code = text.code();
        String why = text.why();
        ItemState state = text.item().state();
        String type = code == null ? state.word() : code;
        return switch (state) {
            case BLOCKED, FAILED -> new Trouble("failure", type, why == null ? type : why);
            case UNKNOWN -> new Trouble("error", type, why == null ? "nobody can tell how it ended" : why);
            default ->
                new Trouble(
                        "error",
                        "NotEnded",
                        "the run has not ended with it: it is " + state.word() + "; `runs resume " + run.number()
                                + "` goes on");
        };
    }

    private static List<String> body(ItemText text) {
        List<String> lines = new ArrayList<>();
        lines.add("state: " + text.state());
        line("code", text.code(), lines);
        line("why", text.why(), lines);
        line("fix", text.fix(), lines);
        line("activity", text.activity(), lines);
        line("datasource", text.id(), lines);
        return lines;
    }

    private static void line(String label, @Nullable String value, List<String> lines) {
        if (value != null) {
            lines.add(label + ": " + value);
        }
    }

    private static String attributes(Object... namesAndValues) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = XmlText.of(String.valueOf(namesAndValues[i + 1]));
            attributes
                    .append(' ')
                    .append(namesAndValues[i])
                    .append("=\"")
                    .append(value)
                    .append('"');
        }
        return attributes.toString();
    }
}
