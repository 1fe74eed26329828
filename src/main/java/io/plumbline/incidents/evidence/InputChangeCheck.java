package io.plumbline.incidents.evidence;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.Policy;
import io.plumbline.stats.mix.KitagawaSplit;
import io.plumbline.store.ProductionLog;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Did people ask for something else? Splits the change of the overall rate into what the mix of categories explains and what it does not. */
final class InputChangeCheck {

    private final ProductionLog log;
    private final Policy policy;

    InputChangeCheck(ProductionLog log, Policy policy) {
        this.log = log;
        this.policy = policy;
    }

    ComputedEvidence examine(Comparison comparison) {
        double confidence = policy.number("monitor.confidence");
        List<DailyCell> before = log.dailyCells(comparison.baseline().of(comparison.harmful()));
        List<DailyCell> now = log.dailyCells(comparison.window().of(comparison.harmful()));
        RecordsBehind records = RecordsBehind.all(comparison.window().of(comparison.harmful()),
            "harmful prompts, " + comparison.window().label());
        Tally was = CellSums.of(before);
        Tally is = CellSums.of(now);
        if (was.n() == 0 || is.n() == 0) {
            return new ComputedEvidence("Input change", EvidenceResult.NOT_ENOUGH_EVIDENCE,
                "no harmful prompts in one of the two periods", List.of(), records);
        }
        List<String> categories = new ArrayList<>(new TreeSet<>(comparison.harmCategories()));
        Tally[] old = tallies(before, categories);
        Tally[] current = tallies(now, categories);
        KitagawaSplit split = KitagawaSplit.of(shares(old, was), rates(old), shares(current, is), rates(current));
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.refusal("Refusal, before", was, confidence, comparison.baseline()));
        figures.add(Figure.refusal("Refusal, now", is, confidence, comparison.window()));
        figures.add(Figure.plain("Explained by the mix", Shown.points(split.mix()) + " points", is.n(), comparison.window()));
        figures.add(Figure.plain("Explained by the rates", Shown.points(split.rate()) + " points", is.n(), comparison.window()));
        for (int c = 0; c < categories.size(); c++) {
            figures.add(Figure.plain(Shown.category(categories.get(c)) + ", by its rate",
                Shown.points(split.rateByCategory()[c]) + " points", current[c].n(), comparison.window()));
        }
        String sentence = "the mix explains " + Shown.points(split.mix()) + " of " + Shown.points(split.mix() + split.rate()) + " points";
        return new ComputedEvidence("Input change", result(split), sentence, figures, records);
    }

    private EvidenceResult result(KitagawaSplit split) {
        double whole = split.mix() + split.rate();
        if (whole >= 0) {
            return split.mix() < 0 ? EvidenceResult.NOT_RULED_OUT : EvidenceResult.RULED_OUT;
        }
        return split.mix() / whole <= policy.number("incident.mix.minor") ? EvidenceResult.RULED_OUT : EvidenceResult.NOT_RULED_OUT;
    }

    private static Tally[] tallies(List<DailyCell> cells, List<String> categories) {
        return categories.stream().map(name -> CellSums.of(cells, cell -> cell.category().equals(name))).toArray(Tally[]::new);
    }

    private static double[] shares(Tally[] tallies, Tally all) {
        double[] shares = new double[tallies.length];
        for (int i = 0; i < tallies.length; i++) {
            shares[i] = (double) tallies[i].n() / all.n();
        }
        return shares;
    }

    private static double[] rates(Tally[] tallies) {
        double[] rates = new double[tallies.length];
        for (int i = 0; i < tallies.length; i++) {
            rates[i] = tallies[i].refusal();
        }
        return rates;
    }
}
