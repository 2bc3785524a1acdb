package dpsh.view;

/** The one place that picks a printer. */
final class Printers {
    private Printers() {}

    static Printer of(Format format) {
        return switch (format) {
            case TABLE -> new TablePrinter(new RecordPrinter());
            case RECORD -> new RecordPrinter();
            case JSON -> new JsonPrinter();
            case JSONL -> new JsonLinesPrinter();
            case YAML -> new YamlPrinter();
            case CSV -> new CsvPrinter();
            case TSV -> new TsvPrinter();
        };
    }
}
