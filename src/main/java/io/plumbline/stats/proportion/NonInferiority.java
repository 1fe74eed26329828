package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;

/**
 * Evidence for a go: not "no significant harm was seen" but "harm beyond the margin is ruled out". Decided by intervals, so the picture
 * and the verdict agree.
 * Sources: non-inferiority by confidence interval: ICH E9, section 3.3.2; two one-sided tests: Schuirmann 1987, J. Pharmacokinet.
 * Biopharm. 15:657.
 */
public final class NonInferiority {

    /** What an interval says about a margin. */
    public enum Reading {
        /** The whole interval is better than the margin. */
        SHOWN,
        /** The whole interval is worse than the margin. */
        REFUTED,
        /** The interval holds the margin: collect more. */
        INCONCLUSIVE
    }

    private NonInferiority() {
    }

    /**
     * Whether a change stays above {@code -margin}, when higher is better. A one-sided test at level alpha uses the two-sided interval at
     * confidence {@code 1 - 2 alpha}: see {@link #intervalConfidence}.
     *
     * @param change interval of new minus old
     * @param margin the tolerated loss, zero or more, in the unit of the interval
     */
    public static Reading of(Interval change, double margin) {
        if (!(margin >= 0)) {
            throw new IllegalArgumentException("a margin is zero or more: " + margin);
        }
        if (change.lower() > -margin) {
            return Reading.SHOWN;
        }
        return change.upper() < -margin ? Reading.REFUTED : Reading.INCONCLUSIVE;
    }

    /** Equivalence by two one-sided tests: shown if the whole interval lies strictly within the margin on both sides. */
    public static Reading equivalence(Interval change, double margin) {
        if (!(margin > 0)) {
            throw new IllegalArgumentException("a margin of equivalence is positive: " + margin);
        }
        if (change.lower() > -margin && change.upper() < margin) {
            return Reading.SHOWN;
        }
        return change.upper() < -margin || change.lower() > margin ? Reading.REFUTED : Reading.INCONCLUSIVE;
    }

    /** The confidence of the two-sided interval that makes {@link #of} a one-sided test at level {@code alpha} (0.05 gives 0.90). */
    public static double intervalConfidence(double alpha) {
        Argument.open("alpha", alpha);
        if (alpha >= 0.5) {
            throw new IllegalArgumentException("a one-sided level is below 0.5: " + alpha);
        }
        return 1 - 2 * alpha;
    }
}
