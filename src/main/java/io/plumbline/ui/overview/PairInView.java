package io.plumbline.ui.overview;

import io.plumbline.domain.InputException;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.DefaultPair;
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
 * The pair of runs that stands for "pre-deployment" on the overview: of the gate decided last, else the plain model and its variant that belong
 * together.
 *
 * @param decision empty where nobody has decided yet
 */
record PairInView(RunComparison comparison, GateResult result, Optional<GateDecision> decision) {

    static Optional<PairInView> of(Workspace workspace, RunComparator comparator) {
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
        return DefaultPair.among(workspace.runs().list()).flatMap(pair -> compare(workspace, comparator,
            ComparisonRequest.of(pair.base().id(), pair.candidate().id()), Optional.empty()));
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
