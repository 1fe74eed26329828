package io.plumbline.stats.changepoint;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Simulates the table of {@link NullCriticalValues}: quantiles of the evidence in autoregressive noise without a change, seasons and
 * outliers treated as in the real run. Arguments: number of series, coefficient, lengths separated by commas, variance of white noise
 * beside the autoregression of variance 1 (0 and 1 make the table).
 */
public final class NullCriticalValuesSimulation {

    private NullCriticalValuesSimulation() {
    }

    public static void main(String[] arguments) {
        int series = Integer.parseInt(arguments[0]);
        double coefficient = Double.parseDouble(arguments[1]);
        double white = Math.sqrt(Double.parseDouble(arguments[3]));
        for (String length : arguments[2].split(",")) {
            int size = Integer.parseInt(length);
            double[][] strength = new double[StretchModel.values().length][series];
            for (int i = 0; i < series; i++) {
                draw(size, coefficient, white, new SplittableRandom(1_000L * size + i + Math.round(1e7 * coefficient)), strength, i);
            }
            for (StretchModel model : StretchModel.values()) {
                double[] sorted = strength[model.ordinal()];
                Arrays.sort(sorted);
                System.out.printf(Locale.ROOT, "n %5d  %-5s  90 %% %.2f  95 %% %.2f  97.5 %% %.2f  99 %% %.2f%n", size, model,
                    sorted[(int) (0.9 * series)], sorted[(int) (0.95 * series)], sorted[(int) (0.975 * series)],
                        sorted[(int) (0.99 * series)]);
            }
        }
    }

    private static void draw(int size, double coefficient, double white, SplittableRandom random, double[][] strength, int at) {
        double[] noise = autoregressive(size, coefficient, random);
        for (int i = 0; i < size; i++) {
            noise[i] += white * random.nextGaussian();
        }
        SeasonalProfile season = SeasonalProfile.of(noise);
        double[] clean = Robust.withoutOutliers(season.takenOff(noise));
        double[] weights = IntStream.range(0, size).mapToDouble(i -> 1).toArray();
        for (StretchModel model : StretchModel.values()) {
            strength[model.ordinal()][at] = ChangeEvidence.of(model, clean, weights, season.period(), AutoSegmentation.minSegment(size))
                .strength();
        }
    }

    private static double[] autoregressive(int size, double coefficient, SplittableRandom random) {
        double[] values = new double[size];
        double innovation = Math.sqrt(1 - coefficient * coefficient);
        double last = random.nextGaussian();
        for (int i = 0; i < size; i++) {
            last = coefficient * last + innovation * random.nextGaussian();
            values[i] = last;
        }
        return values;
    }
}
