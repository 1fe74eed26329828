package io.plumbline.stats.distribution;

import io.plumbline.stats.StandardNormal;

/**
 * The Wilcoxon-Mann-Whitney test: is a value of one sample more often the larger one than chance allows?
 * Sources: Mann &amp; Whitney 1947, Ann. Math. Stat. 18:50; ties and continuity: Hollander, Wolfe &amp; Chicken 2014, section 4.1.
 *
 * @param u how many pairs the first sample wins, ties counting one half
 * @param pValue two-sided: exact if one sample has at most 8 values and there are no ties, otherwise normal with continuity and tie
 *     correction
 */
public record MannWhitney(double u, double pValue) {

    private static final int EXACT_UP_TO = 8;

    /**
     * @param first finite values, at least one
     * @param second finite values, at least one
     */
    public static MannWhitney of(double[] first, double[] second) {
        MergedSamples samples = new MergedSamples(first, second);
        double[] sums = new double[2];
        samples.forEachValue((value, belowFirst, equalFirst, belowSecond, equalSecond) -> {
            sums[0] += equalFirst * (belowSecond + equalSecond / 2.0);
            double ties = equalFirst + equalSecond;
            sums[1] += ties * ties * ties - ties;
        });
        double m = samples.firstSize();
        double n = samples.secondSize();
        double larger = Math.max(sums[0], m * n - sums[0]);
        boolean exact = Math.min(m, n) <= EXACT_UP_TO && sums[1] == 0;
        return new MannWhitney(sums[0], exact ? exact((int) m, (int) n, (int) larger) : normal(m, n, larger, sums[1]));
    }

    private static double normal(double m, double n, double larger, double ties) {
        double total = m + n;
        double variance = m * n / 12 * (total + 1 - ties / (total * (total - 1)));
        if (!(variance > 0)) {
            return 1;
        }
        return Math.min(1, 2 * StandardNormal.survival((larger - m * n / 2 - 0.5) / Math.sqrt(variance)));
    }

    /** Twice P(U >= larger) by counting arrangements, normalised as it goes. */
    private static double exact(int m, int n, int larger) {
        int most = m * n;
        double[] p = new double[most + 1];
        p[0] = 1;
        for (int i = 1; i <= m; i++) {
            // multiply the generating function by (1 - x^(n+i)) and divide by (1 - x^i), then keep the total at 1
            for (int u = most; u >= n + i; u--) {
                p[u] -= p[u - n - i];
            }
            for (int u = i; u <= most; u++) {
                p[u] += p[u - i];
            }
            double scale = (double) i / (n + i);
            for (int u = 0; u <= most; u++) {
                p[u] *= scale;
            }
        }
        double tail = 0;
        for (int u = most; u >= larger; u--) {
            tail += p[u];
        }
        return Math.min(1, 2 * tail);
    }
}
