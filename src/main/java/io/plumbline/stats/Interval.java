package io.plumbline.stats;

/**
 * A closed range of plausible values.
 *
 * @param lower lower end, not above {@code upper}
 * @param upper upper end
 */
public record Interval(double lower, double upper) {

    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("Not an interval: " + lower + " .. " + upper);
        }
    }
}
