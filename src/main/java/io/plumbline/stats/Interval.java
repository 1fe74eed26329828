package io.plumbline.stats;

/**
 * A closed interval for a number, {@code lower <= upper}; a bound may be infinite (a ratio with an empty denominator cell) but never NaN.
 *
 * @param lower the smaller bound
 * @param upper the larger bound
 */
public record Interval(double lower, double upper) {

    /** @throws IllegalArgumentException if a bound is NaN or {@code lower > upper} */
    public Interval {
        if (Double.isNaN(lower) || Double.isNaN(upper) || lower > upper) {
            throw new IllegalArgumentException("not an interval: [" + lower + ", " + upper + "]");
        }
    }

    /** Whether {@code value} lies in the interval, bounds included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** {@code upper - lower}, in the unit of the bounds. */
    public double width() {
        return upper - lower;
    }

    /** The interval of {@code -x}: bounds change sign and places. */
    public Interval negated() {
        return new Interval(0 - upper, 0 - lower);
    }

    /** The interval of {@code x / divisor} for {@code divisor > 0}. */
    public Interval dividedBy(double divisor) {
        if (!(divisor > 0)) {
            throw new IllegalArgumentException("divisor must be positive: " + divisor);
        }
        return new Interval(lower / divisor, upper / divisor);
    }

    /** The part of this interval inside {@code [least, greatest]}; a bound outside moves to the nearer edge. */
    public Interval clippedTo(double least, double greatest) {
        return new Interval(Math.min(greatest, Math.max(least, lower)), Math.max(least, Math.min(greatest, upper)));
    }
}
