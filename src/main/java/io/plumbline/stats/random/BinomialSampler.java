package io.plumbline.stats.random;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.special.Gamma;

/**
 * Draws from a binomial distribution at a cost that does not grow with the number of trials, so that a parametric bootstrap over years of
 * daily counts stays interactive.
 *
 * <p>Below ten expected successes by inversion, otherwise by transformed rejection: Hörmann (1993), "The generation of binomial random
 * variates", algorithm BTRS.
 */
public final class BinomialSampler {

    private static final double INVERSION_BELOW = 10;

    private final RandomGenerator random;

    public BinomialSampler(RandomGenerator random) {
        this.random = random;
    }

    /**
     * @param trials number of trials, at least 0
     * @param probability success probability in [0, 1]
     * @return a draw in [0, trials]
     * @throws IllegalArgumentException outside of those ranges
     */
    public long draw(long trials, double probability) {
        if (trials < 0 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("Binomial needs trials >= 0 and a probability in [0, 1], got " + trials + " and "
                + probability);
        }
        if (probability > 0.5) {
            return trials - drawLowerHalf(trials, 1 - probability);
        }
        return drawLowerHalf(trials, probability);
    }

    private long drawLowerHalf(long trials, double p) {
        if (trials == 0 || p == 0) {
            return 0;
        }
        return trials * p < INVERSION_BELOW ? byInversion(trials, p) : byRejection(trials, p);
    }

    private long byInversion(long trials, double p) {
        double odds = p / (1 - p);
        double mass = Math.exp(trials * Math.log1p(-p));
        double u = random.nextDouble();
        long k = 0;
        while (u > mass && k < trials) {
            u -= mass;
            k++;
            mass *= odds * (trials - k + 1) / k;
            if (mass == 0) {
                break;
            }
        }
        return k;
    }

    private long byRejection(long trials, double p) {
        double q = 1 - p;
        double spread = Math.sqrt(trials * p * q);
        double b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double c = trials * p + 0.5;
        double accepted = 0.92 - 4.2 / b;
        double alpha = (2.83 + 5.1 / b) * spread;
        double logOdds = Math.log(p / q);
        double mode = Math.floor((trials + 1) * p);
        double atMode = Gamma.logGamma(mode + 1) + Gamma.logGamma(trials - mode + 1);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double edge = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / edge + b) * u + c);
            if (k < 0 || k > trials) {
                continue;
            }
            if (edge >= 0.07 && v <= accepted) {
                return (long) k;
            }
            double height = Math.log(v * alpha / (a / (edge * edge) + b));
            if (height <= atMode - Gamma.logGamma(k + 1) - Gamma.logGamma(trials - k + 1) + (k - mode) * logOdds) {
                return (long) k;
            }
        }
    }
}
