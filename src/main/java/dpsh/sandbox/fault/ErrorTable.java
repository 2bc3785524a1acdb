package dpsh.sandbox.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the sandbox says for each error code that can be ordered: the resource {@code dpsh/sandbox/errors.tsv}. */
public final class ErrorTable {
    private static final String RESOURCE = "/dpsh/sandbox/errors.tsv";
    private static final int COLUMNS = 7;

    /**
     * An error of the service.
     *
     * @param provider true for the provider's UserFacingError envelope, false for ARM's
     * @param status of a refusal at once
     * @param later whether the request is accepted and its operation or job fails, where there is one
     * @param on the operations that it belongs to unless others are named; empty for all
     * @param action the provider's recommended action; empty with ARM
     */
    public record Entry(
            String code, boolean provider, int status, boolean later, Set<String> on, String message, String action) {
        public Entry {
            on = Set.copyOf(on);
        }
    }

    private final Map<String, Entry> byCode;

    private ErrorTable(Map<String, Entry> byCode) {
        this.byCode = byCode;
    }

    /** Reads the table. */
    public static ErrorTable load() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (InputStream in = ErrorTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    Entry entry = entry(line);
                    entries.put(entry.code().toLowerCase(Locale.ROOT), entry);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ErrorTable(entries);
    }

    private static Entry entry(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("A line of " + RESOURCE + " has " + cells.length + " columns: " + line);
        }
        Set<String> on = cells[4].equals("-") ? Set.of() : new TreeSet<>(List.of(cells[4].split(",")));
        return new Entry(
                cells[0],
                cells[1].equals("dpp"),
                Integer.parseInt(cells[2]),
                cells[3].equals("later"),
                on,
                cells[5],
                cells[6].equals("-") ? "" : cells[6]);
    }

    /** All of them, in the table's order. */
    public Collection<Entry> entries() {
        return List.copyOf(byCode.values());
    }

    /** The entry of a code, whatever its case; null when the table does not have it. */
    public @Nullable Entry find(String code) {
        return byCode.get(code.toLowerCase(Locale.ROOT));
    }

    /** The entry of a code, whatever its case. */
    public Entry get(String code) {
        Entry entry = find(code);
        if (entry != null) {
            return entry;
        }
        List<String> near = new ArrayList<>();
        String asked = code.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Entry> known : byCode.entrySet()) {
            if (known.getKey().contains(asked) || asked.contains(known.getKey())) {
                near.add(known.getValue().code());
            }
        }
        throw new FaultSyntaxException("the code '" + code + "' is not in the table"
                + (near.isEmpty()
                        ? "; it has " + byCode.size() + " codes, such as UserErrorMissingRequiredPermissions"
                        : "; did you mean " + String.join(", ", near) + "?"));
    }
}
