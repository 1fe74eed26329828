package io.plumbline.stats.distribution;

/**
 * What one category adds to a statistic that is a sum over categories: the form shared by Jensen-Shannon, chi-squared, total variation
 * and Hellinger, and the reason why their permutation null can be read from tables.
 */
@FunctionalInterface
public interface CellContribution {

    /**
     * @param first count of the category in the first sample
     * @param firstTotal size of the first sample
     * @param second count of the category in the second sample
     * @param secondTotal size of the second sample
     */
    double of(long first, long firstTotal, long second, long secondTotal);

    /** Jensen-Shannon divergence with the given base of the logarithm. */
    static CellContribution jensenShannon(double base) {
        double scale = 2 * JensenShannon.logBase(base);
        return (first, firstTotal, second, secondTotal) -> {
            double p = (double) first / firstTotal;
            double q = (double) second / secondTotal;
            double middle = (p + q) / 2;
            return (JensenShannon.term(p, middle) + JensenShannon.term(q, middle)) / scale;
        };
    }

    /** Total variation distance. */
    static CellContribution totalVariation() {
        return (first, firstTotal, second, secondTotal) -> Math.abs((double) first / firstTotal - (double) second / secondTotal) / 2;
    }

    /** Pearson's chi-squared statistic of the two-row table. */
    static CellContribution chiSquared() {
        return (first, firstTotal, second, secondTotal) -> {
            double total = first + second;
            if (total == 0) {
                return 0;
            }
            double n = firstTotal + secondTotal;
            double difference = first - total * firstTotal / n;
            return difference * difference * n * n / (total * firstTotal * secondTotal);
        };
    }
}
