package io.plumbline.imports;

import java.util.Optional;

/**
 * One series of a file, in order.
 *
 * @param values a value per point; NaN where the file has none. For counts the rate, NaN where there were no trials
 * @param counts successes and trials where the file has both
 */
public record Series(double[] values, Optional<Counts> counts) {

    /**
     * Successes and trials per point.
     *
     * @param successes successes, 0 where the file has none
     * @param trials trials, 0 where the file has none
     */
    public record Counts(long[] successes, long[] trials) {
    }

    static Series of(double[] values) {
        return new Series(values, Optional.empty());
    }

    static Series of(Counts counts) {
        double[] rates = new double[counts.trials().length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = counts.trials()[i] > 0 ? (double) counts.successes()[i] / counts.trials()[i] : Double.NaN;
        }
        return new Series(rates, Optional.of(counts));
    }

    /** @return number of points, missing ones included */
    public int size() {
        return values.length;
    }
}
