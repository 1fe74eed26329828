package io.plumbline.stats.changepoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.stats.random.BinomialSampler;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** On simulated series; the full table of false alarms is made by {@code FalseAlarms} in src/bench/java. */
class AutoSegmentationTest {

    private static final int SERIES = 100;

    @Test
    void binomialNoiseIsNoChange() {
        assertFewAlarms(random -> AutoSegmentation.of(rates(random, logits(random))));
    }

    @Test
    void binomialCountsWithUnequalBucketsAreNoChange() {
        assertFewAlarms(random -> {
            BinomialSampler sampler = new BinomialSampler(random);
            long[] n = random.longs(150, 0, 400).toArray();
            long[] k = Arrays.stream(n).map(size -> sampler.draw(size, 0.9)).toArray();
            return AutoSegmentation.binomial(k, n);
        });
    }

    @Test
    void overdispersionIsNoChange() {
        assertFewAlarms(random -> AutoSegmentation.of(rates(random, Arrays.stream(logits(random))
            .map(l -> l + 0.4 * random.nextGaussian()).toArray())));
    }

    @Test
    void autocorrelationIsNoChange() {
        assertFewAlarms(random -> AutoSegmentation.of(autoregressive(random, 200, 0.7)));
    }

    @Test
    void weekIsNoChange() {
        assertFewAlarms(random -> {
            double[] week = random.doubles(7, -0.8, 0.8).toArray();
            double[] logits = logits(random);
            for (int i = 0; i < logits.length; i++) {
                logits[i] += week[i % 7];
            }
            return AutoSegmentation.of(rates(random, logits));
        });
    }

    @Test
    void lineIsNoChange() {
        assertFewAlarms(random -> {
            double[] values = new double[200];
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.05 * i + random.nextGaussian();
            }
            return AutoSegmentation.of(values);
        });
    }

    @Test
    void fallOfARefusalRateIsFoundInAYearOfDays() {
        SplittableRandom random = new SplittableRandom(8);
        BinomialSampler sampler = new BinomialSampler(random);
        long[] n = random.longs(365, 80, 160).toArray();
        long[] k = new long[365];
        for (int i = 0; i < 365; i++) {
            k[i] = sampler.draw(n[i], i < 200 ? 0.92 : 0.84);
        }
        int[] found = AutoSegmentation.binomial(k, n).changePoints();
        assertThat(found).hasSize(1);
        assertThat(found[0]).isBetween(195, 205);
    }

    @Test
    void levelShiftUnderASeasonIsFound() {
        SplittableRandom random = new SplittableRandom(9);
        double[] values = new double[240];
        for (int i = 0; i < values.length; i++) {
            values[i] = 5 * Math.sin(2 * Math.PI * i / 12) + (i < 130 ? 0 : 4) + random.nextGaussian();
        }
        AutoSegmentation found = AutoSegmentation.of(values);
        assertThat(found.period()).isEqualTo(12);
        assertThat(found.changePoints()).hasSize(1);
        assertThat(found.changePoints()[0]).isBetween(128, 132);
    }

    @Test
    void bendOfALineIsFound() {
        SplittableRandom random = new SplittableRandom(10);
        double[] values = new double[200];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i < 100 ? i : 200 - i) + 3 * random.nextGaussian();
        }
        AutoSegmentation found = AutoSegmentation.of(values);
        assertThat(found.model()).isEqualTo(StretchModel.TREND);
        assertThat(found.changePoints()).hasSize(1);
        assertThat(found.changePoints()[0]).isBetween(95, 105);
    }

    @Test
    void singleWildValuesAreNoChange() {
        SplittableRandom random = new SplittableRandom(11);
        double[] values = random.doubles(150).toArray();
        values[40] = 500;
        values[90] = -300;
        assertThat(AutoSegmentation.of(values).changePoints()).isEmpty();
    }

    @Test
    void scaleAndOriginDoNotMatter() {
        SplittableRandom random = new SplittableRandom(12);
        double[] values = new double[120];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i < 50 ? 0 : i < 80 ? 4 : -2) + random.nextGaussian();
        }
        int[] found = AutoSegmentation.of(values).changePoints();
        assertThat(found).hasSize(2);
        assertThat(AutoSegmentation.of(Arrays.stream(values).map(v -> 1e4 * v + 3e5).toArray()).changePoints()).isEqualTo(found);
        assertThat(AutoSegmentation.of(Arrays.stream(values).map(v -> -1e-6 * v).toArray()).changePoints()).isEqualTo(found);
    }

    @Test
    void longSeriesIsLocatedToThePoint() {
        SplittableRandom random = new SplittableRandom(13);
        double[] values = new double[50_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i < 20_011 ? 0 : 5) + 0.5 * random.nextGaussian();
        }
        assertThat(AutoSegmentation.of(values).changePoints()).containsExactly(20_011);
    }

    @Test
    void shortConstantAndEmptySeriesHaveNoChange() {
        assertThat(AutoSegmentation.of(new double[0]).changePoints()).isEmpty();
        assertThat(AutoSegmentation.of(new double[] {1, 9}).changePoints()).isEmpty();
        assertThat(AutoSegmentation.of(new double[40]).changePoints()).isEmpty();
        assertThat(AutoSegmentation.binomial(new long[20], new long[20]).changePoints()).isEmpty();
    }

    private static void assertFewAlarms(Function<SplittableRandom, AutoSegmentation> series) {
        SplittableRandom random = new SplittableRandom(20_261_120);
        int alarms = 0;
        for (int i = 0; i < SERIES; i++) {
            alarms += series.apply(random.split()).changePoints().length > 0 ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(SERIES / 20);
    }

    private static double[] logits(RandomGenerator random) {
        double[] logits = new double[60 + random.nextInt(200)];
        Arrays.fill(logits, 1 + 2 * random.nextDouble());
        return logits;
    }

    private static double[] rates(RandomGenerator random, double[] logits) {
        BinomialSampler sampler = new BinomialSampler(random);
        return Arrays.stream(logits).map(logit -> sampler.draw(100, 1 / (1 + Math.exp(-logit))) / 100.0).toArray();
    }

    private static double[] autoregressive(RandomGenerator random, int size, double coefficient) {
        double[] values = new double[size];
        double last = random.nextGaussian();
        for (int i = 0; i < size; i++) {
            last = coefficient * last + Math.sqrt(1 - coefficient * coefficient) * random.nextGaussian();
            values[i] = last;
        }
        return values;
    }
}
