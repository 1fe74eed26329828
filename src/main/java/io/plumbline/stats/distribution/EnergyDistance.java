package io.plumbline.stats.distribution;

/**
 * The energy distance of two samples: the root of 2 E|X - Y| - E|X - X'| - E|Y - Y'|, zero only for equal distributions; in the root of the
 * unit of the values. Source: Székely &amp; Rizzo 2013, J. Stat. Plan. Inference 143:1249, eqs. 2.1 and 3.1.
 */
public final class EnergyDistance {

    private EnergyDistance() {
    }

    /**
     * @param first finite values, at least one
     * @param second finite values, at least one
     * @return zero or more
     */
    public static double distance(double[] first, double[] second) {
        return Math.sqrt(2 * GapIntegral.of(first, second, gap -> gap * gap));
    }
}
