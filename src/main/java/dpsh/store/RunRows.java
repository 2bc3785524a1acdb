package dpsh.store;

import dpsh.arm.DpshException;
import dpsh.arm.Location;
import dpsh.arm.ResourceId;
import dpsh.backup.DatasourceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows of the runs and run_items tables to {@link RunRow}s and {@link RunItem}s, and back. */
final class RunRows {
    static final String INSERT = """
            INSERT INTO run_items (state, code, message, fix, activity_id, operation, attempts, started_at, submitted_at,
              ended_at, run, number, kind, datasource, location, vault, policy, snapshot_group, instance)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    static final String UPDATE = """
            UPDATE run_items SET state = ?, code = ?, message = ?, fix = ?, activity_id = ?, operation = ?, attempts = ?,
              started_at = ?, submitted_at = ?, ended_at = ? WHERE run = ? AND number = ?""";

    private RunRows() {}

    /** What {@link #INSERT} takes. */
    static @Nullable Object[] values(long run, RunItem item) {
        return new @Nullable Object[] {
            item.state().name(),
            item.code(),
            item.message(),
            item.fix(),
            item.activity(),
            item.operation(),
            item.attempts(),
            millis(item.startedAt()),
            millis(item.submittedAt()),
            millis(item.endedAt()),
            run,
            item.number(),
            item.kind().name(),
            item.datasource().toString(),
            item.location().toString(),
            item.vault().toString(),
            item.policy().toString(),
            item.snapshotGroup() == null ? null : item.snapshotGroup().toString(),
            item.instance()
        };
    }

    /** What {@link #UPDATE} takes. */
    static @Nullable Object[] changes(long run, RunItem item) {
        return java.util.Arrays.copyOf(values(run, item), 12);
    }

    static RunRow run(ResultSet row) throws SQLException {
        return new RunRow(
                row.getLong("number"),
                row.getString("world"),
                row.getString("title"),
                row.getString("plan"),
                row.getInt("grants") != 0,
                row.getString("role_scope"),
                Duration.ofSeconds(row.getLong("item_deadline")),
                RunState.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                instant(row, "ended_at"),
                new Owner(row.getLong("owner_pid"), instant(row, "owner_started")));
    }

    static RunItem item(ResultSet row) throws SQLException {
        try {
            String group = row.getString("snapshot_group");
            return new RunItem(
                    row.getInt("number"),
                    DatasourceKind.valueOf(row.getString("kind")),
                    ResourceId.parse(row.getString("datasource")),
                    new Location(row.getString("location")),
                    ResourceId.parse(row.getString("vault")),
                    ResourceId.parse(row.getString("policy")),
                    group == null ? null : ResourceId.parse(group),
                    row.getString("instance"),
                    ItemState.valueOf(row.getString("state")),
                    row.getString("code"),
                    row.getString("message"),
                    row.getString("fix"),
                    row.getString("activity_id"),
                    number(row, "operation"),
                    row.getInt("attempts"),
                    instant(row, "started_at"),
                    instant(row, "submitted_at"),
                    instant(row, "ended_at"));
        } catch (IllegalArgumentException | DpshException.Usage e) {
            throw new SQLException(
                    "item " + row.getInt("number") + " of run " + row.getLong("run") + " is unreadable: "
                            + e.getMessage(),
                    e);
        }
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = number(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
