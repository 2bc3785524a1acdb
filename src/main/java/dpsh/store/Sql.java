package dpsh.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on one connection. */
final class Sql {
    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Runs a statement without parameters, for what it does. */
    void run(String statement) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute(statement);
        }
    }

    /** @return how many rows it changed */
    int update(String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement s = prepare(statement, values)) {
            return s.executeUpdate();
        }
    }

    /** The same statement once for each row of values. */
    void updateEach(String statement, Iterable<@Nullable Object[]> rows) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement(statement)) {
            for (@Nullable Object[] row : rows) {
                bind(s, row);
                s.executeUpdate();
            }
        }
    }

    /** All rows of the answer. */
    <T> List<T> query(RowReader<T> reader, String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement s = prepare(statement, values);
                ResultSet rows = s.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    /** The first column of the one row of the answer. */
    long number(String statement, @Nullable Object... values) throws SQLException {
        return query(row -> row.getLong(1), statement, values).get(0);
    }

    private PreparedStatement prepare(String statement, @Nullable Object[] values) throws SQLException {
        PreparedStatement s = connection.prepareStatement(statement);
        try {
            bind(s, values);
            return s;
        } catch (SQLException e) {
            s.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement s, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            s.setObject(i + 1, values[i]);
        }
    }

    /** Makes a value of the row that the answer stands at. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
