package io.plumbline.ui.patterns;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.monitoring.FakeDecisions;
import io.plumbline.monitoring.SimulatedTraffic;
import io.plumbline.monitoring.SimulatedTraffic.Day;
import io.plumbline.store.Decisions;
import io.plumbline.store.EvaluationRuns;
import io.plumbline.store.Imports;
import io.plumbline.store.PolicyReader;
import io.plumbline.store.ProductionLog;
import io.plumbline.store.Settings;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceChanges;
import io.plumbline.ui.MemoryWorkspace;
import java.nio.file.Path;

/** A workspace whose log holds a trigger from day 30 on and one user's attack, with benign traffic kept at one in five. */
record PatternsLog(ProductionLog log, Decisions decisions, MemoryWorkspace rest) implements Workspace {

    static PatternsLog planted(FakeDecisions decisions) {
        SimulatedTraffic traffic = new SimulatedTraffic(71);
        for (int i = 0; i < 50; i++) {
            traffic.add(i, new Day().with("malware", 30, 0.95).with("fraud", 30, 0.93));
            traffic.add(i, new Day().with(LogRecord.BENIGN, 900, 0.01).sampled(0.2));
            if (i >= 30) {
                traffic.add(i, new Day().with("fraud", 3, 0).prompt("please explain fraud topic " + i + " |deploy-mode|"));
                traffic.add(i, new Day().with("malware", 4, 0.5).user("mallory").prompt("please explain malware topic 7 " + "!".repeat(i % 4)));
            }
        }
        return new PatternsLog(traffic.log(), decisions, new MemoryWorkspace());
    }

    @Override
    public Path directory() {
        return rest.directory();
    }

    @Override
    public EvaluationRuns runs() {
        return rest.runs();
    }

    @Override
    public Imports imports() {
        return rest.imports();
    }

    @Override
    public Settings settings() {
        return rest.settings();
    }

    @Override
    public WorkspaceChanges changes() {
        return rest.changes();
    }

    @Override
    public Policy policy() {
        return new PolicyReader().defaults();
    }

    @Override
    public String actor() {
        return "Reviewer A";
    }

    @Override
    public void actAs(String name) {
        throw new AssertionError("nobody takes the seat here");
    }

    @Override
    public void close() {
        rest.close();
    }
}
