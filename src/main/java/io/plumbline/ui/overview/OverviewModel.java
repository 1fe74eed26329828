package io.plumbline.ui.overview;

import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The overview without its window: nothing read yet, an empty workspace, or a reading. */
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

    private final Supplier<Optional<OverviewReading>> reader;
    private final SampleImport sample;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(new Unread());
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();

    OverviewModel(Supplier<Optional<OverviewReading>> reader, SampleImport sample, TaskRunner tasks, ErrorSurface errors) {
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

    void refresh() {
        tasks.start("overview.read", "Reading the overview", progress -> reader.get(),
            read -> shown.set(read.<Shown>map(Read::new).orElseGet(Empty::new)), errors::show);
    }

    void openSample() {
        if (opening.get()) {
            return;
        }
        opening.set(true);
        tasks.start("overview.sample", "Opening the sample", sample::run, files -> {
            opening.set(false);
            refresh();
        }, failure -> {
            opening.set(false);
            errors.show(failure);
            refresh();
        });
    }
}
