package io.plumbline.store;

import io.plumbline.domain.CancelledException;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is to write to the log. Imports exclude each other with a sentence; a revision of stored records waits for an import and
 * lets the next one wait, so that no record is stored between the reading and the writing of it.
 */
final class WritingTurn {

    private static final long GLANCE_MILLIS = 100;

    private final ReentrantLock revising = new ReentrantLock();
    private String importing = "";

    /** @throws InputException where another import is under way */
    void beginImport(String file) {
        revising.lock();
        try {
            if (!importing.isEmpty()) {
                throw new InputException(importing + " is being imported. Wait until that has finished, then import " + file + ".");
            }
            importing = file;
        } finally {
            revising.unlock();
        }
    }

    /** From any thread. */
    void endImport() {
        revising.lock();
        try {
            importing = "";
        } finally {
            revising.unlock();
        }
    }

    /** Waits for its turn and keeps it while the work is done. */
    <T> T revise(Progress progress, Work<T> work) {
        while (true) {
            revising.lock();
            try {
                if (importing.isEmpty()) {
                    return work.run();
                }
                progress.update(0, -1, "records", "Waiting until " + importing + " is imported");
            } finally {
                revising.unlock();
            }
            progress.check();
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** What is done in a turn. */
    @FunctionalInterface
    interface Work<T> {
        T run();
    }
}
