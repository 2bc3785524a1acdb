package dpsh.view;

/** The one place that picks a printer. */
public final class Printers {
    private Printers() {}

    public static Printer of(Format format) {
        return switch (format) {
            case TABLE -> new TablePrinter(new RecordPrinter());
            case RECORD -> new RecordPrinter();
            case JSON -> new JsonPrinter();
            case JSONL -> new JsonLinesPrinter();
            case CSV -> new CsvPrinter();
            case TSV -> new TsvPrinter();
        };
    }
}
