package io.plumbline.ui.shell;

import io.plumbline.domain.CancelledException;
import io.plumbline.ui.common.TaskRunner;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Runs work on background threads for the window. Of tasks with the same slot only the newest counts; a result that comes too late is
 * dropped. To be started on the FX thread.
 */
public final class WindowTaskRunner implements TaskRunner, AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "plumbline-task");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, RunningTask> newest = new HashMap<>();
    private final ObservableList<RunningTask> running = FXCollections.observableArrayList();

    /** What runs now, oldest first. */
    public ObservableList<RunningTask> running() {
        return running;
    }

    @Override
    public <T> Running start(String slot, String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        RunningTask task = new RunningTask(slot, title);
        RunningTask older = newest.put(slot, task);
        if (older != null) {
            older.cancel();
        }
        running.add(task);
        threads.execute(() -> {
            try {
                T result = work.run(task);
                Platform.runLater(() -> finish(task, () -> {
                    if (task.cancelled()) {
                        failed.accept(new CancelledException());
                    } else {
                        done.accept(result);
                    }
                }));
            } catch (Throwable failure) {
                Platform.runLater(() -> finish(task, () -> failed.accept(failure)));
            }
        });
        return task;
    }

    /** Cancels everything; results that still come are dropped. */
    @Override
    public void close() {
        newest.values().forEach(RunningTask::cancel);
        newest.clear();
        threads.shutdown();
    }

    private void finish(RunningTask task, Runnable deliver) {
        running.remove(task);
        if (newest.remove(task.slot(), task)) {
            deliver.run();
        }
    }
}
