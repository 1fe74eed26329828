package io.plumbline.stats.knownanswers;

import io.plumbline.stats.multiplicity.BenjaminiHochberg;
import io.plumbline.stats.multiplicity.BenjaminiYekutieli;
import io.plumbline.stats.multiplicity.Bonferroni;
import io.plumbline.stats.multiplicity.Hochberg;
import io.plumbline.stats.multiplicity.Holm;
import io.plumbline.stats.multiplicity.HolmSidak;
import io.plumbline.stats.multiplicity.Hommel;
import io.plumbline.stats.multiplicity.TwoStageBenjaminiHochberg;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class MultiplicityAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        double[] p = known.vector("p");
        double alpha = known.number("alpha", 0.05);
        expect(known, "holm", Holm.adjust(p), alpha);
        expect(known, "hochberg", Hochberg.adjust(p), alpha);
        expect(known, "simes-hochberg", Hochberg.adjust(p), alpha);
        expect(known, "hommel", Hommel.adjust(p), alpha);
        expect(known, "bh", BenjaminiHochberg.adjust(p), alpha);
        expect(known, "fdr", BenjaminiHochberg.adjust(p), alpha);
        expect(known, "fdr_bh", BenjaminiHochberg.adjust(p), alpha);
        expect(known, "by", BenjaminiYekutieli.adjust(p), alpha);
        expect(known, "fdr_by", BenjaminiYekutieli.adjust(p), alpha);
        expect(known, "bonferroni", Bonferroni.adjust(p), alpha);
        expect(known, "holm-sidak", HolmSidak.adjust(p), alpha);
        expect(known, "fdr_tsbh", TwoStageBenjaminiHochberg.adjust(p, alpha), alpha);
    }

    /** R's files hold the adjusted values alone, those of statsmodels the decisions too. */
    private static void expect(KnownCase known, String method, double[] adjusted, double alpha) {
        if (known.expects(method) && known.expected(method).isObject()) {
            List<Boolean> reject = new ArrayList<>();
            for (double value : adjusted) {
                reject.add(value <= alpha);
            }
            known.expect(method, Map.of("adjusted", adjusted, "reject", reject));
        } else {
            known.expect(method, adjusted);
        }
    }
}
