package dpsh.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The error codes that are known, with their cause and fix in our own words. The data and its sources stand in the resource
 * {@code errors.tsv} beside this class; many codes carry the service's prefix {@code UserError}, and both ways of naming
 * them find the entry.
 */
public final class ErrorCatalog {
    private static final String RESOURCE = "errors.tsv";
    private static final String PREFIX = "usererror";
    private static final int COLUMNS = 6;
    private static final int MOST_SUGGESTIONS = 3;

    private final Map<String, ErrorEntry> byFoldedCode;

    private ErrorCatalog(Map<String, ErrorEntry> byFoldedCode) {
        this.byFoldedCode = byFoldedCode;
    }

    /** Reads the catalogue that comes with dpsh. */
    public static ErrorCatalog load() {
        InputStream resource = ErrorCatalog.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException(RESOURCE + " is missing from the program");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return of(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ErrorCatalog of(List<String> lines) {
        Map<String, ErrorEntry> entries = new TreeMap<>();
        for (String line : lines) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            ErrorEntry entry = entry(line);
            if (entries.put(folded(entry.code()), entry) != null) {
                throw new IllegalStateException(RESOURCE + ": " + entry.code() + " stands there twice");
            }
        }
        return new ErrorCatalog(entries);
    }

    private static ErrorEntry entry(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(RESOURCE + ": " + COLUMNS + " columns expected in: " + line);
        }
        return new ErrorEntry(
                cells[0],
                cells[1],
                ErrorEntry.Waiting.of(cells[2]),
                cells[3].equals("-") ? null : cells[3],
                cells[4],
                cells[5]);
    }

    /** The entry of this code, without regard to case, with or without the prefix; null when it is not known. */
    public @Nullable ErrorEntry find(String code) {
        String folded = folded(code);
        ErrorEntry entry = byFoldedCode.get(folded);
        if (entry == null) {
            entry = byFoldedCode.get(PREFIX + folded);
        }
        return entry != null || !folded.startsWith(PREFIX)
                ? entry
                : byFoldedCode.get(folded.substring(PREFIX.length()));
    }

    /** At most three known codes that the word may have meant, the nearest first. */
    public List<ErrorEntry> similar(String code) {
        String word = bare(folded(code));
        if (word.length() < 3) {
            return List.of();
        }
        return byFoldedCode.values().stream()
                .filter(entry -> distance(word, entry) <= Math.max(2, word.length() / 4))
                .sorted(Comparator.comparingInt((ErrorEntry entry) -> distance(word, entry))
                        .thenComparing(ErrorEntry::code))
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    /** Every entry, by code. */
    public Collection<ErrorEntry> all() {
        return Collections.unmodifiableCollection(byFoldedCode.values());
    }

    private static String folded(String code) {
        return code.strip().toLowerCase(Locale.ROOT);
    }

    private static String bare(String folded) {
        return folded.startsWith(PREFIX) ? folded.substring(PREFIX.length()) : folded;
    }

    /** 0 for the code itself, 1 for a part of it, otherwise the number of letters to change. */
    private static int distance(String word, ErrorEntry entry) {
        String code = bare(folded(entry.code()));
        if (code.equals(word)) {
            return 0;
        }
        return code.contains(word) ? 1 : 1 + edits(word, code);
    }

    /** Levenshtein's distance. */
    private static int edits(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[right.length()];
    }
}
