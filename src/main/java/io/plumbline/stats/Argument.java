package io.plumbline.stats;

/**
 * What every function of this package demands of its arguments, said in one voice: a value outside the stated range is an
 * {@link IllegalArgumentException} that names the value, never a silent NaN in a verdict.
 */
public final class Argument {

    private Argument() {
    }

    /** A confidence level, {@code 0 < c < 1}. */
    public static double confidence(double confidence) {
        return open("confidence", confidence);
    }

    /** A probability strictly between 0 and 1. */
    public static double open(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1: " + value);
        }
        return value;
    }

    /** A probability, 0 and 1 included. */
    public static double probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must lie in [0, 1]: " + value);
        }
        return value;
    }

    /** Successes out of trials, {@code 0 <= k <= n}, {@code n >= 1}. */
    public static void counts(long k, long n) {
        if (n < 1 || k < 0 || k > n) {
            throw new IllegalArgumentException("need 0 <= successes <= n and n >= 1: " + k + " of " + n);
        }
    }

    /** A count of zero or more. */
    public static long count(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative: " + value);
        }
        return value;
    }

    /** A whole number of at least {@code least}. */
    public static int atLeast(String name, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ": " + value);
        }
        return value;
    }

    /** A finite number. */
    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite: " + value);
        }
        return value;
    }

    /** A positive finite number. */
    public static double positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be positive and finite: " + value);
        }
        return value;
    }

    /** A sample of at least one value, all finite. */
    public static double[] finite(String name, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException(name + " is empty");
        }
        for (double value : values) {
            finite(name, value);
        }
        return values;
    }

    /** Two arrays that describe the same things, so their lengths agree. */
    public static void sameLength(String what, int first, int second) {
        if (first != second) {
            throw new IllegalArgumentException(what + " must have the same length: " + first + " and " + second);
        }
    }
}
