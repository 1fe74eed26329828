package io.plumbline.stats.changepoint;

/**
 * How much {@link ChangeEvidence} a series without any change produces in 1 of 40 cases, by length and model. Its noise is the harder one
 * of two: a Gaussian autoregression with coefficient 0.8, or that plus white noise of the same variance. Simulated (3,000 series for
 * lengths to 80, fewer for long ones), smoothed to fall with length, and interpolated in log length. With two models that makes at most 1
 * false alarm in 20; noise with less memory makes fewer. The simulation is {@code NullCriticalValuesSimulation} in src/bench/java. The step
 * at 50 is that of {@link LongRunVariance}.
 */
final class NullCriticalValues {

    private static final int[] LENGTH = {8, 10, 12, 15, 20, 25, 30, 40, 49, 50, 60, 80, 100, 120, 160, 200, 240, 320, 400, 500, 640, 900,
        1300, 2048};
    private static final double[] LEVEL = {8.5, 8.45, 8.35, 8.3, 7.9, 7.35, 6.65, 6.05, 5.95, 5.7, 5.3, 4.7, 4.4, 4.1, 3.75, 3.4, 3.05,
        2.9, 2.65, 2.5,
        2.3, 2.1, 1.95, 1.8};
    private static final double[] TREND = {10.9, 10.7, 10.15, 10.05, 9.6, 9.45, 9.1, 8.05, 7.5, 7.75, 7.3, 6.65, 6.15, 5.75, 5.1, 4.7, 4.5,
        3.85, 3.6,
        3.3, 3.0, 2.7, 2.4, 2.15};

    private NullCriticalValues() {
    }

    /** @return evidence needed in a series of the given length; shorter and longer ones take the value at the end of the table */
    static double of(StretchModel model, int size) {
        double[] table = model == StretchModel.LEVEL ? LEVEL : TREND;
        if (size <= LENGTH[0]) {
            return table[0];
        }
        for (int i = 1; i < LENGTH.length; i++) {
            if (size <= LENGTH[i]) {
                double share = Math.log((double) size / LENGTH[i - 1]) / Math.log((double) LENGTH[i] / LENGTH[i - 1]);
                return table[i - 1] + share * (table[i] - table[i - 1]);
            }
        }
        return table[table.length - 1];
    }
}
