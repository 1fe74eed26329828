package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * How many of a number of new records lie beyond a limit that was set between order statistics of earlier ones. The share beyond such a limit
 * is itself a draw, from a beta distribution, so the count is beta-binomial and scatters more than a binomial one. Where days differ by more
 * than chance, both sizes are divided by that factor.
 * Source: conditional coverage of split conformal prediction: Vovk 2012, PMLR 25:475, Prop. 2a; Angelopoulos and Bates 2023, Found. Trends
 * Mach. Learn. 16:494, section 3.2; division by the design effect: Rao and Scott 1992, Biometrics 48:577.
 */
public final class FutureCount {

    private FutureCount() {
    }

    /**
     * The central range of the count.
     *
     * @param records    new records, at least 1
     * @param beyond     earlier records that lie beyond the limit, one more than these at most; above 0
     * @param earlier    earlier records
     * @param dispersion by how much counts of days scatter more than chance; at least 1
     * @param confidence level between 0 and 1
     */
    public static Range range(long records, double beyond, long earlier, double dispersion, double confidence) {
        Argument.atLeast("records", 1, (int) Math.min(Integer.MAX_VALUE, records));
        Argument.positive("beyond", beyond);
        Argument.open("confidence", confidence);
        double a = beyond / dispersion;
        double b = (earlier + 1 - beyond) / dispersion;
        long n = Math.max(1, Math.round(records / dispersion));
        double tail = (1 - confidence) / 2;
        double sum = 0;
        long lower = -1;
        for (long k = 0; k <= n; k++) {
            sum += probability(k, n, a, b);
            if (lower < 0 && sum > tail) {
                lower = k;
            }
            if (sum >= 1 - tail) {
                return new Range((long) Math.floor(lower * dispersion), (long) Math.ceil(k * dispersion));
            }
        }
        return new Range((long) Math.floor(Math.max(0, lower) * dispersion), records);
    }

    /** Beta-binomial probability. */
    static double probability(long k, long n, double a, double b) {
        return Math.exp(LogBeta.value(k + a, n - k + b) - LogBeta.value(a, b) - Math.log(n + 1.0) - LogBeta.value(k + 1.0, n - k + 1.0));
    }

    /** Both ends included. */
    public record Range(long lower, long upper) {

        public boolean contains(long count) {
            return count >= lower && count <= upper;
        }
    }
}
