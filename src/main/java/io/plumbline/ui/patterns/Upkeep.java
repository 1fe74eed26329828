package io.plumbline.ui.patterns;

import io.plumbline.monitoring.WatchedRecords;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.TaskRunner;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;

/**
 * Brings what was found on stored records up to date after imports and decisions, as tasks that everybody sees: the flags of the watch list.
 * What is due follows from the journal and the log, so it is done later where the program ended in between.
 */
public final class Upkeep implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Upkeep.class.getName());

    private final WatchedRecords watched;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final Executor looking;
    private final Executor window;
    private final Runnable end;
    /** The change that a task follows or followed; what a person cancelled, or what failed, is tried again by the next change only. */
    private final AtomicReference<Optional<Long>> begun = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Subscriptions subscriptions = new Subscriptions();

    public static Upkeep of(Workspace workspace, TaskRunner tasks, ErrorSurface errors) {
        ExecutorService looks = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "upkeep");
            thread.setDaemon(true);
            return thread;
        });
        return new Upkeep(workspace, tasks, errors, looks, Platform::runLater, looks::shutdownNow);
    }

    /**
     * @param looking where it is found out what is due
     * @param window  where tasks are started
     * @param end     ends the looking
     */
    Upkeep(Workspace workspace, TaskRunner tasks, ErrorSurface errors, Executor looking, Executor window, Runnable end) {
        this.watched = new WatchedRecords(workspace);
        this.tasks = tasks;
        this.errors = errors;
        this.looking = looking;
        this.window = window;
        this.end = end;
        subscriptions.add(workspace.changes().subscribe(change -> look()));
    }

    /** Looks whether anything is due; many changes in a row are one look. */
    public void look() {
        if (asked.compareAndSet(false, true)) {
            try {
                looking.execute(this::lookNow);
            } catch (RejectedExecutionException e) {
                LOG.log(Level.DEBUG, "the window closes; what is due is done when it is opened next", e);
            }
        }
    }

    private void lookNow() {
        asked.set(false);
        try {
            Optional<Long> due = watched.due();
            if (due.isPresent() && !due.equals(begun.getAndSet(due))) {
                window.execute(() -> tasks.start("upkeep.watched", "Flagging stored records by the watch list", watched::restate, changed -> { },
                    errors::show));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "what is due cannot be told now", e);
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        end.run();
    }
}
