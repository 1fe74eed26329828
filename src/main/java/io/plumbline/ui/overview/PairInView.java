package io.plumbline.ui.overview;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.domain.PartialRefusal;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.GateEvaluator;
import io.plumbline.evaluation.GateResult;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.signoff.GateDecision;
import io.plumbline.signoff.GateDossiers;
import io.plumbline.store.Workspace;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The pair of runs that stands for "pre-deployment" on the overview: of the gate decided last, else the first two runs of one model on one
 * suite that can be compared.
 *
 * @param decision empty where nobody has decided yet
 */
record PairInView(RunComparison comparison, GateResult result, Optional<GateDecision> decision) {

    static Optional<PairInView> of(Workspace workspace) {
        RunComparator comparator = new RunComparator(workspace.runs());
        List<GateDecision> decisions = new GateDossiers(workspace, Clock.systemUTC()).latestDecisions();
        for (int i = decisions.size() - 1; i >= 0; i--) {
            GateDecision decision = decisions.get(i);
            String[] runs = decision.entry().subject().split(":");
            if (runs.length == 3) {
                Optional<PairInView> pair = compare(workspace, comparator, new ComparisonRequest(runs[1], runs[2], decision.inputs().judge(),
                    decision.inputs().partial()), Optional.of(decision));
                if (pair.isPresent()) {
                    return pair;
                }
            }
        }
        return firstComparable(workspace, comparator);
    }

    private static Optional<PairInView> firstComparable(Workspace workspace, RunComparator comparator) {
        List<EvaluationRun> runs = workspace.runs().list();
        for (int i = 0; i < runs.size(); i++) {
            for (int j = i + 1; j < runs.size(); j++) {
                if (runs.get(i).model().equals(runs.get(j).model()) && runs.get(i).suite().equals(runs.get(j).suite())) {
                    Optional<PairInView> pair = compare(workspace, comparator,
                        new ComparisonRequest(runs.get(i).id(), runs.get(j).id(), "", PartialRefusal.UNSAFE), Optional.empty());
                    if (pair.isPresent()) {
                        return pair;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Empty where the runs can't be compared, for instance because one was taken back. */
    private static Optional<PairInView> compare(Workspace workspace, RunComparator comparator, ComparisonRequest request,
                                                Optional<GateDecision> decision) {
        try {
            RunComparison comparison = comparator.compare(request, workspace.policy());
            return Optional.of(new PairInView(comparison, new GateEvaluator().evaluate(comparison, workspace.policy()), decision));
        } catch (InputException notComparable) {
            return Optional.empty();
        }
    }
}
