package io.plumbline.signoff;

import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.Words;
import io.plumbline.evaluation.pairwise.PairwiseRater;
import io.plumbline.evaluation.pairwise.PairwiseRatings;
import io.plumbline.evaluation.pairwise.PairwiseResult;
import io.plumbline.evaluation.pairwise.RatingPool;
import io.plumbline.store.Workspace;
import java.util.stream.Collectors;

/** What people who rated blind say of the quality of refusals (R76, C23). It is asked for, never demanded: no founding rule rests on it. */
final class RatedQuality {

    private final Workspace workspace;
    private final Policy policy;

    RatedQuality(Workspace workspace, Policy policy) {
        this.workspace = workspace;
        this.policy = policy;
    }

    EvidenceItem of(RunComparison comparison) {
        return new PairwiseRatings(workspace.decisions(), policy).shownTo(workspace.actor(), comparison, RatingPool.SAFE_ANSWERS).map(RatedQuality::item)
            .orElseGet(() -> item(EvidenceStatus.MISSING, "hidden while your rating session is open", "", "End your rating session in Compare."));
    }

    private static EvidenceItem item(PairwiseResult result) {
        String raters = result.raters().stream().map(PairwiseRater::name).collect(Collectors.joining(", "));
        if (result.rated() == 0) {
            return item(EvidenceStatus.MISSING, "nobody has rated", raters, "Rate " + Math.min(result.more(), result.available())
                + " pairs of refusals blind in Compare: are the candidate's less informative or less clear?");
        }
        String detail = "candidate preferred on " + result.candidate() + " of " + result.decidedPrompts() + " decided pairs"
            + (result.decidedPrompts() == 0 ? "" : ", CI " + Words.interval(result.interval()) + ", p " + Words.p(result.pValue()))
            + "; " + result.raters().size() + (result.raters().size() == 1 ? " rater" : " raters");
        return result.state() == SafetyState.OK ? item(EvidenceStatus.HOLDS, detail, raters, "")
            : item(EvidenceStatus.PARTLY, detail, raters, result.state() == SafetyState.WATCH
                ? "People prefer the base model's refusals; find out what the candidate's lack." : "Rate about " + result.more() + " more pairs blind.");
    }

    private static EvidenceItem item(EvidenceStatus status, String detail, String by, String demand) {
        return new EvidenceItem(EvidenceKind.RESPONSE_QUALITY, status, false, detail, by, "", demand);
    }
}
