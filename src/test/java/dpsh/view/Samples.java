package dpsh.view;

import java.util.List;
import java.util.Map;

/** Lists that the printers' tests print. */
final class Samples {
    private static final Noun INSTANCE = Noun.of("backup instance");
    private static final List<Column> COLUMNS =
            List.of(Column.of("name"), Column.of("policy"), Column.whole("state"), Column.number("GB"));

    private Samples() {}

    static Listing empty() {
        return new Listing(INSTANCE, COLUMNS, List.of(), null);
    }

    static Listing of(String... names) {
        return new Listing(
                INSTANCE, COLUMNS, List.of(names).stream().map(Samples::row).toList(), null);
    }

    private static Listing.Row row(String name) {
        return new Listing.Row(
                List.of(
                        Cell.of(name),
                        Cell.of("DiskBackup-Policy"),
                        Cell.of("ProtectionConfigured", Tone.GOOD),
                        Cell.of(String.valueOf(name.length()))),
                "{\"name\":" + JsonText.of(Map.of("n", name)).replaceAll("^\\{\"n\":(.*)}$", "$1")
                        + ", \"size\" : 1.10}");
    }
}
