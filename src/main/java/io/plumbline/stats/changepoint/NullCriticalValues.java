package io.plumbline.stats.changepoint;

/**
 * How much {@link ChangeEvidence} a series without any change produces in 1 of 40 cases when its noise is a Gaussian autoregression with
 * coefficient 0.8, by length and model: simulated (4,000 series for lengths to 60, fewer for long ones), smoothed to fall with length, and
 * interpolated in log length. With two models that makes at most 1 false alarm in 20; less autocorrelated noise makes fewer. The
 * simulation is {@code NullCriticalValuesSimulation} in src/bench/java.
 */
final class NullCriticalValues {

    private static final int[] LENGTH = {8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 160, 200, 240, 320, 400, 500, 640, 900, 1300, 2048};
    private static final double[] LEVEL = {8.4, 8.3, 8.3, 8.25, 7.8, 7.25, 6.6, 5.7, 5.2, 4.7, 3.95, 3.5, 3.05, 2.75, 2.45, 2.27, 2.05, 1.90, 1.80,
        1.65, 1.50, 1.45, 1.40};
    private static final double[] TREND = {10.9, 10.7, 10.2, 10.1, 9.65, 9.35, 9.05, 8.1, 7.45, 6.95, 6.1, 5.4, 4.8, 4.0, 3.45, 3.1, 2.8, 2.55, 2.45,
        2.3, 2.05, 1.85, 1.75};

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
