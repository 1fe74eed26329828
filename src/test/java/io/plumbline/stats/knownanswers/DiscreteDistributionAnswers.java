package io.plumbline.stats.knownanswers;

import io.plumbline.stats.distribution.ContingencyTest;
import io.plumbline.stats.distribution.Hellinger;
import io.plumbline.stats.distribution.JensenShannon;
import io.plumbline.stats.distribution.KullbackLeibler;
import io.plumbline.stats.distribution.PopulationStability;
import io.plumbline.stats.distribution.TotalVariation;

final class DiscreteDistributionAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        double[] p = known.vector("p_counts");
        double[] q = known.vector("q_counts");
        long[][] table = {known.counts("p_counts"), known.counts("q_counts")};
        known.expect("kl_pq_nats", KullbackLeibler.divergence(p, q, Math.E));
        known.expect("kl_qp_nats", KullbackLeibler.divergence(q, p, Math.E));
        known.expect("kl_pq_bits", KullbackLeibler.divergence(p, q, 2));
        known.expect("psi", PopulationStability.index(p, q));
        known.expect("js_divergence_nats", JensenShannon.divergence(p, q, Math.E));
        known.expect("js_distance_nats", JensenShannon.distance(p, q, Math.E));
        known.expect("js_distance_base2", JensenShannon.distance(p, q, 2));
        known.expect("total_variation", TotalVariation.distance(p, q));
        known.expect("hellinger", Hellinger.distance(p, q));
        known.expectComputed("chi2", () -> chi2(table).statistic());
        known.expectComputed("chi2_p", () -> chi2(table).pValue());
        known.expectComputed("dof", () -> chi2(table).degreesOfFreedom());
        known.expectComputed("g_test", () -> g(table).statistic());
        known.expectComputed("g_p", () -> g(table).pValue());
        known.expectComputed("chisquare_gof_counts_vs_expected_share", () -> {
            ContingencyTest fit = ContingencyTest.goodnessOfFit(table[0], q);
            return new double[] {fit.statistic(), fit.pValue()};
        });
        known.expectComputed("cramers_v", () -> single(table) ? Math.sqrt(chi2(table).statistic() / total(table))
            : ContingencyTest.cramersV(table));
    }

    /** SciPy corrects for continuity where there is one degree of freedom. */
    private static boolean single(long[][] table) {
        return ContingencyTest.chiSquared(table).degreesOfFreedom() == 1;
    }

    private static ContingencyTest chi2(long[][] table) {
        return single(table) ? ContingencyTest.yates(table) : ContingencyTest.chiSquared(table);
    }

    private static ContingencyTest g(long[][] table) {
        return single(table) ? ContingencyTest.correctedLikelihoodRatio(table) : ContingencyTest.likelihoodRatio(table);
    }

    private static double total(long[][] table) {
        double total = 0;
        for (long[] row : table) {
            for (long count : row) {
                total += count;
            }
        }
        return total;
    }
}
