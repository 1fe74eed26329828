package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;

/**
 * The 2 x 2 table of one yes/no question put to the same items twice.
 *
 * @param both yes the first and the second time
 * @param onlyFirst yes the first time only
 * @param onlySecond yes the second time only
 * @param neither no both times
 */
public record PairedCounts(long both, long onlyFirst, long onlySecond, long neither) {

    /** @throws IllegalArgumentException if a count is negative or the table is empty */
    public PairedCounts {
        Argument.count("both", both);
        Argument.count("onlyFirst", onlyFirst);
        Argument.count("onlySecond", onlySecond);
        Argument.count("neither", neither);
        if (both + onlyFirst + onlySecond + neither == 0) {
            throw new IllegalArgumentException("no pairs");
        }
    }

    /** Number of pairs. */
    public long n() {
        return both + onlyFirst + onlySecond + neither;
    }

    /** Yes the first time. */
    public long first() {
        return both + onlyFirst;
    }

    /** Yes the second time. */
    public long second() {
        return both + onlySecond;
    }

    /** Second share minus first share, in [-1, 1]. */
    public double difference() {
        return (double) (onlySecond - onlyFirst) / n();
    }
}
