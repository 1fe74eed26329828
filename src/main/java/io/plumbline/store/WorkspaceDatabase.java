package io.plumbline.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The H2 file of a workspace, brought to the newest schema. */
final class WorkspaceDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;

    private WorkspaceDatabase(JdbcConnectionPool pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /** @param file path without ".mv.db" */
    static WorkspaceDatabase open(Path file) {
        // The delay of −1 keeps the file open between two uses of the pool; close() shuts it down.
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:file:" + file
            + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=131072", "plumbline", "");
        pool.setMaxConnections(CONNECTIONS);
        try {
            Flyway.configure().dataSource(pool).locations("classpath:io/plumbline/store/migrations").loggers(MigrationLog.class.getName()).load().migrate();
            return new WorkspaceDatabase(pool);
        } catch (FlywayException | JdbiException e) {
            pool.dispose();
            throw new WorkspaceException("The database " + file + ".mv.db can't be opened. Your decisions are safe in journal.jsonl beside "
                + "it; restore the database from a backup, or move it away and import the files again.", e);
        }
    }

    Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new WorkspaceException("The database could not be closed in order. It will be repaired when the workspace is opened next.", e);
        } finally {
            pool.dispose();
        }
    }
}
