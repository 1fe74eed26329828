package io.plumbline.stats.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SketchTest {

    @Test
    void mergesDoNotDependOnTheirOrder() {
        SplittableRandom random = new SplittableRandom(17);
        double[] all = new double[60_000];
        List<QuantileSketch> parts = new ArrayList<>();
        for (int part = 0; part < 30; part++) {
            QuantileSketch sketch = QuantileSketch.empty();
            for (int i = 0; i < 2000; i++) {
                double value = Math.exp(3 * random.nextDouble()) + part;
                all[part * 2000 + i] = value;
                sketch.add(value);
            }
            parts.add(sketch);
        }
        Arrays.sort(all);
        for (int order = 0; order < 5; order++) {
            Collections.shuffle(parts, new Random(order));
            QuantileSketch whole = QuantileSketch.empty();
            parts.forEach(whole::merge);
            assertThat(whole.count()).isEqualTo(all.length);
            assertThat(whole.least()).isEqualTo(all[0]);
            assertThat(whole.greatest()).isEqualTo(all[all.length - 1]);
            for (double p : new double[] {0.01, 0.25, 0.5, 0.9, 0.99}) {
                int at = Arrays.binarySearch(all, whole.quantile(p));
                assertThat((at + 1.0) / all.length).isCloseTo(p, within(2 * whole.rankError()));
            }
        }
    }

    @Test
    void aSketchSurvivesStorage() {
        QuantileSketch sketch = QuantileSketch.empty(100);
        for (int i = 1; i <= 50; i++) {
            sketch.add(i);
        }
        QuantileSketch read = QuantileSketch.ofBytes(sketch.toBytes());
        assertThat(read.quantile(0.5)).isEqualTo(25);
        assertThat(read.count()).isEqualTo(50);
        assertThat(read.rank(10)).isEqualTo(0.2);
    }

    @Test
    void anEmptySketchHasNoQuantile() {
        assertThatThrownBy(() -> QuantileSketch.empty().quantile(0.5)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> QuantileSketch.empty().add(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /** R: qbinom(c(.025, .975), 500, .95) + c(0, 1) is 465 and 485. */
    @Test
    void ranksOfThe95thPercentileOf500() {
        assertThat(QuantileInterval.ofSize(500, 0.95, 0.95)).isEqualTo(new QuantileInterval(465, 485, 500));
    }

    @Test
    void fiftyValuesHaveNoUpperBoundForThe95thPercentile() {
        double[] values = new double[50];
        Arrays.setAll(values, i -> i);
        Interval interval = QuantileInterval.of(values, 0.95, 0.95);
        assertThat(interval.upper()).isInfinite();
        assertThat(interval.lower()).isFinite();
        assertThat(QuantileInterval.of(new double[] {3}, 0.5, 0.95))
            .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    @Test
    void orderStatisticIntervalsCoverAsPromised() {
        SplittableRandom random = new SplittableRandom(23);
        int covered = 0;
        for (int trial = 0; trial < 4000; trial++) {
            double[] values = random.doubles(200).toArray();
            covered += QuantileInterval.of(values, 0.9, 0.95).contains(0.9) ? 1 : 0;
        }
        assertThat(covered / 4000.0).isBetween(0.945, 0.98);
    }

    @Test
    void equalWeightsGiveTheOrdinaryMedian() {
        WeightedQuantiles quantiles = new WeightedQuantiles(new double[] {4, 1, 3, 2}, new double[] {5, 5, 5, 5});
        assertThat(quantiles.quantile(0.5)).isEqualTo(2.5);
        assertThat(quantiles.effectiveN()).isEqualTo(4);
    }

    @Test
    void aWeightCountsAsThatManyRecords() {
        WeightedQuantiles weighted = new WeightedQuantiles(new double[] {1, 2, 10}, new double[] {1, 97, 2});
        assertThat(weighted.quantile(0.5)).isEqualTo(2);
        assertThat(weighted.quantile(0.985)).isEqualTo(10);
        assertThatThrownBy(() -> new WeightedQuantiles(new double[] {1}, new double[] {0})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weightedIntervalsNarrowWithMoreRecords() {
        SplittableRandom random = new SplittableRandom(31);
        double[] many = random.doubles(4000).toArray();
        double[] weights = new double[4000];
        Arrays.setAll(weights, i -> 1 + i % 3);
        Interval wide = new WeightedQuantiles(Arrays.copyOf(many, 200), Arrays.copyOf(weights, 200)).interval(0.9, 0.95);
        Interval narrow = new WeightedQuantiles(many, weights).interval(0.9, 0.95);
        assertThat(narrow.contains(0.9)).isTrue();
        assertThat(narrow.width()).isLessThan(wide.width() / 2);
    }
}
