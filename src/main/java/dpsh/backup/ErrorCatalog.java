package dpsh.backup;

import dpsh.arm.Nearest;
import dpsh.arm.ProgramText;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The error codes that are known, with their cause and fix in our own words. The data and its sources stand in the resource
 * {@code errors.tsv} beside this class; many codes carry the service's prefix {@code UserError}, and both ways of naming
 * them find the entry.
 */
public final class ErrorCatalog {
    private static final String RESOURCE = "errors.tsv";
    private static final String PREFIX = "usererror";
    private static final int COLUMNS = 7;

    /** Shorter ones are found in too many codes. */
    private static final int SHORTEST_PART = 3;

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z-]{3,}");
    private static final Pattern STATUS = Pattern.compile(
            "\\b(?:HTTP(?:/\\d(?:\\.\\d)?)?|status(?: ?code)?\"?)[ :=\"]{1,3}([1-5]\\d\\d)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, ErrorEntry> byFoldedCode;

    private ErrorCatalog(Map<String, ErrorEntry> byFoldedCode) {
        this.byFoldedCode = byFoldedCode;
    }

    /** Reads the catalogue that comes with dpsh. */
    public static ErrorCatalog load() {
        return of(ProgramText.lines(ErrorCatalog.class, RESOURCE));
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
                orNull(cells[3]),
                orNull(cells[4]),
                cells[5],
                cells[6]);
    }

    private static @Nullable String orNull(String cell) {
        return cell.equals("-") ? null : cell;
    }

    /**
     * The entry of this code, without regard to case, with or without the prefix, or of the number of an HTTP status; null when
     * it is not known.
     */
    public @Nullable ErrorEntry find(String code) {
        String folded = folded(code);
        for (String key : List.of(folded, PREFIX + folded, "http " + folded)) {
            ErrorEntry entry = byFoldedCode.get(key);
            if (entry != null) {
                return entry;
            }
        }
        return byFoldedCode.get(bare(folded));
    }

    /**
     * The entries of the codes that a text names, such as a pasted error: in their order, a status only where no code is
     * named.
     */
    public List<ErrorEntry> named(String text) {
        Set<ErrorEntry> named = new LinkedHashSet<>();
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            ErrorEntry entry = find(word.group());
            if (entry != null && entry.code().endsWith(word.group()) && standsAsCode(text, word)) {
                named.add(entry);
            }
        }
        Matcher status = STATUS.matcher(text);
        if (named.isEmpty() && status.find()) {
            ErrorEntry entry = find(status.group(1));
            return entry == null ? List.of() : List.of(entry);
        }
        return List.copyOf(named);
    }

    /** A code that is a word of the language, such as {@code Conflict}, is none where it stands in a sentence. */
    private static boolean standsAsCode(String text, Matcher word) {
        boolean compound = word.group().chars().skip(1).anyMatch(Character::isUpperCase);
        return compound || word.end() < text.length() && ":\"')]".indexOf(text.charAt(word.end())) >= 0;
    }

    /** The entries in whose code, meaning or fix all of these words stand, those with them in their code first. */
    public List<ErrorEntry> about(String words) {
        List<String> wanted = Arrays.stream(folded(words).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (wanted.stream().noneMatch(word -> word.length() >= SHORTEST_PART)) {
            return List.of();
        }
        Set<ErrorEntry> about = new LinkedHashSet<>();
        byFoldedCode.forEach((code, entry) -> {
            if (wanted.stream().allMatch(code::contains)) {
                about.add(entry);
            }
        });
        for (ErrorEntry entry : byFoldedCode.values()) {
            String text = folded(entry.code() + " " + entry.meaning() + " " + entry.fix());
            if (wanted.stream().allMatch(text::contains)) {
                about.add(entry);
            }
        }
        return List.copyOf(about);
    }

    /** At most three known codes that the word may have meant, the nearest first. */
    public List<ErrorEntry> similar(String code) {
        String word = bare(folded(code));
        if (word.length() < SHORTEST_PART) {
            return List.of();
        }
        Nearest near = Nearest.to(word, Math.max(2, word.length() / 4));
        byFoldedCode.keySet().forEach(known -> near.look(bare(known)));
        return near.found().stream()
                .map(known -> byFoldedCode.getOrDefault(PREFIX + known, byFoldedCode.get(known)))
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
}
