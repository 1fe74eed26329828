package io.plumbline.store;

import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Lets one transaction write at a time. H2 saves its tables and its undo log one after the other; what a second thread changes between the
 * two comes back after a kill as an entry of a transaction that nobody knows, and whoever touches that entry waits for ever. Every change
 * in this package is therefore made in a transaction, and reading is not.
 */
final class OneWriterAtATime extends DelegatingTransactionHandler {

    private final ReentrantLock writing;

    OneWriterAtATime() {
        this(LocalTransactionHandler.binding(), new ReentrantLock());
    }

    private OneWriterAtATime(TransactionHandler handler, ReentrantLock writing) {
        super(handler);
        this.writing = writing;
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        return new OneWriterAtATime(getDelegate().specialize(handle), writing);
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback) throws X {
        writing.lock();
        try {
            return super.inTransaction(handle, callback);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> callback) throws X {
        writing.lock();
        try {
            return super.inTransaction(handle, level, callback);
        } finally {
            writing.unlock();
        }
    }
}
