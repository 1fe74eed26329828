package io.plumbline.stats.knownanswers;

import io.plumbline.stats.distribution.AndersonDarling;
import io.plumbline.stats.distribution.CramerVonMises;
import io.plumbline.stats.distribution.EnergyDistance;
import io.plumbline.stats.distribution.EppsSingleton;
import io.plumbline.stats.distribution.KolmogorovSmirnov;
import io.plumbline.stats.distribution.MannWhitney;
import io.plumbline.stats.distribution.Wasserstein;
import io.plumbline.stats.distribution.WelchTest;
import java.util.Arrays;
import java.util.Map;

final class TwoSampleAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        double[] a = present(known.vector("a"));
        double[] b = present(known.vector("b"));
        Tolerance statistics = known.tolerance("statistics");
        Tolerance pValues = known.tolerance("p_values");
        KolmogorovSmirnov ks = KolmogorovSmirnov.of(a, b);
        known.expect("ks_stat", ks.statistic(), statistics);
        known.expect("ks_p_exact", ks.exact(), pValues);
        known.expect("ks_p_asymptotic", ks.asymptotic(), pValues);
        known.expect("wasserstein1", Wasserstein.distance(a, b), statistics);
        known.expect("energy_distance", EnergyDistance.distance(a, b), statistics);
        known.expect("mannwhitney_u", MannWhitney.of(a, b).u(), statistics);
        known.expect("mannwhitney_p", MannWhitney.of(a, b).pValue(), pValues);
        AndersonDarling ad = AndersonDarling.of(a, b);
        known.expect("anderson_ksamp", Map.of("statistic", ad.statistic(), "critical_values", ad.criticalValues(),
            "p", ad.pValue(), "pvalue", ad.pValue(), "significance_level", ad.pValue()), statistics);
        CramerVonMises cvm = CramerVonMises.of(a, b);
        known.expect("cvm_stat", cvm.statistic(), statistics);
        known.expect("cvm_p_asymptotic", cvm.pValue(), pValues);
        if (known.expects("epps_singleton")) {
            EppsSingleton es = EppsSingleton.of(a, b);
            known.expect("epps_singleton", new double[] {es.statistic(), es.pValue()}, statistics);
        }
        WelchTest welch = WelchTest.of(a, b);
        known.expect("welch_t", new double[] {welch.t(), welch.pValue()}, statistics);
    }

    private static double[] present(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }
}
