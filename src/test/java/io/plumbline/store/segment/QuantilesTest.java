package io.plumbline.store.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    private static final double[] SHARES = {0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1};
    private final Random random = new Random(11);

    private static Quantiles kept(float... values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float[] points = new float[sorted.length];
        int n = Quantiles.points(sorted, 0, sorted.length, points, 0);
        Quantiles quantiles = new Quantiles();
        quantiles.add(place -> points[place], 0, n, sorted.length);
        return quantiles;
    }

    private float[] drawn(int n, DoubleUnaryOperator shape) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) shape.applyAsDouble(random.nextDouble());
        }
        return values;
    }

    /** commons-math's type 7 is the rule of R, NumPy and DuckDB's quantile_cont. */
    @Test
    void fewValuesGiveTheQuantilesOfOtherPrograms() {
        for (int n = 1; n <= Quantiles.POINTS; n += 13) {
            float[] values = drawn(n, u -> u * 10);
            double[] doubles = new double[n];
            Arrays.setAll(doubles, i -> values[i]);
            Percentile known = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
            known.setData(doubles);
            for (double share : SHARES) {
                if (share > 0) {
                    assertThat(kept(values).at(share)).isCloseTo(known.evaluate(share * 100), offset(1e-5));
                }
            }
        }
    }

    @Test
    void manyValuesAreOffByLessThanHalfAPercentOfTheRanks() {
        for (DoubleUnaryOperator shape : new DoubleUnaryOperator[] {u -> u, u -> -Math.log(1 - u), u -> u < 0.5 ? 0 : 1, u -> Math.round(u * 7),
            u -> u < 0.97 ? u * 1e-4 : 1e4 * u}) {
            float[] values = drawn(50_000, shape);
            requireRanks(kept(values), values);
        }
    }

    @Test
    void mergingAddsNoError() {
        float[] all = new float[0];
        Quantiles merged = new Quantiles();
        for (int cell = 0; cell < 60; cell++) {
            int scale = cell + 1;
            float[] values = drawn(10 + random.nextInt(3000), u -> -Math.log(1 - u) * scale);
            merged.add(kept(values));
            int before = all.length;
            all = Arrays.copyOf(all, before + values.length);
            System.arraycopy(values, 0, all, before, values.length);
        }
        assertThat(merged.count()).isEqualTo(all.length);
        requireRanks(merged, all);
    }

    private static void requireRanks(Quantiles quantiles, float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        for (double share : SHARES) {
            double value = quantiles.at(share);
            long below = 0;
            long upTo = 0;
            for (float one : sorted) {
                below += one < value ? 1 : 0;
                upTo += one <= value ? 1 : 0;
            }
            double target = share * sorted.length;
            double error = target < below ? below - target : Math.max(0, target - upTo);
            assertThat(error / sorted.length).as("rank of the quantile " + share).isLessThan(0.005);
        }
    }

    @Test
    void nothingHasNoQuantile() {
        assertThat(new Quantiles().at(0.5)).isNaN();
    }
}
