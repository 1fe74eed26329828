package io.plumbline.stats.power;

import io.plumbline.stats.Argument;
import io.plumbline.stats.StandardNormal;
import java.util.function.DoubleUnaryOperator;

/**
 * What a comparison of two independent groups of equal size can see, by the normal approximation of the two-sided z test (variance pooled
 * under "no difference", separate otherwise).
 * Sources: Fleiss, Levin &amp; Paik 2003, Statistical Methods for Rates and Proportions, eqs. 4.14 and 4.17, as R's {@code
 * power.prop.test};
 * arcsine form: Cohen 1988, Statistical Power Analysis, chapter 6.
 */
public final class UnpairedPower {

    private static final double MOST = 1e15;

    private UnpairedPower() {
    }

    /**
     * Power counting the tail of the true direction only (R's default).
     *
     * @param n size of each group, positive, may be fractional
     * @param p1 rate of the first group, in [0, 1]
     * @param p2 rate of the second group
     * @param alpha two-sided level
     */
    public static double power(double n, double p1, double p2, double alpha) {
        return StandardNormal.cumulative(excess(n, p1, p2, alpha, Math.abs(p1 - p2)));
    }

    /** Power counting a rejection in the wrong direction too (R's {@code strict = TRUE}, statsmodels). */
    public static double strictPower(double n, double p1, double p2, double alpha) {
        return power(n, p1, p2, alpha) + StandardNormal.cumulative(excess(n, p1, p2, alpha, -Math.abs(p1 - p2)));
    }

    /** Power through Cohen's h, both tails. */
    public static double arcsinePower(double n, double p1, double p2, double alpha) {
        check(n, p1, p2, alpha);
        double z = StandardNormal.quantile(1 - alpha / 2);
        double shift = Math.abs(cohenH(p1, p2)) * Math.sqrt(n / 2);
        return StandardNormal.cumulative(shift - z) + StandardNormal.cumulative(-shift - z);
    }

    /** Cohen's effect size {@code 2 asin sqrt p1 - 2 asin sqrt p2}. */
    public static double cohenH(double p1, double p2) {
        Argument.probability("p1", p1);
        Argument.probability("p2", p2);
        return 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2));
    }

    /**
     * Size of each group for the wanted power, not rounded up.
     *
     * @throws IllegalArgumentException if the rates are equal
     */
    public static double sizeNeeded(double p1, double p2, double alpha, double power) {
        check(1, p1, p2, alpha);
        Argument.open("power", power);
        if (p1 == p2) {
            throw new IllegalArgumentException("no size finds a difference of 0");
        }
        double pooled = (p1 + p2) / 2;
        double root = StandardNormal.quantile(1 - alpha / 2) * Math.sqrt(2 * pooled * (1 - pooled))
            + StandardNormal.quantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        double size = root / (p1 - p2);
        return Math.min(MOST, size * size);
    }

    /** The smallest rate above {@code p1} that is found with the wanted power; Infinity when not even 1 is. */
    public static double detectableAbove(double n, double p1, double alpha, double power) {
        Argument.open("power", power);
        return bisect(p1, 1, p2 -> power(n, p1, p2, alpha) - power, Double.POSITIVE_INFINITY);
    }

    /** The largest rate below {@code p1} that is found with the wanted power; minus Infinity when not even 0 is. */
    public static double detectableBelow(double n, double p1, double alpha, double power) {
        Argument.open("power", power);
        return bisect(p1, 0, p2 -> power(n, p1, p2, alpha) - power, Double.NEGATIVE_INFINITY);
    }

    private static double bisect(double near, double far, DoubleUnaryOperator f, double none) {
        if (f.applyAsDouble(far) < 0) {
            return none;
        }
        double missed = near;
        double found = far;
        for (int i = 0; i < 100; i++) {
            double middle = (missed + found) / 2;
            if (f.applyAsDouble(middle) < 0) {
                missed = middle;
            } else {
                found = middle;
            }
        }
        return found;
    }

    private static double excess(double n, double p1, double p2, double alpha, double difference) {
        check(n, p1, p2, alpha);
        double pooled = (p1 + p2) / 2;
        double spread = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        double above = Math.sqrt(n) * difference - StandardNormal.quantile(1 - alpha / 2) * Math.sqrt(2 * pooled * (1 - pooled));
        return spread == 0 ? Math.copySign(Double.POSITIVE_INFINITY, above) : above / spread;
    }

    private static void check(double n, double p1, double p2, double alpha) {
        Argument.positive("n", n);
        Argument.probability("p1", p1);
        Argument.probability("p2", p2);
        Argument.open("alpha", alpha);
    }
}
