package io.plumbline.stats.runlength;

import org.apache.commons.math3.special.Erf;

/** Density and distribution of the standard normal law, without an object per call. */
final class Normal {

    private static final double ROOT_2PI = Math.sqrt(2 * Math.PI);
    private static final double ROOT_2 = Math.sqrt(2);

    private Normal() {
    }

    static double density(double x) {
        return Math.exp(-x * x / 2) / ROOT_2PI;
    }

    static double cumulative(double x) {
        return Erf.erfc(-x / ROOT_2) / 2;
    }
}
