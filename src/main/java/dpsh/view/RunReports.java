package dpsh.view;

import dpsh.arm.DpshException;
import dpsh.store.RunItem;
import dpsh.store.RunRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Picks a report by the ending of a file's name, and writes the file whole or not at all. */
public final class RunReports {
    private static final String ENDINGS =
            "end the name in .html, .md, .csv, .jsonl or .xml (JUnit), which choose what is written";

    private RunReports() {}

    /**
     * The report that a file of this name holds.
     *
     * @throws DpshException.Usage when the ending is none of {@code .html .md .csv .jsonl .xml}
     */
    public static RunReport of(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "xml" -> new JUnitReport();
            case "jsonl" -> new JsonLinesReport();
            case "csv" -> new CsvReport();
            case "md" -> new MarkdownReport();
            case "html" -> new HtmlReport();
            default -> throw new DpshException.Usage("'" + file + "' names no kind of report", null, ENDINGS);
        };
    }

    /**
     * Writes the report into the file, in UTF-8. A file that is there is replaced when the whole report is written; a pipe or a
     * device is written to directly.
     *
     * @throws DpshException.Usage as {@link #of}
     * @throws DpshException.Refused when it cannot be written
     */
    public static void write(Path file, RunRow run, Iterable<RunItem> items) {
        RunReport report = of(file);
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                into(file, report, run, items);
                return;
            }
            Path whole = file.toAbsolutePath();
            Path part = whole.resolveSibling(whole.getFileName() + ".part");
            try {
                into(part, report, run, items);
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | InvalidPathException e) {
            throw new DpshException.Refused(
                    "the report cannot be written into " + file,
                    e.getClass().getSimpleName() + ": " + e.getMessage(),
                    "name a file in a directory that is there and can be written");
        }
    }

    private static void into(Path file, RunReport report, RunRow run, Iterable<RunItem> items) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            report.write(run, items, out);
        }
    }
}
