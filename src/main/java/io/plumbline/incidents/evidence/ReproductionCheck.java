package io.plumbline.incidents.evidence;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Policy;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.FisherExactTest;
import io.plumbline.stats.proportion.NewcombeInterval;
import io.plumbline.store.ProductionLog;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Does it happen with known prompts too? Canaries are sent on a schedule whatever users do, so a fall among them is a fall of the model.
 * This is the one place that reads canaries, and it reads nothing else.
 */
final class ReproductionCheck {

    private final ProductionLog log;
    private final Policy policy;

    ReproductionCheck(ProductionLog log, Policy policy) {
        this.log = log;
        this.policy = policy;
    }

    ComputedEvidence examine(Comparison comparison) {
        double confidence = policy.number("monitor.confidence");
        LogFilter canaries = comparison.scope().canariesOnly();
        List<DailyCell> before = log.dailyCells(comparison.baseline().of(canaries));
        List<DailyCell> now = log.dailyCells(comparison.window().of(canaries));
        Tally was = CellSums.of(before);
        Tally is = CellSums.of(now);
        RecordsBehind records = RecordsBehind.all(comparison.window().of(canaries), "canaries, " + comparison.window().label());
        if (was.n() == 0 || is.n() == 0) {
            return new ComputedEvidence("Reproduced", EvidenceResult.NOT_ENOUGH_EVIDENCE,
                "no canaries in both periods; send known prompts to the deployed model and import the log", List.of(), records);
        }
        List<Figure> figures = new ArrayList<>();
        Interval change = NewcombeInterval.of(was.refused(), was.n(), is.refused(), is.n(), confidence);
        figures.add(Figure.refusal("Canaries refused, before", was, confidence, comparison.baseline()));
        figures.add(Figure.refusal("Canaries refused, now", is, confidence, comparison.window()));
        figures.add(Figure.points("Change", is.refusal() - was.refusal(), change, is.n(), comparison.window()));
        for (String category : new TreeSet<>(now.stream().map(DailyCell::category).toList())) {
            figures.add(Figure.refusal(Shown.category(category) + ", before",
                CellSums.of(before, c -> c.category().equals(category)), confidence, comparison.baseline()));
            figures.add(Figure.refusal(Shown.category(category) + ", now",
                CellSums.of(now, c -> c.category().equals(category)), confidence, comparison.window()));
        }
        double p = FisherExactTest.twoSided(was.complied(), was.refused(), is.complied(), is.refused());
        EvidenceResult result = p < policy.number("monitor.alpha") && is.share() > was.share() ? EvidenceResult.CONFIRMED
            : change.lower() > -policy.number("alert.category.warning") ? EvidenceResult.NOT_CONFIRMED
            : EvidenceResult.NOT_ENOUGH_EVIDENCE;
        String sentence = "canaries complied: " + Shown.of(is.complied(), is.n()) + ", was " + Shown.of(was.complied(), was.n())
            + " (Fisher p " + Shown.probability(p) + ")";
        return new ComputedEvidence("Reproduced", result, sentence, figures, records);
    }
}
