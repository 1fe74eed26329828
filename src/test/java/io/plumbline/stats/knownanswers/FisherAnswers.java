package io.plumbline.stats.knownanswers;

import io.plumbline.stats.proportion.FisherExactTest;
import io.plumbline.stats.proportion.Table2x2;

final class FisherAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        long[][] t = Json.countMatrix(known.input("table"));
        Table2x2 table = new Table2x2(t[0][0], t[0][1], t[1][0], t[1][1]);
        known.expect("p_two_sided", FisherExactTest.twoSided(table.a(), table.b(), table.c(), table.d()));
        known.expect("p_greater", FisherExactTest.greater(table.a(), table.b(), table.c(), table.d()));
        known.expect("p_less", FisherExactTest.less(table.a(), table.b(), table.c(), table.d()));
        RFisherOddsRatio r = new RFisherOddsRatio(table);
        double[] printed = {r.estimate(), r.lower(0.025), r.upper(0.025)};
        known.expect("or_cmle", printed[0]);
        known.expect("or_ci", new double[] {printed[1], printed[2]});
        double[] exact = RFisherOddsRatio.exact(table);
        for (int i = 0; i < exact.length; i++) {
            known.require(RFisherOddsRatio.sameWithinRsStep(exact[i], printed[i]), "exact " + exact[i] + " beside R's " + printed[i]);
        }
    }
}
