package io.plumbline.ui.patterns;

import io.plumbline.domain.LogFilter;
import io.plumbline.monitoring.StoredTopics;
import io.plumbline.monitoring.TopicReport;
import io.plumbline.monitoring.TopicScan;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the Topics view shows: topics before and now, of the log or of a model. */
final class TopicsModel {

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ReadOnlyObjectWrapper<Optional<TopicReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());

    TopicsModel(Workspace workspace, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.errors = errors;
    }

    ReadOnlyObjectProperty<Optional<TopicReport>> report() {
        return report.getReadOnlyProperty();
    }

    private TopicScan scan() {
        return new TopicScan(workspace.log(), workspace.policy(), workspace.decisions(), workspace.settings());
    }

    /** Counts by the log's own topics, or by the model where the log has none. */
    void count() {
        tasks.start("patterns.topics", "Counting topics", progress -> workspace.log().count(LogFilter.everything()) == 0
            ? Optional.<TopicReport>empty() : Optional.of(scan().scan(progress)), report::set, errors::show);
    }

    /** Learns or adds topics of the model and counts by them. */
    void learn() {
        tasks.start("patterns.topics", "Learning topics", progress -> {
            scan().learn(progress);
            new StoredTopics(workspace).assign(progress);
            return Optional.of(scan().byModel(progress));
        }, report::set, errors::show);
    }

    /** The head's sentence. */
    String sentence() {
        return report.get().map(r -> {
            int fresh = r.changed(TopicReport.Change.NEW).size();
            int gone = r.changed(TopicReport.Change.VANISHED).size();
            return fresh == 0 && gone == 0 ? "No topic came or went" : fresh + " new, " + gone + " vanished";
        }).orElse("");
    }
}
