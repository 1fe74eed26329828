package io.plumbline.imports;

import io.plumbline.domain.InputException;
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

    public static Series of(double[] values) {
        return new Series(values, Optional.empty());
    }

    public static Series of(Counts counts) {
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

    /** The two names in {@code successes/trials}. */
    public static Optional<String[]> pair(String name) {
        int slash = name.indexOf('/');
        return slash > 0 && slash < name.length() - 1
            ? Optional.of(new String[] {name.substring(0, slash).strip(), name.substring(slash + 1).strip()}) : Optional.empty();
    }

    /** A count as a whole number of at least 0. */
    public static long count(String where, double value) {
        if (!(value >= 0) || value != Math.rint(value) || value > 9e15) {
            throw new InputException(where + ": " + value + " is not a count. Counts are whole numbers of at least 0.");
        }
        return (long) value;
    }

    public static void requireWithinTrials(String where, long successes, long trials) {
        if (successes > trials) {
            throw new InputException(where + ": " + successes + " of " + trials + " is more than all. Check which column holds the trials.");
        }
    }
}
