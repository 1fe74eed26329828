package io.plumbline.store;

import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jdbi.v3.core.Handle;

/**
 * How many pages of the database stay in memory. What an import writes is not read again while it lasts; keeping it would cost memory and
 * have the garbage collector move it about. Set in the engine itself, because the statement for it writes to the file each time.
 */
enum PageCache {
    /** For questions. */
    USUAL(128 << 10),
    /** For an import. */
    SMALL(8 << 10);

    private final int kilobytes;

    PageCache(int kilobytes) {
        this.kilobytes = kilobytes;
    }

    int kilobytes() {
        return kilobytes;
    }

    void set(Handle handle) throws SQLException {
        if (handle.getConnection().unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            session.getDatabase().setCacheSize(kilobytes);
        }
    }
}
