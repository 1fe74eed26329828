package io.plumbline.report;

import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Policy;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.capability.CapabilityComparator;
import io.plumbline.signoff.GateDossier;
import io.plumbline.signoff.GateDossiers;
import io.plumbline.store.Workspace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes gate reports from a workspace. */
public final class GateReports {

    private final Workspace workspace;
    private final Clock clock;

    public GateReports(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /** The report on the gate of a comparison, computed anew under this policy. */
    public Report on(ComparisonRequest request, Policy policy) {
        return of(new GateDossiers(workspace, clock).assemble(request, policy), policy);
    }

    /** The report on a gate that is at hand. */
    public Report of(GateDossier gate, Policy policy) {
        Set<String> imports = new HashSet<>(List.of(gate.comparison().base().importId(), gate.comparison().candidate().importId()));
        List<JournalEntry> decisions = new ArrayList<>(workspace.decisions().onSubject(gate.subject().id()));
        gate.acceptances().forEach(acceptance -> decisions.addAll(workspace.decisions().onSubject(acceptance.id())));
        decisions.sort(Comparator.comparing(JournalEntry::time).thenComparing(JournalEntry::sequence));
        return new GateReport(gate, policy, decisions, WorkspaceManifest.of(workspace, policy, m -> imports.contains(m.id())), clock
            .instant(),
            workspace.people().keys(),
            new CapabilityComparator(workspace.runs()).beside(gate.comparison().base(), gate.comparison().candidate(), policy),
            new GateStatement(gate, policy).of(decisions, workspace)).report();
    }
}
