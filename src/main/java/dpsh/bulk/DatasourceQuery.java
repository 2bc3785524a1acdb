package dpsh.bulk;

import dpsh.arm.Location;
import dpsh.backup.Datasource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which datasources: where they are looked for, and what they must be like. Whatever is empty or null does not narrow it.
 *
 * @param subscriptions names or IDs; all readable ones when empty
 * @param groups names or IDs of resource groups; a name is looked for in each of the subscriptions
 * @param tags a tag's name, compared without case as Azure does, and its value; {@link #ANY} for any value
 * @param name what the whole name must match
 * @param regions any of these
 * @param minGb least size in GiB, inclusive; what has no size never matches
 * @param maxGb largest size in GiB, inclusive
 * @param isProtected whether any readable vault protects it
 */
public record DatasourceQuery(
        List<String> subscriptions,
        List<String> groups,
        Map<String, String> tags,
        @Nullable Pattern name,
        List<Location> regions,
        @Nullable Long minGb,
        @Nullable Long maxGb,
        @Nullable Boolean isProtected) {
    /** Stands for any value of a tag. */
    public static final String ANY = "*";

    /** Everything that can be read. */
    public static final DatasourceQuery ALL =
            new DatasourceQuery(List.of(), List.of(), Map.of(), null, List.of(), null, null, null);

    public DatasourceQuery {
        subscriptions = List.copyOf(subscriptions);
        groups = List.copyOf(groups);
        tags = Map.copyOf(tags);
        regions = List.copyOf(regions);
    }

    /** A pattern for names in which {@code *} stands for any characters and {@code ?} for one; without regard to case. */
    public static Pattern glob(String glob) {
        StringBuilder regex = new StringBuilder();
        for (char c : glob.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** Everything in these places. */
    public static DatasourceQuery in(List<String> subscriptions, List<String> groups) {
        return new DatasourceQuery(subscriptions, groups, Map.of(), null, List.of(), null, null, null);
    }

    /** Whether it asks for more than a place. */
    public boolean isSelective() {
        return !tags.isEmpty()
                || name != null
                || !regions.isEmpty()
                || minGb != null
                || maxGb != null
                || isProtected != null;
    }

    /** Whether the resource itself is as asked; its place and whether it is protected are not looked at. */
    public boolean matches(Datasource datasource) {
        return tags.entrySet().stream().allMatch(tag -> hasTag(datasource, tag.getKey(), tag.getValue()))
                && (name == null || name.matcher(datasource.name()).matches())
                && (regions.isEmpty() || regions.contains(datasource.location()))
                && isSized(datasource.sizeGb());
    }

    private boolean isSized(@Nullable Long sizeGb) {
        if (minGb == null && maxGb == null) {
            return true;
        }
        return sizeGb != null && (minGb == null || sizeGb >= minGb) && (maxGb == null || sizeGb <= maxGb);
    }

    private static boolean hasTag(Datasource datasource, String name, String value) {
        return datasource.tags().entrySet().stream()
                .anyMatch(tag -> tag.getKey().equalsIgnoreCase(name)
                        && (value.equals(ANY) || tag.getValue().equals(value)));
    }
}
