package io.plumbline.imports;

import io.plumbline.domain.Progress;
import io.plumbline.store.Imports;
import java.lang.System.Logger.Level;
import java.lang.System.Logger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes cancelled imports back while the person goes on. None of their records was ever visible; taking out a hundred thousand rows lasts
 * longer than anybody who cancels wants to wait. Where the program ends first, the workspace finishes the job when it is opened next.
 */
final class Retreat {

    private static final Logger LOG = System.getLogger(Retreat.class.getName());
    private static final int GLANCE_MILLIS = 200;

    private final AtomicReference<Thread> underWay = new AtomicReference<>();

    void takeBack(Imports.Writer writer) {
        Thread thread = new Thread(() -> close(writer), "import-taking-back");
        thread.setDaemon(true);
        underWay.set(thread);
        thread.start();
    }

    /** Waits until the last cancelled import is gone: one import is written at a time. */
    void await(Progress progress) {
        Thread thread = underWay.get();
        try {
            while (thread != null && thread.isAlive()) {
                progress.check();
                progress.update(0, -1, "records", "Taking back the import that was cancelled");
                thread.join(GLANCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Imports.Writer writer) {
        try {
            writer.close();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "a cancelled import is taken back when the workspace is opened next", e);
        }
    }
}
