package io.plumbline.stats.knownanswers;

import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What statsmodels calls Miettinen and Nurminen's interval, rebuilt to explain its numbers: its cubic has a count where the paper's
 * appendix has a group size (coefficient of the linear term), and its search gives up where the bracket ends before the bound. The
 * program's own {@link io.plumbline.stats.proportion.MiettinenNurminenInterval} follows the paper and agrees with R's DescTools.
 */
final class StatsmodelsScoreInterval {

    private StatsmodelsScoreInterval() {
    }

    /** Interval of p1 - p2; empty where the search of statsmodels fails. */
    static Optional<Interval> of(long k1, long n1, long k2, long n2, double confidence) {
        double p1 = (double) k1 / n1;
        double p2 = (double) k2 / n2;
        double half = StandardNormal.ofConfidence(confidence) * Math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
        double waldLow = p1 - p2 - half;
        double waldHigh = p1 - p2 + half;
        OptionalDouble high = root(k1, n1, k2, n2, 1 - confidence, p1 - p2, Math.min(0.99999, waldHigh + Math.abs(waldHigh) / 2));
        OptionalDouble low = root(k1, n1, k2, n2, 1 - confidence, p1 - p2, waldLow - Math.abs(waldLow) / 4);
        return high.isPresent() && low.isPresent() ? Optional.of(new Interval(low.getAsDouble(), high.getAsDouble())) : Optional.empty();
    }

    private static OptionalDouble root(long k1, long n1, long k2, long n2, double alpha, double inside, double outside) {
        if (!(pValue(k1, n1, k2, n2, outside) < alpha)) {
            return OptionalDouble.empty();
        }
        double accepted = inside;
        double rejected = outside;
        for (int i = 0; i < 100; i++) {
            double middle = (accepted + rejected) / 2;
            if (pValue(k1, n1, k2, n2, middle) < alpha) {
                rejected = middle;
            } else {
                accepted = middle;
            }
        }
        return OptionalDouble.of(accepted);
    }

    private static double pValue(long k1, long n1, long k2, long n2, double difference) {
        double n = n1 + n2;
        double k = k1 + k2;
        double second = k / n;
        double first = second;
        if (difference != 0) {
            double a2 = (n1 + 2.0 * n2) * difference - n - k;
            double a1 = (k2 * difference - n - 2.0 * k2) * difference + k;
            double a0 = k2 * difference * (1 - difference);
            double q = Math.pow(a2 / (3 * n), 3) - a1 * a2 / (6 * n * n) + a0 / (2 * n);
            double p = Math.signum(q) * Math.sqrt(Math.pow(a2 / (3 * n), 2) - a1 / (3 * n));
            second = 2 * p * Math.cos((Math.PI + Math.acos(q / (p * p * p))) / 3) - a2 / (3 * n);
            first = second + difference;
        }
        double variance = (first * (1 - first) / n1 + second * (1 - second) / n2) * n / (n - 1);
        return StandardNormal.twoSided(((double) k1 / n1 - (double) k2 / n2 - difference) / Math.sqrt(variance));
    }
}
