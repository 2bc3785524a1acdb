package dpsh.view;

import dpsh.backup.ErrorEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue knows of error codes ({@code explain}). As JSON:
 * {@code {"code":…,"phase":…,"meaning":…,"fix":…,"command":…,"outside":…,"waitingHelps":"yes"|"no"|"unknown"}}.
 */
public final class ErrorEntryView implements View<ErrorEntry> {
    private static final Noun NOUN = Noun.of("error code");
    public static final List<Column> COLUMNS =
            List.of(Column.of("code"), Column.of("appears in"), Column.of("means"), Column.extra("command"));

    @Override
    public Listing listing(List<ErrorEntry> entries) {
        return new Listing(
                NOUN,
                COLUMNS,
                entries.stream()
                        .map(entry -> new Listing.Row(
                                List.of(
                                        Cell.of(entry.code()),
                                        Cell.of(entry.phase()),
                                        Cell.of(entry.meaning()),
                                        Cell.of(entry.command())),
                                raw(entry)))
                        .toList(),
                null);
    }

    @Override
    public Detail detail(ErrorEntry entry) {
        return Detail.of(fields(entry), raw(entry));
    }

    /** What is known of it, label by label. */
    public static List<Detail.Field> fields(ErrorEntry entry) {
        List<Detail.Field> fields = new ArrayList<>(List.of(
                Detail.Field.of("code", entry.code()),
                Detail.Field.of("appears in", entry.phase()),
                Detail.Field.of("means", entry.meaning()),
                Detail.Field.of("what helps", entry.fix()),
                Detail.Field.of("command", entry.command())));
        if (entry.outside() != null) {
            fields.add(Detail.Field.of("outside dpsh", entry.outside()));
        }
        fields.add(Detail.Field.of("waiting helps", entry.waiting().word()));
        return fields;
    }

    private static String raw(ErrorEntry entry) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("code", entry.code());
        members.put("phase", entry.phase());
        members.put("meaning", entry.meaning());
        members.put("fix", entry.fix());
        members.put("command", entry.command());
        members.put("outside", entry.outside());
        members.put("waitingHelps", entry.waiting().word());
        return JsonText.of(members);
    }
}
