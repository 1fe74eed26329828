package io.plumbline.stats.distribution;

/**
 * The two-sample Kolmogorov-Smirnov test: the largest gap between two empirical distributions.
 * Sources: exact p-value by counting lattice paths: Hodges 1958, Ark. Mat. 3:469; asymptotic p-value from the one-sample distribution at
 * the
 * harmonic sample size: Simard &amp; L'Ecuyer 2011.
 *
 * @param statistic the gap in [0, 1]
 * @param crossed the gap times both sample sizes, a whole number: comparisons use it, not the quotient
 * @param firstSize size of the first sample
 * @param secondSize size of the second sample
 */
public record KolmogorovSmirnov(double statistic, long crossed, int firstSize, int secondSize) {

    /** Exact up to this many values in the larger sample, as in SciPy. */
    private static final int EXACT_UP_TO = 10_000;

    /**
     * @param first finite values, at least one
     * @param second finite values, at least one
     */
    public static KolmogorovSmirnov of(double[] first, double[] second) {
        MergedSamples samples = new MergedSamples(first, second);
        long m = samples.firstSize();
        long n = samples.secondSize();
        long[] gap = {0};
        samples.forEachValue((value, belowFirst, equalFirst, belowSecond, equalSecond) ->
            gap[0] = Math.max(gap[0], Math.abs((belowFirst + equalFirst) * n - (belowSecond + equalSecond) * m)));
        return new KolmogorovSmirnov((double) gap[0] / (m * n), gap[0], (int) m, (int) n);
    }

    /** The exact p-value where the samples allow it, otherwise the asymptotic one. */
    public double pValue() {
        return Math.max(firstSize, secondSize) <= EXACT_UP_TO ? exact() : asymptotic();
    }

    /**
     * Exact two-sided p-value if there are no ties between the samples, conservative otherwise; time grows with the product of the sizes.
     * Going forward over lattice points, it carries the chance that a path to the point has already been outside, so that small p-values
     * are sums of positive numbers and keep their digits.
     */
    public double exact() {
        long limit = crossed;
        if (limit == 0) {
            return 1;
        }
        double[] outside = new double[secondSize + 1];
        for (int j = 1; j <= secondSize; j++) {
            outside[j] = j * (long) firstSize >= limit ? 1 : 0;
        }
        for (int i = 1; i <= firstSize; i++) {
            outside[0] = i * (long) secondSize >= limit ? 1 : 0;
            for (int j = 1; j <= secondSize; j++) {
                long gap = Math.abs(i * (long) secondSize - j * (long) firstSize);
                outside[j] = gap >= limit ? 1 : (i * outside[j] + j * outside[j - 1]) / (i + j);
            }
        }
        return Math.min(1, outside[secondSize]);
    }

    /** Asymptotic two-sided p-value. */
    public double asymptotic() {
        double harmonic = (double) firstSize * secondSize / (firstSize + secondSize);
        return KolmogorovDistribution.survival((int) Math.max(1, Math.rint(harmonic)), statistic);
    }
}
