package dpsh.view;

import dpsh.backup.ErrorEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue knows of error codes ({@code explain}). As JSON:
 * {@code {"code":…,"phase":…,"meaning":…,"fix":…,"command":…,"waitingHelps":"yes"|"no"|"unknown"}}.
 */
public final class ErrorEntryView implements View<ErrorEntry> {
    private static final Noun NOUN = Noun.of("error code");
    private static final List<Column> COLUMNS =
            List.of(Column.of("code"), Column.of("phase"), Column.of("meaning"), Column.extra("command"));

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
        return Detail.of(
                List.of(
                        Detail.Field.of("code", entry.code()),
                        Detail.Field.of("appears in", entry.phase()),
                        Detail.Field.of("means", entry.meaning()),
                        Detail.Field.of("what helps", entry.fix()),
                        Detail.Field.of("command", entry.command()),
                        Detail.Field.of("waiting helps", entry.waiting().word())),
                raw(entry));
    }

    private static String raw(ErrorEntry entry) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("code", entry.code());
        members.put("phase", entry.phase());
        members.put("meaning", entry.meaning());
        members.put("fix", entry.fix());
        members.put("command", entry.command());
        members.put("waitingHelps", entry.waiting().word());
        return JsonText.of(members);
    }
}
