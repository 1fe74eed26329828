package io.plumbline.ui.data;

import io.plumbline.domain.JournalEntry;
import io.plumbline.retention.Retention;
import io.plumbline.store.TextsDue;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.TaskRunner;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which texts are due by the policy, what a removal would do, and the removals there were. */
final class RetentionModel {

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final Retention retention;
    private final ReadOnlyObjectWrapper<Optional<State>> state = new ReadOnlyObjectWrapper<>(Optional.empty());

    RetentionModel(Workspace workspace, Clock clock, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.errors = errors;
        retention = new Retention(workspace, clock);
    }

    /** What was read; empty until it was. */
    ReadOnlyObjectProperty<Optional<State>> state() {
        return state.getReadOnlyProperty();
    }

    void read() {
        tasks.start("data.retention", "Looking for texts that are due", progress -> {
            List<JournalEntry> certificates = new ArrayList<>(retention.certificates());
            Collections.reverse(certificates);
            return new State(retention.plan(progress), certificates);
        }, read -> state.set(Optional.of(read)), errors::show);
    }

    /** Why nothing can be removed; empty where something can. */
    Optional<String> hindrance() {
        return workspace.decisions().locked().or(() -> state.get().isEmpty() ? Optional.of("Still looking.")
            : state.get().get().plan.due().records() == 0 ? Optional.of("No text is due.") : Optional.empty());
    }

    /** The rule in one sentence. */
    static String rule(Retention.Plan plan) {
        return "Texts of production records are kept for " + Figures.count(plan.days()) + " days (policy " + Retention.DAYS + "); older than that are those from before "
            + day(plan) + ". Flagged texts go once a person has labelled them, and what an incident rests on stays. Numbers, flags, labels and a "
            + "keyed hash of each text are kept for ever.";
    }

    /** What is due, one line each: what, how many records, why. */
    static List<Line> lines(TextsDue due) {
        return List.of(new Line("Due", due.records(), Figures.bytes(due.bytes()) + " of text that may go now"),
            new Line("Kept until reviewed", due.unreviewed(), "flagged, and nobody has labelled them yet: they are in Triage"),
            new Line("Held", due.evidence(), "an incident rests on them, or an open one is about them"),
            new Line("Removed earlier", due.removed(), "show the day on which their text went"));
    }

    /** What removing would do, for the question before it. */
    static String consequence(Retention.Plan plan) {
        return "The texts of " + Figures.count(plan.due().records()) + " records from before " + day(plan) + " are removed and can't be brought back, except by "
            + "importing their files again. No number changes. The act is written to the journal as its certificate, and the file of the database "
            + "is written anew when the workspace is closed, so that nothing of them is left in it.";
    }

    void remove() {
        state.get().ifPresent(shown -> tasks.start("data.retention.remove", "Removing texts", progress -> retention.remove(shown.plan, progress),
            done -> read(), failure -> {
                errors.show(failure);
                read();
            }));
    }

    private static LocalDate day(Retention.Plan plan) {
        return LocalDate.ofInstant(plan.before(), ZoneOffset.UTC);
    }

    /** @param certificates removals that were decided, newest first */
    record State(Retention.Plan plan, List<JournalEntry> certificates) {
    }

    /** One line of the preview. */
    record Line(String what, long records, String why) {
    }
}
