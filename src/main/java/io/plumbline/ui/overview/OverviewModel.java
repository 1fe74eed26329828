package io.plumbline.ui.overview;

import io.plumbline.domain.CancelledException;
import io.plumbline.monitoring.Baseline;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.store.WorkspaceChanges;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The overview without its window: nothing read yet, an empty workspace, or a reading. The quick numbers come first; what the drift
 * analysis finds follows and is kept until the data or the baseline change.
 */
final class OverviewModel {

    /** What there is to show. */
    sealed interface Shown {
    }

    /** Not read yet. */
    record Unread() implements Shown {
    }

    /** No data in the workspace. */
    record Empty() implements Shown {
    }

    /** The workspace at a glance. */
    record Read(OverviewReading reading) implements Shown {
    }

    /** The analysis with the baseline in force when it was made. */
    private record Analysed(DriftReport report, Optional<Baseline> against) {
    }

    private final OverviewReader reader;
    private final SampleImport sample;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(new Unread());
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private Optional<Analysed> known = Optional.empty();
    private boolean sampleIsIn;

    OverviewModel(OverviewReader reader, SampleImport sample, TaskRunner tasks, ErrorSurface errors) {
        this.reader = reader;
        this.sample = sample;
        this.tasks = tasks;
        this.errors = errors;
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Whether the sample is on its way in. */
    ReadOnlyBooleanProperty opening() {
        return opening.getReadOnlyProperty();
    }

    void workspaceChanged(WorkspaceChanges.Change change) {
        if (change == WorkspaceChanges.Change.IMPORTS) {
            known = Optional.empty();
        }
        if (change != WorkspaceChanges.Change.SETTINGS && !opening.get()) {
            refresh();
        }
    }

    void refresh() {
        Optional<Analysed> before = known;
        tasks.start("overview.read", "Reading the overview", progress -> {
            Optional<Analysed> current = before.filter(analysed -> analysed.against().equals(reader.baseline()));
            return new QuickRead(current, reader.read(current.map(Analysed::report)));
        }, read -> {
            if (sampleIsIn) {
                sampleIsIn = false;
                opening.set(false);
            }
            known = read.current();
            shown.set(read.reading().<Shown>map(Read::new).orElseGet(Empty::new));
            if (known.isEmpty() && read.reading().flatMap(OverviewReading::heat).isPresent()) {
                analyse();
            }
        }, this::failed);
    }

    void openSample() {
        if (opening.get()) {
            return;
        }
        opening.set(true);
        tasks.start("overview.sample", "Opening the sample", sample::run, files -> {
            known = Optional.empty();
            sampleIsIn = true;
            refresh();
        }, failure -> {
            failed(failure);
            refresh();
        });
    }

    private void analyse() {
        tasks.start("overview.drift", "Analysing drift", progress -> {
            Analysed analysed = new Analysed(reader.analyse(progress), reader.baseline());
            return new QuickRead(Optional.of(analysed), reader.read(Optional.of(analysed.report())));
        }, read -> {
            known = read.current();
            shown.set(read.reading().<Shown>map(Read::new).orElseGet(Empty::new));
        }, this::failed);
    }

    private void failed(Throwable failure) {
        opening.set(false);
        if (!(failure instanceof CancelledException)) {
            errors.show(failure);
        }
    }

    /** A reading with the analysis it rests on. */
    private record QuickRead(Optional<Analysed> current, Optional<OverviewReading> reading) {
    }
}
