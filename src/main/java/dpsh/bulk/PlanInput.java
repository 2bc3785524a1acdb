package dpsh.bulk;

import dpsh.arm.DpshException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Datasources that stand in a file: CSV with a header, one ID or name a line, or the JSON that dpsh or az lists. Which of them
 * it is shows in its text.
 *
 * @param wanted in the order of the file
 * @param unused the columns of a CSV file that mean nothing here
 */
public record PlanInput(List<Wanted> wanted, List<String> unused) {
    /** Room for the whole JSON of ten thousand resources. */
    private static final int MOST = 64 * 1024 * 1024;

    private static final String NEXT = "give one ID or name a line, CSV with a header, or JSON; - is standard input";

    public PlanInput {
        wanted = List.copyOf(wanted);
        unused = List.copyOf(unused);
    }

    /**
     * Reads a file, or standard input for {@code -}.
     *
     * @throws DpshException.Usage when it cannot be read or understood, with the lines that are wrong
     */
    public static PlanInput read(String file, InputStream standardInput) {
        String name = file.equals("-") ? "standard input" : "the file '" + file + "'";
        return of(name, new InputText(MOST, NEXT).read(name, file, standardInput));
    }

    /**
     * Reads text.
     *
     * @param name what it is called, for errors: "the file 'disks.csv'"
     */
    static PlanInput of(String name, String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw wrong(name, "is empty", "it holds no datasource");
        }
        PlanInput input = trimmed.startsWith("[") || trimmed.startsWith("{")
                ? JsonInput.read(name, text)
                : CsvInput.isHeader(firstLine(trimmed)) ? CsvInput.read(name, text) : lines(name, text);
        if (input.wanted().isEmpty()) {
            throw wrong(name, "holds no datasource", null);
        }
        return input;
    }

    /** One ID or name a line; empty lines and those that begin with # are passed over. */
    private static PlanInput lines(String name, String text) {
        List<Wanted> wanted = new ArrayList<>();
        Complaints complaints = new Complaints(name);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String value = line.strip();
            if (value.isEmpty() || value.startsWith("#")) {
                continue;
            }
            if (value.chars().anyMatch(Character::isWhitespace)) {
                complaints.add(
                        number,
                        "'" + shown(value) + "' has a blank, and is no ID or name",
                        "give one ID or name a line, CSV with a header, or JSON (`datasource list -o json`)");
            } else {
                wanted.add(Wanted.of(value, number));
            }
        }
        complaints.raise();
        return new PlanInput(wanted, List.of());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    static String shown(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "..." : value;
    }

    static DpshException.Usage wrong(String name, String what, @Nullable String why) {
        return new DpshException.Usage(name + " " + what, why, NEXT);
    }
}
