package io.plumbline.ui.common;

import io.plumbline.domain.Progress;
import java.util.function.Consumer;

/**
 * Runs work off the FX thread. The window's runner shows each task in the task strip; tests use one that runs on the calling thread.
 */
public interface TaskRunner {

    /**
     * Starts work. Of the tasks with the same {@code slot} only the newest counts: an older one is cancelled and its result dropped.
     *
     * @param slot    what the result is for, e.g. "drift.chart"
     * @param title   shown in the task strip, e.g. "Comparing runs"
     * @param work    done off the FX thread; throws {@link io.plumbline.domain.CancelledException} when cancelled
     * @param done    receives the result on the FX thread
     * @param failed  receives any exception on the FX thread, the {@code CancelledException} of a task that the person cancelled
     *                included (the error surface shows nothing for it); usually {@code errors::show}
     * @return the running task
     */
    <T> Running start(String slot, String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed);

    /** Work with a result. */
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** A task that was started. */
    interface Running {
        void cancel();
    }
}
