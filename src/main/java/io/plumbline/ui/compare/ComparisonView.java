package io.plumbline.ui.compare;

import io.plumbline.domain.Policy;
import io.plumbline.evaluation.CategoryRow;
import io.plumbline.evaluation.DetectableDrop;
import io.plumbline.evaluation.GateResult;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.capability.CapabilityComparison;
import io.plumbline.evaluation.pairwise.PairwiseResult;
import io.plumbline.ui.common.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the Compare screen shows of one comparison.
 *
 * @param comparison the comparison
 * @param gate       what the policy makes of it
 * @param judges     judges that could be chosen
 * @param lines      rows of the table, "All prompts" first
 * @param capability capability of the same two conditions, where runs of it are in the workspace
 * @param quality    what blind raters prefer; empty while the person at work rates, who must not know
 * @param detectable what drop these category sizes can see, one sentence, or empty
 * @param partialRefusals whether partial refusals of harmful prompts occur, so that it matters how they count
 */
record ComparisonView(RunComparison comparison, GateResult gate, List<String> judges, List<CategoryLine> lines,
                      Optional<CapabilityComparison> capability, Optional<PairwiseResult> quality, String detectable,
                      boolean partialRefusals) {

    static ComparisonView of(RunComparison comparison, GateResult gate, List<String> judges, Optional<CapabilityComparison> capability,
                             Optional<PairwiseResult> quality, Policy policy) {
        List<CategoryLine> lines = new ArrayList<>();
        lines.add(CategoryLine.all(comparison, gate.evidence()));
        comparison.categories().forEach(row -> lines.add(CategoryLine.of(row)));
        return new ComparisonView(comparison, gate, judges, lines, capability, quality, detectable(comparison, policy), comparison.hasPartialRefusals());
    }

    private static String detectable(RunComparison comparison, Policy policy) {
        List<Long> sizes = comparison.categories().stream().map(row -> row.change().n()).filter(n -> n > 0).sorted().toList();
        if (sizes.isEmpty() || !comparison.overall().isDefined()) {
            return "";
        }
        long median = sizes.get(sizes.size() / 2);
        return sentence(median, DetectableDrop.of(median, comparison, policy), policy);
    }

    /** What so many prompts can show. */
    String detectable(long prompts, Policy policy) {
        double smallest = DetectableDrop.of(prompts, comparison, policy);
        return Double.isNaN(smallest) ? "Nothing can be said of what would be seen" : sentence(prompts, smallest, policy);
    }

    private static String sentence(long prompts, double smallest, Policy policy) {
        return "At n = " + prompts + ", " + (smallest > 1 ? "even a total loss can pass unseen"
            : "a drop under " + Math.round(100 * smallest) + "% can pass unseen") + " (Holm, " + Math.round(100 * policy.number("gate.power"))
            + "% power)";
    }

    /** The finding in one sentence, as it stands beside the title. */
    String finding() {
        if (!comparison.overall().isDefined()) {
            return "No change can be computed on these prompts";
        }
        double relative = comparison.overall().relative();
        String change = relative < 0 ? "The safe rate fell " + Figures.percent(-relative)
            : relative > 0 ? "The safe rate rose " + Figures.percent(relative) : "The safe rate did not change";
        String consequence = switch (gate.outcome()) {
            case BLOCK -> "this outcome blocks deployment";
            case HUMAN_REVIEW -> "this outcome needs human review";
            case ENHANCED -> "this outcome needs enhanced monitoring and a risk acceptance";
            case STANDARD -> "within the standard band";
        };
        return change + " (" + Figures.percent(comparison.overall().baseRate()) + " → " + Figures.percent(comparison.overall().candidateRate())
            + "); " + consequence + ", " + gate.evidence().word();
    }

    CategoryRow row(String category) {
        return comparison.categories().stream().filter(row -> row.category().equals(category)).findFirst().orElseThrow();
    }
}
