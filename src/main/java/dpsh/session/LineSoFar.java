package dpsh.session;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a line already, as far as it tells what fits next.
 *
 * @param command the words of the command: {@code protect}, {@code disk}
 * @param given what was given, arguments and options, by the kind of thing ({@code disk}, {@code vault}); in the order of the
 *     line
 */
public record LineSoFar(List<String> command, Map<String, List<String>> given) {
    /** Nothing stands there. */
    public static final LineSoFar NOTHING = new LineSoFar(List.of(), Map.of());

    public LineSoFar {
        command = List.copyOf(command);
        given = Map.copyOf(given);
    }

    /** What was given last of this kind, or null. */
    public @Nullable String last(String kind) {
        List<String> all = given.getOrDefault(kind, List.of());
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** Whether the command has this word. */
    boolean says(String word) {
        return command.stream().anyMatch(word::equalsIgnoreCase);
    }

    /** The word of the datasource kind that the line names, {@code disk} or {@code blob}; null when it names none. */
    @Nullable
    String datasourceWord() {
        String kind = last("kind");
        if (says("disk") || says("disks") || "disk".equalsIgnoreCase(kind)) {
            return "disk";
        }
        if (says("blob") || says("blobs") || "blob".equalsIgnoreCase(kind)) {
            return "blob";
        }
        return kind == null ? null : kind.toLowerCase(Locale.ROOT);
    }

    /** The disk or storage account that the line names last, by name or ID; null when it names none. */
    @Nullable
    String datasource() {
        for (String kind : List.of("disk", "account", "blob", "datasource")) {
            String given = last(kind);
            if (given != null) {
                return given;
            }
        }
        return null;
    }
}
