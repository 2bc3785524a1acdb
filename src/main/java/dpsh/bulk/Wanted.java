package dpsh.bulk;

import dpsh.backup.DatasourceKind;
import org.jspecify.annotations.Nullable;

/**
 * One datasource that somebody named, and what of its protection differs from the rest of the plan.
 *
 * @param datasource its ID or name
 * @param kind null for the plan's own
 * @param vault ID or name, or null for the plan's own
 * @param policy ID or name, or null for the plan's own
 * @param snapshotGroup ID or name, or null for the plan's own
 * @param line the line of the file that it stands in, from 1; 0 when it was read from none
 */
public record Wanted(
        String datasource,
        @Nullable DatasourceKind kind,
        @Nullable String vault,
        @Nullable String policy,
        @Nullable String snapshotGroup,
        int line) {
    /** One that is protected as the plan says. */
    public static Wanted of(String datasource) {
        return new Wanted(datasource, null, null, null, null, 0);
    }

    /** The same, read from this line of a file. */
    static Wanted of(String datasource, int line) {
        return new Wanted(datasource, null, null, null, null, line);
    }
}
