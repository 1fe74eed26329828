package io.plumbline.ui.patterns;

import io.plumbline.detection.SignalDesk;
import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.monitoring.AnomalyScan;
import io.plumbline.monitoring.Baselines;
import io.plumbline.monitoring.SavedAnomalies;
import io.plumbline.monitoring.StoredTopics;
import io.plumbline.monitoring.WatchedRecords;
import io.plumbline.signals.Detector;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceChanges;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.TaskRunner;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;

/**
 * Brings what was found on stored records up to date after imports and decisions, as tasks that everybody sees: the flags of the watch list,
 * topics for logs that name none, and the anomaly score against an accepted baseline. What is due follows from the journal and the log, so it is done later where the program ended in between.
 */
public final class Upkeep implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Upkeep.class.getName());

    private final Workspace workspace;
    private final StoredTopics topics;
    private final WatchedRecords watched;
    private final Map<String, String> started = new ConcurrentHashMap<>();
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final Executor looking;
    private final Executor window;
    private final Runnable end;
    /** The change that a task follows or followed; what a person cancelled, or what failed, is tried again by the next change only. */
    private final AtomicReference<Optional<Long>> begun = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean recordsChanged = new AtomicBoolean(true);
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
        this.workspace = workspace;
        this.topics = new StoredTopics(workspace);
        this.watched = new WatchedRecords(workspace);
        this.tasks = tasks;
        this.errors = errors;
        this.looking = looking;
        this.window = window;
        this.end = end;
        subscriptions.add(workspace.changes().subscribe(change -> {
            if (change == WorkspaceChanges.Change.IMPORTS) {
                recordsChanged.set(true);
            }
            look();
        }));
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
            // Counting records without a topic reads a column of the whole log, so a label is no reason for it.
            if (recordsChanged.getAndSet(false)) {
                lookForTopics();
            }
            lookForAnomalies();
            Optional<Long> due = watched.due();
            if (due.isPresent() && !due.equals(begun.getAndSet(due))) {
                window.execute(() -> tasks.start("upkeep.watched", "Flagging stored records by the watch list", watched::restate, changed -> { },
                    errors::show));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "what is due cannot be told now", e);
        }
    }

    private void lookForTopics() {
        if (new SignalDesk(workspace.decisions()).off().contains(Detector.TOPICS)) {
            return;
        }
        StoredTopics.Due due = topics.due();
        if (due != StoredTopics.Due.NOTHING) {
            once("topics " + due, () -> tasks.start("upkeep.topics", due == StoredTopics.Due.LEARN ? "Learning topics of prompts"
                : "Giving stored records their topics", topics::bringUpToDate, changed -> { }, errors::show));
        }
    }

    /** Only against a baseline that a person accepted: otherwise what is ordinary is a guess, and the score is searched when asked for. */
    private void lookForAnomalies() {
        if (new Baselines(workspace.decisions(), workspace.policy()).current().isEmpty()
            || SavedAnomalies.of(workspace).of(workspace.log(), Optional.empty()).isPresent()) {
            return;
        }
        once("anomalies", () -> tasks.start("upkeep.anomalies", "Scoring records against the baseline", progress ->
            new AnomalyScan(workspace.log(), workspace.policy(), workspace.decisions()).scan(progress), report -> {
                new SavedAnomalies(workspace.settings()).save(report);
                workspace.changes().publish(WorkspaceChanges.Change.IMPORTS);
            }, this::unmeasured));
    }

    /** A baseline too short for the level is no failure of the program: the views say that it was not measured. */
    private void unmeasured(Throwable failure) {
        if (!(failure instanceof InputException)) {
            errors.show(failure);
        }
    }

    /** Starts a task for what the log and the journal hold now, unless it was started for the very same already. */
    private void once(String what, Runnable start) {
        String state = workspace.imports().list().size() + " imports, " + workspace.decisions().ofKinds(DecisionKinds.BASELINE_ACCEPTED,
            DecisionKinds.IMPORT_UNDONE, DecisionKinds.DETECTOR_SWITCHED).size() + " acts";
        if (!state.equals(started.put(what, state))) {
            window.execute(start);
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        end.run();
    }
}
