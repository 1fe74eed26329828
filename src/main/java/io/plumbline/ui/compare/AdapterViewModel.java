package io.plumbline.ui.compare;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.evaluation.adapters.AdapterMatrices;
import io.plumbline.evaluation.adapters.AdapterMatrix;
import io.plumbline.evaluation.adapters.AdapterNames;
import io.plumbline.evaluation.adapters.AdapterStack;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Adapters and their stacks, and what a person says a run, or a model of a log, was made with. */
final class AdapterViewModel {

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(new Reading(List.of(), List.of()));

    AdapterViewModel(Workspace workspace, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.errors = errors;
    }

    void load() {
        tasks.start("adapters", "Comparing stacks of adapters", progress -> read(), reading::set, errors::show);
    }

    /** Names what is behind a run or a model of a log; the names are separated by commas. */
    void name(Named what, String model, String adapters) {
        tasks.start("adapters", "Naming adapters", progress -> {
            List<String> names = Arrays.asList(adapters.split(","));
            what.naming().accept(new AdapterStack(model, names));
            return read();
        }, reading::set, errors::show);
    }

    private Reading read() {
        AdapterNames names = new AdapterNames(workspace.decisions());
        List<Named> nameable = new ArrayList<>();
        for (EvaluationRun run : workspace.runs().onSafety()) {
            nameable.add(new Named(run.displayName() + " · " + run.suite() + " · " + run.file(), names.of(run),
                stack -> new AdapterNames(workspace.decisions()).name(run, stack.model(), stack.adapters())));
        }
        for (String model : workspace.log().models()) {
            nameable.add(new Named("In production logs: " + model, names.ofLogModel(model),
                stack -> new AdapterNames(workspace.decisions()).nameInLogs(model, stack.model(), stack.adapters())));
        }
        return new Reading(new AdapterMatrices(workspace).all(), nameable);
    }

    ReadOnlyObjectProperty<Reading> reading() {
        return reading.getReadOnlyProperty();
    }

    /** What is shown. */
    record Reading(List<AdapterMatrix> matrices, List<Named> nameable) {
    }

    /** A run, or a model of a log, with what is known of its adapters. */
    record Named(String words, AdapterStack stack, Consumer<AdapterStack> naming) {
    }
}
