package io.plumbline.ui.data;

import io.plumbline.imports.WatchedFolder;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Looks into the watched folder every few seconds while the window is open, on a thread of its own and without a trace; what is ready is
 * imported as a task that everybody sees, one file at a time.
 */
public final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = System.getLogger(FolderWatch.class.getName());
    private static final long SECONDS_BETWEEN_LOOKS = 2;

    private final WatchedFolder folder;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final Executor window;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "folder-watch");
        thread.setDaemon(true);
        return thread;
    });

    public FolderWatch(WatchedFolder folder, TaskRunner tasks, ErrorSurface errors) {
        this(folder, tasks, errors, Platform::runLater);
    }

    /** @param window where tasks are started */
    FolderWatch(WatchedFolder folder, TaskRunner tasks, ErrorSurface errors, Executor window) {
        this.folder = folder;
        this.tasks = tasks;
        this.errors = errors;
        this.window = window;
    }

    public void start() {
        looks.scheduleWithFixedDelay(this::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    /** Looks once, unless a file is being imported. */
    void look() {
        if (busy.get()) {
            return;
        }
        try {
            List<Path> ready = folder.ready();
            if (!ready.isEmpty() && busy.compareAndSet(false, true)) {
                window.execute(() -> take(ready.get(0)));
            }
        } catch (UncheckedIOException e) {
            LOG.log(Level.DEBUG, "the watched folder can't be read now", e);
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    private void take(Path file) {
        tasks.start("data.watched", "Importing " + file.getFileName() + " from the watched folder", progress -> folder.take(file, progress),
            taken -> busy.set(false), failure -> {
                busy.set(false);
                errors.show(failure);
            });
    }
}
