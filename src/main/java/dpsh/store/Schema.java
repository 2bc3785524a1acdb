package dpsh.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The tables, and the way from each older version to the newest. Step n brings a database of version n to n + 1; a step
 * that was released is never edited, a new one is added. Times are milliseconds since 1970.
 */
final class Schema {
    /** "dpsh" in ASCII: tells our databases from those of other programs (SQLite's application_id). */
    private static final int APPLICATION = 0x64707368;

    /** How long the rows of a sandbox's world are kept; its process is long gone then. */
    static final Duration SANDBOX_KEPT = Duration.ofDays(7);

    /** The tables of this dpsh. */
    static final Schema CURRENT = new Schema(List.of(
            List.of(
                    """
                    CREATE TABLE operations (
                      number INTEGER PRIMARY KEY AUTOINCREMENT,
                      world TEXT NOT NULL,
                      operation TEXT NOT NULL,
                      verb TEXT NOT NULL,
                      url TEXT NOT NULL,
                      target TEXT,
                      target_key TEXT,
                      client_request_id TEXT NOT NULL,
                      state TEXT NOT NULL,
                      http_status INTEGER,
                      async_url TEXT,
                      location_url TEXT,
                      retry_after INTEGER,
                      correlation_id TEXT,
                      error_code TEXT,
                      error_message TEXT,
                      error_cause TEXT,
                      error_actions TEXT,
                      error_target TEXT,
                      activity_id TEXT,
                      detail TEXT,
                      created_at INTEGER NOT NULL,
                      answered_at INTEGER,
                      polled_at INTEGER,
                      ended_at INTEGER,
                      owner_pid INTEGER NOT NULL,
                      owner_started INTEGER
                    )\
                    """,
                    "CREATE INDEX operations_by_world ON operations (world, number)",
                    "CREATE INDEX operations_by_state ON operations (world, state, number)",
                    "CREATE INDEX operations_by_target ON operations (world, target_key)",
                    """
                    CREATE TABLE resources (
                      world TEXT NOT NULL,
                      id_key TEXT NOT NULL,
                      id TEXT NOT NULL,
                      kind TEXT NOT NULL,
                      name TEXT NOT NULL,
                      name_key TEXT NOT NULL,
                      location TEXT,
                      note TEXT,
                      seen_at INTEGER NOT NULL,
                      UNIQUE (world, id_key)
                    )\
                    """,
                    "CREATE INDEX resources_by_name ON resources (world, name_key)",
                    "CREATE INDEX resources_by_kind_and_name ON resources (world, kind, name_key)",
                    "CREATE INDEX resources_by_kind_and_id ON resources (world, kind, id_key)"),
            List.of("""
                CREATE TABLE runs (
                  number INTEGER PRIMARY KEY AUTOINCREMENT,
                  world TEXT NOT NULL,
                  title TEXT NOT NULL,
                  plan TEXT NOT NULL,
                  grants INTEGER NOT NULL,
                  role_scope TEXT NOT NULL,
                  item_deadline INTEGER NOT NULL,
                  state TEXT NOT NULL,
                  created_at INTEGER NOT NULL,
                  ended_at INTEGER,
                  owner_pid INTEGER NOT NULL,
                  owner_started INTEGER
                )\
                """, "CREATE INDEX runs_by_world ON runs (world, number)", """
                CREATE TABLE run_items (
                  run INTEGER NOT NULL,
                  number INTEGER NOT NULL,
                  kind TEXT NOT NULL,
                  datasource TEXT NOT NULL,
                  location TEXT NOT NULL,
                  vault TEXT NOT NULL,
                  policy TEXT NOT NULL,
                  snapshot_group TEXT,
                  instance TEXT NOT NULL,
                  state TEXT NOT NULL,
                  code TEXT,
                  message TEXT,
                  fix TEXT,
                  activity_id TEXT,
                  operation INTEGER,
                  attempts INTEGER NOT NULL,
                  started_at INTEGER,
                  submitted_at INTEGER,
                  ended_at INTEGER,
                  PRIMARY KEY (run, number)
                ) WITHOUT ROWID\
                """),
            List.of("ALTER TABLE operations ADD COLUMN aim TEXT"),
            List.of(
                    "ALTER TABLE resources ADD COLUMN standing TEXT",
                    "ALTER TABLE resources ADD COLUMN fits TEXT",
                    """
                    CREATE TABLE known_worlds (
                      world TEXT PRIMARY KEY,
                      removals INTEGER NOT NULL DEFAULT 0,
                      refreshed_at INTEGER,
                      source TEXT,
                      took INTEGER
                    ) WITHOUT ROWID\
                    """),
            List.of(
                    "ALTER TABLE operations ADD COLUMN answer TEXT",
                    "ALTER TABLE operations ADD COLUMN answer_status INTEGER",
                    "ALTER TABLE operations ADD COLUMN answer_request_id TEXT"),
            List.of("CREATE INDEX resources_by_location ON resources (world, location)")));

