package io.plumbline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/** The H2 file of a workspace, brought to the newest schema. */
final class WorkspaceDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private final JdbcDataSource source;
    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;

    private WorkspaceDatabase(JdbcDataSource source, JdbcConnectionPool pool) {
        this.source = source;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).setTransactionHandler(new OneWriterAtATime());
        jdbi.getConfig(SqlStatements.class).setSqlParser(new PlainSqlParser()).setTemplateEngine(TemplateEngine.NOP);
    }

    /** @param file path without ".mv.db" */
    static WorkspaceDatabase open(Path file) {
        boolean fresh = !Files.exists(store(file));
        try {
            WorkspaceDatabase database = connect(file);
            return database.isReady(fresh) ? database : migrated(file, database);
        } catch (FlywayException | JdbiException | SQLException | IOException e) {
            throw new WorkspaceException("The database " + file + ".mv.db can't be opened. Your decisions are safe in journal.jsonl beside "
                + "it; restore the database from a backup, or move it away and import the files again.", e);
        }
    }

    private static WorkspaceDatabase connect(Path file) {
        JdbcDataSource source = new JdbcDataSource();
        // DB_CLOSE_DELAY=-1 keeps the file open between two uses of the pool; close() shuts it down. No delay and no compaction: nothing
        // but a commit writes to the file, on the thread that commits (see OneWriterAtATime). Statistics would rewrite table definitions in
        // the middle of an import. The trace file would hold texts of records.
        source.setURL("jdbc:h2:file:" + file + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;AUTO_COMPACT_FILL_RATE=0"
            + ";MAX_COMPACT_TIME=0;ANALYZE_AUTO=0;TRACE_LEVEL_FILE=0;CACHE_SIZE=" + PageCache.USUAL.kilobytes());
        source.setUser("plumbline");
        source.setPassword("");
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(CONNECTIONS);
        return new WorkspaceDatabase(source, pool);
    }

    /** Whether it has the newest schema, which a database without any is given here. */
    private boolean isReady(boolean fresh) throws SQLException, IOException {
        try (Connection connection = pool.getConnection()) {
            if (fresh) {
                Schema.create(connection);
            }
            return fresh || Schema.isCurrent(connection);
        } catch (SQLException | IOException e) {
            pool.dispose();
            throw e;
        }
    }

    /** Brought to the newest schema. Before that, a database that has another is copied, so that a migration that fails costs nothing. */
    private static WorkspaceDatabase migrated(Path file, WorkspaceDatabase database) throws IOException {
        WorkspaceDatabase current = database;
        try {
            MigrationInfoService state = flyway(current).info();
            if (state.pending().length == 0) {
                // Even a migration with nothing to do writes, which a full drive does not forgive.
                return current;
            }
            if (state.current() != null) {
                current.close();
                Files.copy(store(file), file.resolveSibling("before-migration-from-" + state.current().getVersion() + ".mv.db"),
                    StandardCopyOption.REPLACE_EXISTING);
                current = connect(file);
            }
            flyway(current).migrate();
            return current;
        } catch (FlywayException | JdbiException | IOException e) {
            current.pool.dispose();
            throw e;
        }
    }

    private static Flyway flyway(WorkspaceDatabase database) {
        return Flyway.configure().dataSource(database.pool).locations("classpath:" + Schema.FOLDER)
            .loggers(MigrationLog.class.getName()).load();
    }

    private static Path store(Path file) {
        return file.resolveSibling(file.getFileName() + ".mv.db");
    }

    /**
     * Finds the newest state in a file whose process was killed. H2 2.5.252 by itself trusts the file's header, which may be behind, and
     * then comes back without the last commits or even without a table; its search through the whole file does find them.
     */
    static void repair(Path file) {
        Path store = store(file);
        if (!Files.exists(store)) {
            return;
        }
        try (MVStore found = new MVStore.Builder().fileName(store.toString()).recoveryMode().autoCommitDisabled().open()) {
            found.sync();
        } catch (MVStoreException e) {
            throw new WorkspaceException("The database " + store + " was damaged when Plumbline last ended and can't be repaired. Your "
                + "decisions are safe in journal.jsonl beside it; move the database away and import the files again.", e);
        }
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** Commits a change, and with it all earlier ones, to the disk itself before it returns. */
    static void durably(Jdbi jdbi, Consumer<Handle> change) {
        try {
            jdbi.useTransaction(change::accept);
            jdbi.useTransaction(handle -> handle.execute("checkpoint sync"));
        } catch (JdbiException e) {
            throw new WorkspaceException("The database can't be written (is the drive full?). What was in the workspace before is safe. Make room, "
                + "close Plumbline and open the workspace again.", e);
        }
    }

    @Override
    public void close() {
        pool.dispose();
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new WorkspaceException("The database could not be closed in order. It will be repaired when the workspace is opened next.", e);
        }
    }
}
