package dpsh.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Why an answer of the sandbox may differ from a recorded one: the lines of {@code contract/differences.tsv}. */
final class Differences {
    private record Line(Pattern request, Pattern difference, String reason) {}

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> used = new LinkedHashMap<>();

    static Differences load() {
        Differences all = new Differences();
        try (InputStream in = Differences.class.getResourceAsStream("/contract/differences.tsv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] cells = line.split("\t+");
                        all.lines.add(new Line(Pattern.compile(cells[0]), Pattern.compile(cells[1]), cells[2]));
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    /** Whether a line explains the difference; it is counted. */
    boolean explains(Exchange recorded, String difference) {
        String request = recorded.method() + " " + recorded.path() + "?api-version="
                + recorded.query().getOrDefault("api-version", "");
        for (Line line : lines) {
            if (line.request().matcher(request).matches()
                    && line.difference().matcher(difference).matches()) {
                used.merge(line.reason(), 1, Integer::sum);
                return true;
            }
        }
        return false;
    }

    /** Prints which explanations were needed, and how often. */
    void print(PrintStream out) {
        used.forEach((reason, count) -> out.println("explained " + count + " x: " + reason));
    }
}