    private final List<List<String>> steps;

    /** @param steps the statements that make version 1 out of nothing, then those that make version 2 of that, and so on */
    Schema(List<List<String>> steps) {
        this.steps = List.copyOf(steps);
    }

    List<List<String>> steps() {
        return steps;
    }

    /** The version that the steps lead to. */
    int newest() {
        return steps.size();
    }

    /**
     * The version of the database, 0 for an empty one.
     *
     * @throws SQLException when it is of a newer dpsh or of another program
     */
    int versionOf(Sql sql) throws SQLException {
        // In this order: what another process makes meanwhile, it makes in one transaction, tables and marks together.
        boolean tables = sql.number("SELECT count(*) FROM sqlite_master") != 0;
        boolean ours = sql.number("PRAGMA application_id") == APPLICATION;
        long version = sql.number("PRAGMA user_version");
        if (tables && !ours) {
            throw DatabaseTrouble.UnfitException.inTheWay("it is a database of another program");
        }
        if (version > newest()) {
            throw DatabaseTrouble.UnfitException.leaveIt(
                    "it was made by a newer dpsh (its version is " + version + ", this dpsh knows " + newest() + ")",
                    "use the newer dpsh, or give this one another directory with --home DIR");
        }
        return (int) version;
    }

    /** Brings the database to the newest version; to be called within a transaction that writes. */
    void migrate(Sql sql) throws SQLException {
        int version = versionOf(sql);
        if (version == newest()) {
            return;
        }
        for (List<String> step : steps.subList(version, newest())) {
            for (String statement : step) {
                sql.run(statement);
            }
        }
        sql.run("PRAGMA application_id = " + APPLICATION);
        sql.run("PRAGMA user_version = " + newest());
    }

    /** Removes what belongs to sandboxes that ended long ago; to be called within a transaction that writes. */
    void pruneWorlds(Sql sql, Instant now) throws SQLException {
        long before = now.minus(SANDBOX_KEPT).toEpochMilli();
        // ';' follows ':' in ASCII: the range is every world that begins with "sandbox:", and an index finds it.
        sql.update(
                "DELETE FROM operations WHERE world >= 'sandbox:' AND world < 'sandbox;' AND created_at < ?", before);
        sql.update(
                "DELETE FROM run_items WHERE run IN (SELECT number FROM runs"
                        + " WHERE world >= 'sandbox:' AND world < 'sandbox;' AND created_at < ?)",
                before);
        sql.update("DELETE FROM runs WHERE world >= 'sandbox:' AND world < 'sandbox;' AND created_at < ?", before);
        sql.update("DELETE FROM resources WHERE world >= 'sandbox:' AND world < 'sandbox;' AND seen_at < ?", before);
        sql.update(
                "DELETE FROM known_worlds WHERE world >= 'sandbox:' AND world < 'sandbox;'"
                        + " AND coalesce(refreshed_at, 0) < ?",
                before);
    }
}
