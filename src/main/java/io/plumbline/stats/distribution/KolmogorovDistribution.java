package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The distribution of the one-sample Kolmogorov-Smirnov distance at n observations. The far tail is twice Smirnov's exact one-sided
 * probability, which loses no digits; the rest is Marsaglia, Tsang and Wang's matrix power for n up to 140 and Pelz and Good's expansion
 * above (both from commons-math3).
 * Source: Simard &amp; L'Ecuyer 2011, J. Stat. Softw. 39(11), sections 2 and 3.
 */
final class KolmogorovDistribution {

    private static final int EXACT_UP_TO = 140;

    private KolmogorovDistribution() {
    }

    /** P(D >= distance) for n observations. */
    static double survival(int n, double distance) {
        Argument.atLeast("n", 1, n);
        if (distance <= 0) {
            return 1;
        }
        if (distance >= 1) {
            return 0;
        }
        double scaled = n * distance * distance;
        if (scaled >= (n <= EXACT_UP_TO ? 4 : 2.2)) {
            return Math.min(1, 2 * smirnov(n, distance));
        }
        return Math.min(1, Math.max(0, 1 - new KolmogorovSmirnovTest().cdf(distance, n, false)));
    }

    /** P(D+ >= distance): Birnbaum &amp; Tingey 1951, eq. 3.0. */
    private static double smirnov(int n, double distance) {
        double logN = LogGamma.value(n + 1.0);
        double sum = 0;
        int last = (int) Math.floor(n * (1 - distance));
        for (int j = 0; j <= last; j++) {
            double low = distance + (double) j / n;
            double high = 1 - low;
            if (high <= 0) {
                continue;
            }
            double log = logN - LogGamma.value(j + 1.0) - LogGamma.value(n - j + 1.0) + (j - 1) * Math.log(low) + (n - j) * Math.log(high);
            sum += Math.exp(log);
        }
        return distance * sum;
    }
}
