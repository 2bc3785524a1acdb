package dpsh.view;

import dpsh.bulk.RunCounts;
import dpsh.store.ItemState;
import dpsh.store.RunItem;
import dpsh.store.RunRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page that opens without a network: the summary, the reasons, a timeline, and a table to filter and sort. Its style and its
 * script are allowed by their digests and nothing else is (Content-Security-Policy), so that no text of the service can load,
 * run or send anything; the data is JSON in which no end of an element can be written.
 */
final class HtmlReport implements RunReport {
    private static final List<ItemState> SHOWN = List.of(
            ItemState.PROTECTED,
            ItemState.UNCHANGED,
            ItemState.FAILED,
            ItemState.BLOCKED,
            ItemState.UNKNOWN,
            ItemState.CONFIGURING,
            ItemState.SUBMITTED,
            ItemState.VALIDATED,
            ItemState.GRANTED,
            ItemState.PLANNED);

    @Override
    public void write(RunRow run, Iterable<RunItem> items, Appendable out) throws IOException {
        RunCounts counts = RunCounts.of(items);
        String style = resource("report.css");
        String script = resource("report.js");
        String page = resource("report.html")
                .replace("@{policy}", policy(style, script))
                .replace("@{style}", style)
                .replace("@{script}", script)
                .replace("@{number}", String.valueOf(run.number()))
                .replace("@{facts}", facts(run))
                .replace("@{good}", Counted.grouped(counts.good()))
                .replace("@{total}", Counted.grouped(counts.total()))
                .replace("@{verdict}", verdict(run, counts))
                .replace("@{states}", states(counts));
        // The title is put in last: whatever it holds, it is not looked at for further places.
        String[] parts = page.split("@\\{(title|data)}", -1);
        String title = XmlText.of(PlainText.of(run.title()));
        out.append(String.join(title, Arrays.copyOf(parts, parts.length - 1)));
        data(run, items, out);
        out.append(parts[parts.length - 1]);
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; style-src '" + digest(style) + "'; script-src '" + digest(script)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String facts(RunRow run) {
        Instant ended = run.endedAt();
        String length = ended == null ? "" : " · took " + Times.length(Duration.between(run.createdAt(), ended));
        return run.seenState().word() + " · begun " + Times.absolute(run.createdAt()) + length + " · plan "
                + XmlText.of(PlainText.of(run.plan()));
    }

    private static String verdict(RunRow run, RunCounts counts) {
        int open = counts.total() - counts.good() - counts.notProtected();
        int bad = counts.notProtected();
        String not = bad == 0 ? "" : Counted.grouped(bad) + (bad == 1 ? " is" : " are") + " not";
        if (open > 0) {
            String more = "the run has not ended with " + Counted.grouped(open) + ": <code>runs resume " + run.number()
                    + "</code> goes on.";
            return Clause.begun(not.isEmpty() ? more : not + ", and " + more);
        }
        return bad == 0
                ? "Nothing is left to do."
                : not + ": <code>runs retry " + run.number() + only(counts)
                        + "</code> tries again once the reasons are mended.";
    }

    /** What is blocked is tried again only when somebody says so. */
    private static String only(RunCounts counts) {
        return counts.of(ItemState.BLOCKED) == 0
                ? ""
                : " --only "
                        + Stream.of(ItemState.FAILED, ItemState.BLOCKED, ItemState.UNKNOWN)
                                .filter(state -> counts.of(state) > 0)
                                .map(ItemState::word)
                                .collect(Collectors.joining(","));
    }

    private static String states(RunCounts counts) {
        return SHOWN.stream()
                .filter(state -> counts.of(state) > 0)
                .map(state -> "<li><button type=\"button\" class=\"chip " + state.word() + "\" data-state=\""
                        + state.word() + "\" aria-pressed=\"false\"><span class=\"dot\"></span>" + state.word() + " <b>"
                        + Counted.grouped(counts.of(state)) + "</b></button></li>")
                .collect(Collectors.joining("\n"));
    }

    /** An array of arrays; the script names the places in the same order. Times are milliseconds since the run's begin. */
    private static void data(RunRow run, Iterable<RunItem> items, Appendable out) throws IOException {
        RunSpan span = RunSpan.of(items);
        out.append("{\"run\":" + run.number() + ",\"length\":" + span.length().toMillis() + ",\"items\":[");
        String between = "\n";
        for (RunItem item : items) {
            ItemText text = new ItemText(item);
            String row = JsonText.of(Map.of(
                    "",
                    Arrays.asList(
                            item.number(),
                            text.datasource(),
                            text.id(),
                            item.kind().word(),
                            item.location().name(),
                            text.vault(),
                            text.policy(),
                            PlainText.of(item.instance()),
                            text.state(),
                            text.code(),
                            text.why(),
                            text.fix(),
                            text.activity(),
                            since(span, item.startedAt()),
                            since(span, item.submittedAt()),
                            since(span, item.endedAt()))));
            out.append(between).append(inScript(row.substring("{\"\":".length(), row.length() - 1)));
            between = ",\n";
        }
        out.append("\n]}");
    }

    private static @Nullable Long since(RunSpan span, @Nullable Instant time) {
        Instant begin = span.begin();
        return begin == null || time == null
                ? null
                : Duration.between(begin, time).toMillis();
    }

    /** Inside of a script element only these could begin markup; in JSON they stand in strings only. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in this build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
