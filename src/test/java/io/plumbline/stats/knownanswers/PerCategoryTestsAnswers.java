package io.plumbline.stats.knownanswers;

import io.plumbline.stats.distribution.ContingencyTest;
import io.plumbline.stats.multiplicity.BenjaminiHochberg;
import io.plumbline.stats.multiplicity.Holm;
import io.plumbline.stats.proportion.FisherExactTest;
import io.plumbline.stats.proportion.MantelHaenszel;
import io.plumbline.stats.proportion.Table2x2;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

final class PerCategoryTestsAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        List<Table2x2> layers = Arrays.stream(Json.countMatrix3(known.input("tables_row_major"))).map(PerCategoryTestsAnswers::table)
            .toList();
        known.require(known.input("layers").size() == layers.size(), "a name for every layer");
        known.expect("per_layer", layers.stream().map(PerCategoryTestsAnswers::layer).toList());
        for (Table2x2 layer : layers) {
            double exact = RFisherOddsRatio.exact(layer)[0];
            known.require(RFisherOddsRatio.sameWithinRsStep(exact, new RFisherOddsRatio(layer).estimate()), "exact odds ratio " + exact);
        }
        double[] p = layers.stream().mapToDouble(PerCategoryTestsAnswers::fisher).toArray();
        known.expect("holm", Holm.adjust(p));
        known.expect("bh", BenjaminiHochberg.adjust(p));
        MantelHaenszel all = MantelHaenszel.of(layers, 0.95);
        known.expect("mantel_haenszel", Map.of("stat", all.statistic(), "p", all.pValue(), "common_or", all.commonOddsRatio(),
            "ci", all.interval()));
    }

    private static Map<String, Object> layer(Table2x2 t) {
        long[][] counts = {{t.a(), t.b()}, {t.c(), t.d()}};
        ContingencyTest plain = ContingencyTest.chiSquared(counts);
        RFisherOddsRatio r = new RFisherOddsRatio(t);
        return Map.of("fisher_p", fisher(t), "fisher_or", r.estimate(), "fisher_or_ci", new double[] {r.lower(0.025), r.upper(0.025)},
            "chisq", plain.statistic(), "chisq_p", plain.pValue(),
            "yates_p", ContingencyTest.yates(counts).pValue());
    }

    private static double fisher(Table2x2 t) {
        return FisherExactTest.twoSided(t.a(), t.b(), t.c(), t.d());
    }

    private static Table2x2 table(long[][] rows) {
        return new Table2x2(rows[0][0], rows[0][1], rows[1][0], rows[1][1]);
    }
}
