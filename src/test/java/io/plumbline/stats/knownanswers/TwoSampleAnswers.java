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
        known.expectComputed("ks_p_exact", ks::exact, pValues);
        known.expectComputed("ks_p_asymptotic", ks::asymptotic, pValues);
        known.expectComputed("wasserstein1", () -> Wasserstein.distance(a, b), statistics);
        known.expectComputed("energy_distance", () -> EnergyDistance.distance(a, b), statistics);
        known.expectComputed("mannwhitney_u", () -> MannWhitney.of(a, b).u(), statistics);
        known.expectComputed("mannwhitney_p", () -> MannWhitney.of(a, b).pValue(), pValues);
        known.expectComputed("anderson_ksamp", () -> anderson(AndersonDarling.of(a, b)), statistics);
        known.expectComputed("cvm_stat", () -> CramerVonMises.of(a, b).statistic(), statistics);
        known.expectComputed("cvm_p_asymptotic", () -> CramerVonMises.of(a, b).pValue(), pValues);
        known.expectComputed("epps_singleton", () -> {
            EppsSingleton es = EppsSingleton.of(a, b);
            return new double[] {es.statistic(), es.pValue()};
        }, statistics);
        known.expectComputed("welch_t", () -> {
            WelchTest welch = WelchTest.of(a, b);
            return new double[] {welch.t(), welch.pValue()};
        }, statistics);
    }

    private static Map<String, Object> anderson(AndersonDarling ad) {
        return Map.of("statistic", ad.statistic(), "critical_values", ad.criticalValues(), "p", ad.pValue(), "pvalue", ad.pValue(),
            "significance_level", ad.pValue());
    }

    private static double[] present(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }
}
