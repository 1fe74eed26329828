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
        // SciPy corrects for continuity where there is one degree of freedom
        boolean single = ContingencyTest.chiSquared(table).degreesOfFreedom() == 1;
        ContingencyTest chi2 = single ? ContingencyTest.yates(table) : ContingencyTest.chiSquared(table);
        ContingencyTest g = single ? ContingencyTest.correctedLikelihoodRatio(table) : ContingencyTest.likelihoodRatio(table);
        known.expect("chi2", chi2.statistic());
        known.expect("chi2_p", chi2.pValue());
        known.expect("dof", chi2.degreesOfFreedom());
        known.expect("g_test", g.statistic());
        known.expect("g_p", g.pValue());
        ContingencyTest fit = ContingencyTest.goodnessOfFit(table[0], q);
        known.expect("chisquare_gof_counts_vs_expected_share", new double[] {fit.statistic(), fit.pValue()});
        known.expect("cramers_v", single ? Math.sqrt(chi2.statistic() / total(table)) : ContingencyTest.cramersV(table));
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
