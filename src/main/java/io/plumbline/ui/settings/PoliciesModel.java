package io.plumbline.ui.settings;

import io.plumbline.detection.PolicyReplay;
import io.plumbline.detection.SignalDesk;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The content policies of the workspace, the one that is edited, and what it would flag among the stored records. */
final class PoliciesModel {

    private final Workspace workspace;
    private final SignalDesk desk;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ObjectProperty<List<ContentPolicy>> policies = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<PolicyDraft> draft = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<PolicyReplay>> replay = new SimpleObjectProperty<>(Optional.empty());

    PoliciesModel(Workspace workspace, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.desk = new SignalDesk(workspace.decisions());
        this.tasks = tasks;
        this.errors = errors;
        begin();
    }

    ReadOnlyObjectProperty<List<ContentPolicy>> policies() {
        return policies;
    }

    /** Whether a version is being written: until it is, nothing can be judged by it. */
    ReadOnlyBooleanProperty saving() {
        return saving.getReadOnlyProperty();
    }

    /** What stands in the editor. */
    ReadOnlyObjectProperty<PolicyDraft> draft() {
        return draft;
    }

    ReadOnlyObjectProperty<Optional<PolicyReplay>> replay() {
        return replay;
    }

    void read() {
        tasks.start("settings.policies", "Reading the policies", progress -> desk.policies(), policies::set, errors::show);
    }

    void edit(ContentPolicy policy) {
        replay.set(Optional.empty());
        draft.set(PolicyDraft.of(policy));
    }

    void begin() {
        replay.set(Optional.empty());
        draft.set(PolicyDraft.fresh(desk.freeId()));
    }

    /** Writes a new version. */
    void save(PolicyDraft written) {
        saving.set(true);
        tasks.start("settings.policies.save", "Saving the policy", progress -> desk.save(written.policy()), saved -> {
            saving.set(false);
            draft.set(PolicyDraft.of(saved));
            read();
        }, failure -> {
            saving.set(false);
            errors.show(failure);
        });
    }

    /** Reads the stored records by what stands in the editor, saved or not. */
    void apply(PolicyDraft written) {
        tasks.start("settings.policies.apply", "Applying the policy to stored records",
            progress -> PolicyReplay.of(written.policy().checked(), workspace.log(), progress), done -> replay.set(Optional.of(done)), errors::show);
    }
}
