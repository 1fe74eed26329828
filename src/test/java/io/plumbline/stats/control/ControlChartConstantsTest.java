package io.plumbline.stats.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every tabled factor against its definition, integrated here by another formula than the chart's own: Tippett (1925), "On the extreme
 * individuals and the range of samples taken from a normal population", Biometrika 17.
 */
class ControlChartConstantsTest {

    private static final double TABLED_TO_THREE_PLACES = 0.5e-3 + 1e-9;
    private static final double STEP = 1.0 / 32;
    private static final double END = 9;
    private static final double[] CDF = IntStream.rangeClosed(0, (int) (2 * END / STEP))
        .mapToDouble(i -> new NormalDistribution(null, 0, 1).cumulativeProbability(-END + i * STEP)).toArray();

    static IntStream sizes() {
        return IntStream.rangeClosed(2, 30);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void d2IsTheExpectedRangeOfNormalSamples(int n) {
        double accuracy = n <= 25 ? TABLED_TO_THREE_PLACES : 1e-6;
        assertThat(ControlChartConstants.d2(n)).isCloseTo(expectedRange(n), within(accuracy));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void d3IsTheDeviationOfTheRangeOfNormalSamples(int n) {
        double mean = expectedRange(n);
        double accuracy = n <= 25 ? 2e-5 : 1e-5;
        assertThat(ControlChartConstants.d3(n)).isCloseTo(Math.sqrt(expectedSquaredRange(n) - mean * mean), within(accuracy));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void c4IsTheExpectedDeviationOfNormalSamples(int n) {
        // E(s) by integrating the chi density of n - 1 degrees of freedom
        double freedom = n - 1;
        double constant = Math.exp((1 - freedom / 2) * Math.log(2) - Gamma.logGamma(freedom / 2));
        double mean = simpson(x -> x * constant * Math.pow(x, freedom - 1) * Math.exp(-x * x / 2), 0, 20, 4000);
        assertThat(ControlChartConstants.c4(n)).isCloseTo(mean / Math.sqrt(freedom), within(1e-9));
    }

    /** E(W) = ∫ 1 - Φ(x)^n - (1 - Φ(x))^n dx. */
    private static double expectedRange(int n) {
        double sum = 0;
        for (double cdf : CDF) {
            sum += STEP * (1 - Math.pow(cdf, n) - Math.pow(1 - cdf, n));
        }
        return sum;
    }

    /**
     * E(W²) = 2 ∫∫ over x < y of 1 - Φ(y)^n - (1 - Φ(x))^n + (Φ(y) - Φ(x))^n.
     * The trapezoidal rule on the whole plane errs by h²/12 times the jump of the slope along the diagonal, which integrates to 2.
     */
    private static double expectedSquaredRange(int n) {
        double sum = 0;
        for (int x = 0; x < CDF.length; x++) {
            for (int y = x; y < CDF.length; y++) {
                double value = 1 - Math.pow(CDF[y], n) - Math.pow(1 - CDF[x], n) + Math.pow(CDF[y] - CDF[x], n);
                sum += (x == y ? 1 : 2) * value;
            }
        }
        return sum * STEP * STEP - STEP * STEP / 6;
    }

    private static double simpson(DoubleUnaryOperator f, double from, double to, int pairs) {
        double h = (to - from) / (2 * pairs);
        double sum = f.applyAsDouble(from) + f.applyAsDouble(to);
        for (int i = 1; i < 2 * pairs; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * f.applyAsDouble(from + i * h);
        }
        return sum * h / 3;
    }
}
