package io.plumbline.stats.changepoint;

import java.util.Arrays;

/**
 * A repeating pattern of unknown period, found and taken off so that Mondays are not mistaken for changes.
 *
 * <p>The period is the one for which the mean of the differenced series by phase has the lowest BIC; differencing makes levels and slow
 * trends irrelevant, and differences beyond three robust deviations are pulled in so that a level shift cannot pose as a season. The
 * pattern is that of classical decomposition: medians by phase of the deviation from a centred moving average (Kendall &amp; Stuart, "The
 * Advanced Theory of Statistics" volume 3, section 46.24).
 *
 * @param period length of the pattern in points, 1 where there is none
 * @param values one value per phase, mean zero
 */
record SeasonalProfile(int period, double[] values) {

    private static final int FEWEST_CYCLES = 3;
    private static final double ROBUST_DEVIATIONS = 3;

    static SeasonalProfile none() {
        return new SeasonalProfile(1, new double[1]);
    }

    static SeasonalProfile of(double[] series) {
        int period = period(series);
        return period < 2 ? none() : new SeasonalProfile(period, pattern(series, period));
    }

    /** @return the series without the pattern */
    double[] takenOff(double[] series) {
        double[] rest = series.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= values[i % period];
        }
        return rest;
    }

    private static int period(double[] series) {
        double[] steps = winsorised(differences(series));
        int n = steps.length;
        double squares = Arrays.stream(steps).map(step -> step * step).sum();
        double mean = Arrays.stream(steps).average().orElse(0);
        double scatter = squares - n * mean * mean;
        if (!(scatter > 1e-12 * squares)) {
            return 1;
        }
        double best = n * Math.log(scatter / n) + Math.log(n);
        int period = 1;
        for (int candidate = 2; candidate <= (n + 1) / FEWEST_CYCLES; candidate++) {
            double explained = 0;
            for (int phase = 0; phase < candidate; phase++) {
                double sum = 0;
                int count = 0;
                for (int i = phase; i < n; i += candidate) {
                    sum += steps[i];
                    count++;
                }
                explained += sum * sum / count;
            }
            double rest = Math.max(squares - explained, 1e-12 * squares);
            // One parameter per phase, and one for the period that was looked for.
            double criterion = n * Math.log(rest / n) + (candidate + 1) * Math.log(n);
            if (criterion < best) {
                best = criterion;
                period = candidate;
            }
        }
        return period;
    }

    private static double[] differences(double[] series) {
        double[] steps = new double[Math.max(0, series.length - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = series[i + 1] - series[i];
        }
        return steps;
    }

    private static double[] winsorised(double[] steps) {
        double middle = Robust.median(steps);
        double reach = ROBUST_DEVIATIONS * Robust.deviation(steps);
        return reach > 0 ? Arrays.stream(steps).map(step -> Math.max(middle - reach, Math.min(middle + reach, step))).toArray() : steps;
    }

    private static double[] pattern(double[] series, int period) {
        int half = period / 2;
        double[][] byPhase = new double[period][series.length / period + 1];
        int[] count = new int[period];
        for (int i = half; i < series.length - half; i++) {
            double average = 0;
            for (int d = -half; d <= half; d++) {
                boolean end = period % 2 == 0 && Math.abs(d) == half;
                average += (end ? 0.5 : 1) * series[i + d] / period;
            }
            byPhase[i % period][count[i % period]++] = series[i] - average;
        }
        double[] pattern = new double[period];
        for (int phase = 0; phase < period; phase++) {
            pattern[phase] = Robust.median(Arrays.copyOf(byPhase[phase], count[phase]));
        }
        double mean = Arrays.stream(pattern).average().orElse(0);
        return Arrays.stream(pattern).map(value -> value - mean).toArray();
    }
}
