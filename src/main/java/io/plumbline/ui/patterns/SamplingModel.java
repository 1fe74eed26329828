package io.plumbline.ui.patterns;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogFilter;
import io.plumbline.monitoring.SamplingAnalysis;
import io.plumbline.monitoring.SamplingPlanner;
import io.plumbline.monitoring.SamplingReport;
import io.plumbline.monitoring.SamplingSchedule;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the Sampling view shows: how the log was sampled, and a plan that answers every move of its sliders at once. */
final class SamplingModel {

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ReadOnlyObjectWrapper<Optional<Read>> read = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** What was read of the log. */
    record Read(SamplingReport report, SamplingPlanner planner, List<DailyCell> cells) {
    }

    SamplingModel(Workspace workspace, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.errors = errors;
    }

    ReadOnlyObjectProperty<Optional<Read>> read() {
        return read.getReadOnlyProperty();
    }

    void load() {
        tasks.start("patterns.sampling", "Reading how the log was sampled", progress -> new Read(
            new SamplingAnalysis(workspace.log(), workspace.policy()).read(progress),
            new SamplingPlanner(workspace.log(), workspace.policy(), workspace.decisions()), workspace.log().dailyCells(LogFilter.everything())), found -> read.set(Optional.of(found)), errors::show);
    }

    /** The plan for these wishes; empty where the log gives no baseline to plan from. */
    Optional<SamplingPlanner.Plan> plan(String subject, int days, double change, double share) {
        try {
            return read.get().filter(r -> !r.planner().subjects().isEmpty()).map(r -> r.planner().plan(subject, days, change, share));
        } catch (InputException nothingToPlanFor) {
            return Optional.empty();
        }
    }

    /** The chances proposed over time; empty where the log gives nothing to plan from. */
    List<SamplingSchedule.Step> schedule(int days, double share) {
        return read.get().filter(r -> !r.cells().isEmpty()).map(r -> new SamplingSchedule(workspace.policy(), days, share).of(r.cells())).orElse(List.of());
    }

    Optional<SamplingPlanner.Allocation> allocation(int days, double share) {
        return read.get().filter(r -> !r.planner().subjects().isEmpty()).map(r -> r.planner().allocate(days, share));
    }
}
