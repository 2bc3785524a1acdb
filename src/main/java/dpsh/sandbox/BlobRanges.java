package dpsh.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The criteria of a blob restore: ranges of names for a point in time, containers for a vaulted recovery point. */
final class BlobRanges {
    private static final int RANGES = 10;
    private static final int CONTAINERS = 100;
    private static final String CONTAINER = "[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]";

    private record Range(String from, String to) {
        boolean overlaps(Range other) {
            return from.compareTo(other.to) < 0 && other.from.compareTo(to) < 0;
        }
    }

    private BlobRanges() {}

    /**
     * What is wrong with the ranges; null when nothing is. At most 10, the start inclusive and before the end, 3 to 63
     * characters of container name, no system container, no overlap (blob-restore article and az's own checks).
     *
     * @param there the account's containers; empty when they are not known
     */
    static @Nullable DppError findInRanges(List<JsonNode> criteria, List<String> there) {
        if (criteria.size() > RANGES) {
            return RestoreFindings.tooManyCriteria();
        }
        List<Range> ranges = new ArrayList<>();
        for (JsonNode criterion : criteria) {
            String from = CaseBlind.text(criterion, "minMatchingValue");
            String to = CaseBlind.text(criterion, "maxMatchingValue");
            if (from == null || to == null || from.compareTo(to) >= 0) {
                return RestoreFindings.prefixRange("Let each range begin before its end.");
            }
            if (!container(from).matches(CONTAINER)) {
                return RestoreFindings.prefixRange("Begin each range with the name of a container.");
            }
            Range range = new Range(from, to);
            if (ranges.stream().anyMatch(range::overlaps)) {
                return RestoreFindings.prefixRange("Let the ranges not overlap.");
            }
            boolean found = there.stream()
                    .anyMatch(name ->
                            name.equals(container(from)) || (name.compareTo(from) > 0 && name.compareTo(to) < 0));
            if (!there.isEmpty() && !found) {
                return RestoreFindings.containerNotFound(container(from));
            }
            ranges.add(range);
        }
        return null;
    }

    private static String container(String value) {
        int slash = value.indexOf('/');
        return slash < 0 ? value : value.substring(0, slash);
    }

    /** What is wrong with the containers; null when nothing is. At most 100, with at most 10 prefixes each. */
    static @Nullable DppError findInContainers(List<JsonNode> criteria, List<String> backedUp) {
        if (criteria.size() > CONTAINERS) {
            return RestoreFindings.tooManyCriteria();
        }
        for (JsonNode criterion : criteria) {
            String container = CaseBlind.text(criterion, "itemPath");
            JsonNode prefixes = CaseBlind.member(criterion, "subItemPathPrefix");
            if (container == null || !(backedUp.isEmpty() || backedUp.contains(container))) {
                return RestoreFindings.containerNotBackedUp(container == null ? "" : container);
            }
            if (prefixes != null && prefixes.size() > RANGES) {
                return RestoreFindings.tooManyPrefixes();
            }
        }
        return null;
    }

    /** The names of the containers that come to the target. */
    static List<String> targets(RestoreRequest request, List<String> backedUp) {
        if (!request.itemLevel()) {
            return backedUp;
        }
        List<String> names = new ArrayList<>();
        for (JsonNode criterion : request.criteria()) {
            String renamed = CaseBlind.text(criterion, "renameTo");
            String path = CaseBlind.text(criterion, "itemPath");
            names.add(renamed != null && !renamed.isBlank() ? renamed : path == null ? "" : path);
        }
        return names;
    }
}
