package io.plumbline.ui.compare;

import io.plumbline.evaluation.suite.SuiteHistories;
import io.plumbline.evaluation.suite.SuiteHistory;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The runs of one suite in a row, and among their peers. */
final class SuiteViewModel {

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ReadOnlyObjectWrapper<List<String>> suites = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<SuiteHistory>> history = new ReadOnlyObjectWrapper<>(Optional.empty());

    SuiteViewModel(Workspace workspace, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.errors = errors;
    }

    /** Finds the suites with several runs and shows one of them. */
    void load(String preferred) {
        tasks.start("suite.list", "Looking for suites with several runs", progress -> histories().suites(), found -> {
            suites.set(found);
            found.stream().filter(preferred::equalsIgnoreCase).findFirst().or(() -> found.stream().findFirst()).ifPresent(this::show);
        }, errors::show);
    }

    void show(String suite) {
        tasks.start("suite.history", "Reading the runs of " + suite, progress -> histories().of(suite, ""),
            found -> history.set(Optional.of(found)), errors::show);
    }

    private SuiteHistories histories() {
        return new SuiteHistories(workspace.runs(), workspace.policy());
    }

    ReadOnlyObjectProperty<List<String>> suites() {
        return suites.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<SuiteHistory>> history() {
        return history.getReadOnlyProperty();
    }
}
