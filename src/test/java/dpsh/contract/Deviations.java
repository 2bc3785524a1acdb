package dpsh.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the live service is known not to keep its contract: the lines of {@code contract/deviations.tsv}, each with a name, what
 * it covers, why, and who saw it.
 */
final class Deviations {
    /**
     * One line.
     *
     * @param covers matches a finding as text
     */
    record Deviation(String name, Pattern covers, String reason, String source) {}

    private final List<Deviation> all;

    private Deviations(List<Deviation> all) {
        this.all = all;
    }

    static Deviations load() {
        List<Deviation> all = new ArrayList<>();
        try (InputStream in = Deviations.class.getResourceAsStream("/contract/deviations.tsv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line : reader.lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t+");
                if (cells.length != 4) {
                    throw new IllegalArgumentException("Not four cells: " + line);
                }
                all.add(new Deviation(cells[0], Pattern.compile(cells[1]), cells[2], cells[3]));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Deviations(List.copyOf(all));
    }

    List<Deviation> all() {
        return all;
    }

    /** The first deviation that covers a finding, or null. */
    @Nullable
    Deviation of(Finding finding) {
        for (Deviation deviation : all) {
            if (deviation.covers().matcher(finding.toString()).matches()) {
                return deviation;
            }
        }
        return null;
    }
}
