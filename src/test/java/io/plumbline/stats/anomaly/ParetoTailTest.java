package io.plumbline.stats.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParetoTailTest {

    /** Values whose tail beyond 2 is generalised Pareto with this shape and scale 1.5: inverse of the distribution function. */
    private static double[] values(double shape, int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            double v = random.nextDouble();
            double excess = shape == 0 ? -1.5 * Math.log(1 - v) : 1.5 * (Math.pow(1 - v, -shape) - 1) / shape;
            values[i] = u < 0.9 ? 2 * random.nextDouble() : 2 + excess;
        }
        return values;
    }

    @Test
    void shapeAndScaleOfAKnownTailAreFoundAgain() {
        ParetoTail tail = ParetoTail.fit(values(0.25, 400_000, 5), 0.1);

        assertThat(tail.threshold()).isCloseTo(2, within(0.02));
        assertThat(tail.above()).isCloseTo(0.1, within(0.001));
        assertThat(tail.shape()).isCloseTo(0.25, within(0.03));
        assertThat(tail.scale()).isCloseTo(1.5, within(0.05));
    }

    /** True tail probability of the same distribution far beyond most of the sample: .1 (1 + .25 · 28 / 1.5)^-4. */
    @Test
    void rareValuesHaveTheProbabilityOfTheTrueTail() {
        double truth = 0.1 * Math.pow(1 + 0.25 * 28 / 1.5, -4);

        assertThat(ParetoTail.fit(values(0.25, 400_000, 6), 0.1).survival(30)).isCloseTo(truth, within(0.3 * truth));
    }

    @Test
    void exponentialTailIsExponential() {
        ParetoTail tail = ParetoTail.fit(values(0, 200_000, 7), 0.1);

        assertThat(tail.shape()).isCloseTo(0, within(0.03));
        assertThat(tail.scale()).isCloseTo(1.5, within(0.05));
    }

    /** Hosking &amp; Wallis 1987, section 3, by hand on eight excesses over 0: a0 = 2.1625, a1 = .4546..., k = a0 / (a0 - 2 a1) - 2. */
    @Test
    void momentsOfEightValuesGiveTheFormulasResult() {
        double[] values = {0, 0.1, 0.3, 0.4, 0.9, 1.5, 2.2, 3.9, 8.0};
        double a0 = 2.1625;
        double a1 = 0;
        for (int i = 1; i < 9; i++) {
            a1 += (1 - (i - 0.35) / 8) * values[i] / 8;
        }
        ParetoTail tail = ParetoTail.fit(values, 0.999);

        assertThat(tail.threshold()).isZero();
        assertThat(tail.shape()).isCloseTo(2 - a0 / (a0 - 2 * a1), within(1e-12));
        assertThat(tail.scale()).isCloseTo(2 * a0 * a1 / (a0 - 2 * a1), within(1e-12));
    }

    @Test
    void valuesThatAreAllAlikeStillGiveAFiniteSurprise() {
        ParetoTail tail = ParetoTail.fit(new double[] {1, 1, 1, 1}, 0.05);

        assertThat(tail.surprise(1)).isFinite();
        assertThat(tail.surprise(5)).isFinite().isGreaterThan(tail.surprise(1));
    }
}
