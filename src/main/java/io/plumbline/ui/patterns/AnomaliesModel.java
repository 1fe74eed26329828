package io.plumbline.ui.patterns;

import io.plumbline.monitoring.AnomalyReport;
import io.plumbline.monitoring.AnomalyScan;
import io.plumbline.monitoring.AnomalyWords;
import io.plumbline.monitoring.SavedAnomalies;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.TaskRunner;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the Anomalies view shows: the last report, and a new one when asked for. */
final class AnomaliesModel {

    private final Workspace workspace;
    private final SavedAnomalies saved;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ReadOnlyObjectWrapper<Optional<AnomalyReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());

    AnomaliesModel(Workspace workspace, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.saved = new SavedAnomalies(workspace.settings());
        this.tasks = tasks;
        this.errors = errors;
    }

    ReadOnlyObjectProperty<Optional<AnomalyReport>> report() {
        return report.getReadOnlyProperty();
    }

    /** The report that was made before. */
    void open() {
        tasks.start("patterns.anomalies.saved", "Reading the anomalies", progress -> saved.last(), report::set, errors::show);
    }

    /** Learns from the baseline days and scores all records; their flags wait in triage afterwards. */
    void search() {
        tasks.start("patterns.anomalies", "Finding anomalies", progress -> {
            AnomalyReport found = new AnomalyScan(workspace.log(), workspace.policy(), workspace.decisions()).scan(progress);
            saved.save(found);
            return found;
        }, found -> report.set(Optional.of(found)), errors::show);
    }

    double confidence() {
        return workspace.policy().number("monitor.confidence");
    }

    /** The head's sentence. */
    String sentence() {
        return report.get().map(r -> {
            AnomalyReport.Day after = after(r);
            return after.records() == 0 ? "No days after the baseline" : AnomalyWords.share((double) after.flagged() / after.records())
                + " unusual since " + Figures.day(r.to().plusDays(1)) + ", " + AnomalyWords.share(r.level()) + " to be expected";
        }).orElse("");
    }

    /** All days after the baseline. */
    static AnomalyReport.Day after(AnomalyReport report) {
        return report.between(report.to().plusDays(1), report.days().get(report.days().size() - 1).date());
    }
}
