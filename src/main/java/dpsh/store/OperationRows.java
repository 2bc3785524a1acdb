package dpsh.store;

import dpsh.arm.Answered;
import dpsh.arm.DpshException;
import dpsh.arm.ErrorBody;
import dpsh.arm.Exchanged;
import dpsh.arm.ResourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the operations table to {@link OperationRow}s. */
final class OperationRows {
    private OperationRows() {}

    static OperationRow read(ResultSet row) throws SQLException {
        try {
            return new OperationRow(
                    row.getLong("number"),
                    row.getString("world"),
                    row.getString("operation"),
                    row.getString("verb"),
                    row.getString("url"),
                    id(row, "target"),
                    row.getString("client_request_id"),
                    OperationState.valueOf(row.getString("state")),
                    status(row),
                    row.getString("async_url"),
                    row.getString("location_url"),
                    retryAfter(row),
                    row.getString("correlation_id"),
                    error(row),
                    row.getString("detail"),
                    Instant.ofEpochMilli(row.getLong("created_at")),
                    instant(row, "answered_at"),
                    instant(row, "polled_at"),
                    instant(row, "ended_at"),
                    new Owner(row.getLong("owner_pid"), instant(row, "owner_started")),
                    id(row, "aim"));
        } catch (IllegalArgumentException | DpshException.Usage e) {
            throw new SQLException("operation " + row.getLong("number") + " is unreadable: " + e.getMessage(), e);
        }
    }

    static Exchanged exchanged(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return new Exchanged(
                row.getString("verb"),
                row.getString("url"),
                row.getString("client_request_id"),
                answer == null
                        ? null
                        : new Answered(
                                row.getInt("answer_status"),
                                row.getString("answer_request_id"),
                                row.getString("correlation_id"),
                                answer));
    }

    /** One action a line; a line break within one becomes a blank. */
    static String lines(List<String> actions) {
        return String.join(
                "\n", actions.stream().map(a -> a.replaceAll("\\R", " ")).toList());
    }

    private static @Nullable ResourceId id(ResultSet row, String column) throws SQLException {
        String id = row.getString(column);
        return id == null ? null : ResourceId.parse(id);
    }

    private static @Nullable Integer status(ResultSet row) throws SQLException {
        int status = row.getInt("http_status");
        return row.wasNull() ? null : status;
    }

    private static @Nullable Duration retryAfter(ResultSet row) throws SQLException {
        long seconds = row.getLong("retry_after");
        return row.wasNull() ? null : Duration.ofSeconds(seconds);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable ErrorBody error(ResultSet row) throws SQLException {
        String code = row.getString("error_code");
        if (code == null) {
            return null;
        }
        String actions = row.getString("error_actions");
        return new ErrorBody(
                code,
                row.getString("error_message"),
                row.getString("error_cause"),
                actions.isEmpty() ? List.of() : List.of(actions.split("\n")),
                row.getString("activity_id"),
                row.getString("error_target"));
    }
}
