package io.plumbline.stats.changepoint;

import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * The robust cost: how much the mean rank of the stretch departs from the middle rank. Any monotone transformation of the data leaves it
 * unchanged. Lung-Yut-Fong, Lévy-Leduc &amp; Cappé (2015), "Homogeneity and change-point detection tests for multivariate data using rank
 * statistics", J. SFdS 156; for one split it is the Kruskal–Wallis statistic with its sign changed.
 */
public final class RankCost implements SegmentCost {

    private final double[] sum;
    private final double variance;

    /** @param values finite values; ties share their mean rank */
    public RankCost(double[] values) {
        Counts.requireFinite(values);
        double[] ranks = values.length == 0 ? values : new NaturalRanking().rank(values);
        double middle = (values.length + 1) / 2.0;
        sum = new double[values.length + 1];
        double squares = 0;
        for (int i = 0; i < ranks.length; i++) {
            double centred = ranks[i] - middle;
            sum[i + 1] = sum[i] + centred;
            squares += centred * centred;
        }
        variance = squares / Math.max(1, values.length);
    }

    @Override
    public int size() {
        return sum.length - 1;
    }

    @Override
    public double cost(int from, int to) {
        double s = sum[to] - sum[from];
        return variance > 0 ? -s * s / ((to - from) * variance) : 0;
    }
}
