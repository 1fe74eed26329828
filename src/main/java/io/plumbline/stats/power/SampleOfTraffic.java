package io.plumbline.stats.power;

import io.plumbline.stats.Argument;

/**
 * How much of the traffic must be read to see a change of a rate against a baseline of given size, and which change a share shows. Groups
 * of unequal size carry the evidence of two groups of their harmonic mean.
 * Source: Fleiss, Levin &amp; Paik 2003, Statistical Methods for Rates and Proportions, section 4.4 (unequal sample sizes).
 *
 * @param baselineRate rate of the baseline, in [0, 1]
 * @param baselineN    records of the baseline (effective)
 * @param traffic      records of the same kind in the window that is to be judged, were all of them read
 * @param alpha        two-sided level
 * @param power        chance to find the change
 */
public record SampleOfTraffic(double baselineRate, double baselineN, double traffic, double alpha, double power) {

    /** @throws IllegalArgumentException for a rate outside [0, 1], no records, or a level outside (0, 1) */
    public SampleOfTraffic {
        Argument.probability("baseline rate", baselineRate);
        Argument.positive("baseline records", baselineN);
        Argument.positive("traffic", traffic);
        Argument.open("alpha", alpha);
        Argument.open("power", power);
    }

    /**
     * Share of the traffic to be read to find a fall of the rate.
     *
     * @param relativeDecrease 0.05 for a rate that falls by a twentieth, between 0 and 1
     * @return above 1 where all of the traffic would not be enough; infinite where the baseline itself is too small
     */
    public double shareFor(double relativeDecrease) {
        Argument.open("relative decrease", relativeDecrease);
        double equal = UnpairedPower.sizeNeeded(baselineRate, baselineRate * (1 - relativeDecrease), alpha, power);
        return equal >= 2 * baselineN ? Double.POSITIVE_INFINITY : equal * baselineN / (2 * baselineN - equal) / traffic;
    }

    /**
     * The smallest relative fall that this share shows.
     *
     * @param share of the traffic that is read, in (0, 1]
     * @return between 0 and 1; infinite where not even a fall to 0 would be found
     */
    public double decreaseFor(double share) {
        Argument.probability("share", share);
        Argument.positive("share", share);
        double n = share * traffic;
        double equal = 2 * n * baselineN / (n + baselineN);
        double lowest = UnpairedPower.detectableBelow(equal, baselineRate, alpha, power);
        return Double.isInfinite(lowest) ? Double.POSITIVE_INFINITY : (baselineRate - lowest) / baselineRate;
    }
}
