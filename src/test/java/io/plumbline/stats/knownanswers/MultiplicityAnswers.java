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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

final class MultiplicityAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        double[] all = known.vector("p");
        int[] present = IntStream.range(0, all.length).filter(i -> !Double.isNaN(all[i])).toArray();
        double[] p = Arrays.stream(present).mapToDouble(i -> all[i]).toArray();
        double alpha = known.number("alpha", 0.05);
        expect(known, present, "holm", Holm.adjust(p), alpha);
        expect(known, present, "hochberg", Hochberg.adjust(p), alpha);
        expect(known, present, "simes-hochberg", Hochberg.adjust(p), alpha);
        expect(known, present, "hommel", Hommel.adjust(p), alpha);
        expect(known, present, "bh", BenjaminiHochberg.adjust(p), alpha);
        expect(known, present, "fdr", BenjaminiHochberg.adjust(p), alpha);
        expect(known, present, "fdr_bh", BenjaminiHochberg.adjust(p), alpha);
        expect(known, present, "by", BenjaminiYekutieli.adjust(p), alpha);
        expect(known, present, "fdr_by", BenjaminiYekutieli.adjust(p), alpha);
        expect(known, present, "bonferroni", Bonferroni.adjust(p), alpha);
        expect(known, present, "holm-sidak", HolmSidak.adjust(p), alpha);
        expect(known, present, "fdr_tsbh", TwoStageBenjaminiHochberg.adjust(p, alpha), alpha);
    }

    /**
     * R's files hold the adjusted values alone, those of statsmodels the decisions too. A missing p-value is no test, as in R, and stays
     * missing.
     */
    private static void expect(KnownCase known, int[] present, String method, double[] adjustedOfPresent, double alpha) {
        int size = known.input("p").size();
        double[] adjusted = new double[size];
        Arrays.fill(adjusted, Double.NaN);
        for (int i = 0; i < present.length; i++) {
            adjusted[present[i]] = adjustedOfPresent[i];
        }
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
