package io.plumbline.signoff;

import io.plumbline.domain.Policy;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.store.Decisions;
import io.plumbline.store.EvaluationRuns;
import io.plumbline.store.Imports;
import io.plumbline.store.People;
import io.plumbline.store.ProductionLog;
import io.plumbline.store.Settings;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceChanges;
import io.plumbline.store.Workspaces;
import java.nio.file.Path;

/** Recorded runs over a workspace on disk: decisions are signed and journalled as they are in life. */
public final class SignedGateWorkspace implements Workspace {

    private final Workspace disk;
    private final GateWorkspace runs;

    public SignedGateWorkspace(Path directory, RecordedRuns runs) {
        disk = Workspaces.open(directory, "Reviewer A");
        this.runs = new GateWorkspace(runs);
    }

    @Override
    public Path directory() {
        return disk.directory();
    }

    @Override
    public EvaluationRuns runs() {
        return runs.runs();
    }

    @Override
    public ProductionLog log() {
        return runs.log();
    }

    @Override
    public Imports imports() {
        return runs.imports();
    }

    @Override
    public Decisions decisions() {
        return disk.decisions();
    }

    @Override
    public Settings settings() {
        return disk.settings();
    }

    @Override
    public WorkspaceChanges changes() {
        return disk.changes();
    }

    @Override
    public Policy policy() {
        return disk.policy();
    }

    @Override
    public String actor() {
        return disk.actor();
    }

    @Override
    public void actAs(String person) {
        disk.actAs(person);
    }

    @Override
    public People people() {
        return disk.people();
    }

    @Override
    public void close() {
        disk.close();
    }
}
