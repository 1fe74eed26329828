package io.plumbline.stats.power;

import io.plumbline.stats.Argument;
import java.util.Arrays;

/**
 * How to divide a number of records to be read between strata so that the overall rate is known best: more from large strata and from those
 * whose rate is near one half. A stratum whose part would exceed it is read in full and the rest divided anew.
 * Source: Neyman 1934, J. R. Stat. Soc. 97:558; Cochran 1977, Sampling Techniques, eqs. 5.26 and 5.6 (variance), section 5.8 (full strata).
 */
public final class NeymanAllocation {

    private NeymanAllocation() {
    }

    /**
     * @param sizes  records of each stratum
     * @param rates  rate of each stratum, in [0, 1]
     * @param budget records to be read in all
     * @return records to be read of each stratum, fractional, together the budget or everything
     */
    public static double[] of(double[] sizes, double[] rates, double budget) {
        Argument.sameLength("sizes and rates", sizes.length, rates.length);
        Argument.atLeast("strata", 1, sizes.length);
        Argument.positive("budget", budget);
        double[] part = new double[sizes.length];
        boolean[] full = new boolean[sizes.length];
        double left = Math.min(budget, Arrays.stream(sizes).sum());
        boolean again = true;
        while (again) {
            again = false;
            double weights = 0;
            for (int i = 0; i < sizes.length; i++) {
                weights += full[i] ? 0 : weight(sizes[i], rates[i]);
            }
            for (int i = 0; i < sizes.length && weights > 0; i++) {
                if (!full[i]) {
                    part[i] = left * weight(sizes[i], rates[i]) / weights;
                }
            }
            for (int i = 0; i < sizes.length; i++) {
                if (!full[i] && part[i] > sizes[i]) {
                    part[i] = sizes[i];
                    full[i] = true;
                    left -= sizes[i];
                    again = true;
                }
            }
        }
        return part;
    }

    /** Standard error of the overall rate from a stratified sample with these parts, the finite population counted. */
    public static double standardError(double[] sizes, double[] rates, double[] parts) {
        double all = Arrays.stream(sizes).sum();
        double variance = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] > 0 && parts[i] < sizes[i]) {
                double share = sizes[i] / all;
                variance += share * share * rates[i] * (1 - rates[i]) / parts[i] * (1 - parts[i] / sizes[i]);
            }
        }
        return Math.sqrt(variance);
    }

    private static double weight(double size, double rate) {
        Argument.probability("rate", rate);
        // A rate of 0 or 1 is an estimate too: one record in a hundred keeps an eye on it.
        return size * Math.sqrt(Math.max(rate * (1 - rate), 0.01 * 0.99));
    }
}
