package io.plumbline.stats.distribution;

/**
 * The first Wasserstein distance of two samples: how far values must move, on average, to turn one sample into the other; in the unit of
 * the values. Source: Vallender 1974, Theory Probab. Appl. 18:784 (the area between the distribution functions).
 */
public final class Wasserstein {

    private Wasserstein() {
    }

    /**
     * @param first finite values, at least one
     * @param second finite values, at least one
     * @return zero or more
     */
    public static double distance(double[] first, double[] second) {
        return GapIntegral.of(first, second, Math::abs);
    }
}
