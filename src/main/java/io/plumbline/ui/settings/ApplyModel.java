package io.plumbline.ui.settings;

import io.plumbline.detection.FlagChanges;
import io.plumbline.detection.RulesApplication;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.TaskRunner;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Stored records and the rules in force: what would change, and the act of applying them. */
final class ApplyModel {

    private static final String SLOT = "settings.rules.apply";

    private final RulesApplication application;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ObjectProperty<Optional<Counted>> counted = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<RulesApplication.Last>> last = new SimpleObjectProperty<>(Optional.empty());

    ApplyModel(Workspace workspace, TaskRunner tasks, ErrorSurface errors) {
        application = new RulesApplication(workspace);
        this.tasks = tasks;
        this.errors = errors;
    }

    /** What was counted last; empty before. */
    ReadOnlyObjectProperty<Optional<Counted>> counted() {
        return counted;
    }

    ReadOnlyObjectProperty<Optional<RulesApplication.Last>> last() {
        return last;
    }

    /** What was counted is of other rules now. */
    void forget() {
        counted.set(Optional.empty());
    }

    void read() {
        tasks.start("settings.rules.last", "Reading when rules were applied", progress -> application.last(), last::set, errors::show);
    }

    /** Counts what would come and go. */
    void preview() {
        tasks.start(SLOT, "Judging stored records, to see what would change", application::preview,
            changes -> counted.set(Optional.of(new Counted(changes, Stage.WOULD_CHANGE))), errors::show);
    }

    /** Judges the stored records by the rules in force and keeps the flags. */
    void apply() {
        tasks.start(SLOT, "Applying the rules in force to stored records", application::apply, changes -> {
            counted.set(Optional.of(new Counted(changes, Stage.CHANGED)));
            read();
        }, failure -> {
            errors.show(failure);
            read();
        });
    }

    /** Whether the changes were made. */
    enum Stage {
        WOULD_CHANGE, CHANGED
    }

    /** Changes, made or not. */
    record Counted(FlagChanges changes, Stage stage) {

        String sentence() {
            FlagChanges c = changes;
            if (c.changed() == 0) {
                return "The flags of all " + Figures.count(c.records()) + " stored records are as the rules in force have them.";
            }
            return Figures.count(c.changed()) + " of " + Figures.count(c.records()) + " stored records "
                + (stage == Stage.CHANGED ? "changed: " : "would change: ") + Figures.count(c.come()) + " flags come, "
                + Figures.count(c.go()) + " go, " + Figures.count(c.renewed()) + " are renewed."
                + (c.labelled() == 0 ? "" : " " + Figures.count(c.labelled())
                    + " of them have a label and keep the flags they were judged by beside the new ones.")
                + (c.withoutText() == 0 ? "" : " " + Figures.count(c.withoutText())
                    + " have no text any more: what rests on texts stays there as it was.");
        }
    }
}
