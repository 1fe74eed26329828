package io.plumbline.stats.distribution;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The two-sample Cramér-von Mises test: the squared gap between two empirical distributions, summed over all values; it sees shifts that
 * are small everywhere, which the largest gap does not. Source: Anderson 1962, Ann. Math. Stat. 33:1148, eqs. 2, 9 and 14; limiting
 * distribution: Anderson &amp; Darling 1952, Ann. Math. Stat. 23:193, eq. 4.35.
 *
 * @param statistic T, zero or more
 * @param pValue asymptotic, from the standardised statistic
 */
public record CramerVonMises(double statistic, double pValue) {

    /**
     * @param first finite values, at least two
     * @param second finite values, at least two
     */
    public static CramerVonMises of(double[] first, double[] second) {
        MergedSamples samples = new MergedSamples(first, second);
        if (first.length < 2 || second.length < 2) {
            throw new IllegalArgumentException("both samples need at least two values");
        }
        double m = samples.firstSize();
        double n = samples.secondSize();
        double[] u = {0};
        samples.forEachValue((value, belowFirst, equalFirst, belowSecond, equalSecond) -> {
            double rank = belowFirst + belowSecond + (equalFirst + equalSecond + 1) / 2.0;
            u[0] += m * ranks(rank, belowFirst, equalFirst) + n * ranks(rank, belowSecond, equalSecond);
        });
        double total = m + n;
        double product = m * n;
        double statistic = u[0] / (product * total) - (4 * product - 1) / (6 * total);
        double mean = (1 + 1 / total) / 6;
        double variance = (total + 1) * (4 * product * total - 3 * (m * m + n * n) - 2 * product) / (45 * total * total * 4 * product);
        double standardised = 1.0 / 6 + (statistic - mean) / Math.sqrt(45 * variance);
        return new CramerVonMises(statistic, standardised < 0.003 ? 1 : Math.max(0, 1 - limit(standardised)));
    }

    /** Squared distances of the pooled rank from the own ranks of {@code equal} values. */
    private static double ranks(double rank, int below, int equal) {
        double sum = 0;
        for (int i = 1; i <= equal; i++) {
            double distance = rank - (below + i);
            sum += distance * distance;
        }
        return sum;
    }

    private static double limit(double x) {
        double total = 0;
        for (int k = 0; k < 200; k++) {
            double weight = Math.exp(LogGamma.value(k + 0.5) - LogGamma.value(k + 1.0)) / (Math.pow(Math.PI, 1.5) * Math.sqrt(x));
            double y = 4 * k + 1;
            double q = y * y / (16 * x);
            double term = weight * Math.sqrt(y) * scaledBesselQuarter(q);
            total += term;
            if (Math.abs(term) < 1e-16) {
                break;
            }
        }
        return Math.min(1, total);
    }

    /** exp(-q) K_{1/4}(q) by the trapezoidal rule on K_v(q) = integral of exp(-q cosh t) cosh(v t), which converges geometrically. */
    private static double scaledBesselQuarter(double q) {
        double step = 1.0 / 64;
        double sum = Math.exp(-2 * q) / 2;
        for (double t = step; ; t += step) {
            double term = Math.exp(-q * (Math.cosh(t) + 1)) * Math.cosh(t / 4);
            sum += term;
            if (term <= sum * 1e-18 || term == 0) {
                return sum * step;
            }
        }
    }
}
