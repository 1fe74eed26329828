package io.plumbline.stats.distribution;

import java.util.SplittableRandom;

/**
 * Draws how many marked records are among those taken without replacement. Small cases are inverted from the mode outwards; large ones
 * use the ratio of uniforms, whose cost does not grow with the counts.
 * Source: Stadlober 1990, J. Comput. Appl. Math. 31:181, algorithm HRUE.
 */
final class HypergeometricDraw {

    private static final double INVERSION_LIMIT_VARIANCE = 100;
    private static final int MOST_KEPT = 1 << 14;
    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;
    private static final double D1 = 1.7155277699214135;
    private static final double D2 = 0.8989161620588988;

    private final SplittableRandom random;
    private final double[] logFactorial;

    HypergeometricDraw(SplittableRandom random, long records) {
        this.random = random;
        logFactorial = new double[(int) Math.min(MOST_KEPT, records + 1)];
        for (int i = 2; i < logFactorial.length; i++) {
            logFactorial[i] = logFactorial[i - 1] + Math.log(i);
        }
    }

    /** Marked records among {@code taken} out of {@code records}, of which {@code marked} are marked. */
    long next(long records, long marked, long taken) {
        long least = Math.max(0, taken - (records - marked));
        long most = Math.min(marked, taken);
        if (least == most) {
            return least;
        }
        double share = (double) marked / records;
        double variance = taken * share * (1 - share) * (records - taken) / (records - 1.0);
        return variance < INVERSION_LIMIT_VARIANCE
            ? invert(records, marked, taken, least, most)
            : ratioOfUniforms(records, marked, taken, least, most, Math.sqrt(variance));
    }

    private long invert(long records, long marked, long taken, long least, long most) {
        long mode = mode(records, marked, taken);
        long unmarked = records - marked;
        double atMode = Math.exp(logChoose(marked, mode) + logChoose(unmarked, taken - mode) - logChoose(records, taken));
        double u = random.nextDouble();
        u -= atMode;
        if (u < 0) {
            return mode;
        }
        long below = mode;
        long above = mode;
        double weightBelow = atMode;
        double weightAbove = atMode;
        while (below > least || above < most) {
            if (above < most) {
                weightAbove *= (double) (marked - above) / (above + 1) * ((double) (taken - above) / (unmarked - taken + above + 1));
                above++;
                u -= weightAbove;
                if (u < 0) {
                    return above;
                }
            }
            if (below > least) {
                weightBelow *= (double) below / (marked - below + 1) * ((double) (unmarked - taken + below) / (taken - below + 1));
                below--;
                u -= weightBelow;
                if (u < 0) {
                    return below;
                }
            }
        }
        return mode;
    }

    private long ratioOfUniforms(long records, long marked, long taken, long least, long most, double sd) {
        long mode = mode(records, marked, taken);
        long unmarked = records - marked;
        double centre = (double) taken * marked / records + 0.5;
        double width = D1 * Math.sqrt(sd * sd + 0.5) + D2;
        double atMode = logWeight(mode, marked, unmarked, taken);
        double end = Math.min(most + 1.0, Math.floor(centre + 16 * sd));
        while (true) {
            double u = random.nextDouble();
            double v = random.nextDouble();
            double x = centre + width * (v - 0.5) / u;
            if (x < least || x >= end) {
                continue;
            }
            long k = (long) Math.floor(x);
            double t = logWeight(k, marked, unmarked, taken) - atMode;
            if (2 * Math.log(u) <= t) {
                return k;
            }
        }
    }

    private static long mode(long records, long marked, long taken) {
        return (long) ((taken + 1.0) * (marked + 1.0) / (records + 2.0));
    }

    private double logWeight(long k, long marked, long unmarked, long taken) {
        return -(logFactorial(k) + logFactorial(marked - k) + logFactorial(taken - k) + logFactorial(unmarked - taken + k));
    }

    private double logChoose(long n, long k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    /** From the table, beyond it by Stirling's series. */
    private double logFactorial(long n) {
        if (n < logFactorial.length) {
            return logFactorial[(int) n];
        }
        double inverse = 1.0 / n;
        return (n + 0.5) * Math.log(n) - n + HALF_LOG_TWO_PI + inverse * (1.0 / 12 - inverse * inverse / 360);
    }
}
