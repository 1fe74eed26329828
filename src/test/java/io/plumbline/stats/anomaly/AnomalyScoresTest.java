package io.plumbline.stats.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AnomalyScoresTest {

    @Test
    void aFarPointScoresHighestWhateverTheBlock() {
        SplittableRandom random = new SplittableRandom(4);
        double[] rows = random.doubles(3001 * 3).toArray();
        Arrays.fill(rows, 3000 * 3, 3000 * 3 + 3, 40);
        double[] scores = IsolationForest.grow(rows, 3, 100, 256, 1).score(rows);
        double highest = Arrays.stream(scores).max().orElseThrow();
        assertThat(scores[3000]).isEqualTo(highest).isGreaterThan(0.6);
        assertThat(Arrays.stream(scores).allMatch(score -> score > 0 && score < 1)).isTrue();
    }

    @Test
    void oneRowScoresAsItDoesAmongMany() {
        double[] rows = new SplittableRandom(8).doubles(1007 * 5).toArray();
        IsolationForest forest = IsolationForest.grow(rows, 5, 50, 200, 3);
        double[] all = forest.score(rows);
        for (int i = 0; i < 1007; i += 101) {
            assertThat(forest.score(Arrays.copyOfRange(rows, i * 5, i * 5 + 5))[0]).isEqualTo(all[i]);
        }
        assertThat(IsolationForest.grow(rows, 5, 50, 200, 3).score(rows)).isEqualTo(all);
        assertThat(IsolationForest.grow(rows, 5, 50, 200, 4).score(rows)).isNotEqualTo(all);
    }

    @Test
    void equalRowsAreAllAsOrdinary() {
        double[] rows = new double[20];
        Arrays.fill(rows, 7);
        double[] scores = IsolationForest.grow(rows, 2, 10, 256, 1).score(rows);
        assertThat(scores).containsOnly(scores[0]);
        assertThat(scores[0]).isCloseTo(0.5, within(1e-7));
    }

    @Test
    void emptyAndMissingValuesAreRefused() {
        assertThatThrownBy(() -> IsolationForest.grow(new double[0], 2, 10, 256, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IsolationForest.grow(new double[] {1, 2, 3}, 2, 10, 256, 1)).hasMessageContaining("rows of 2");
        assertThatThrownBy(() -> IsolationForest.grow(new double[] {1, Double.NaN}, 1, 10, 256, 1)).hasMessageContaining("finite");
        IsolationForest forest = IsolationForest.grow(new double[] {1, 2, 3}, 1, 10, 256, 1);
        assertThatThrownBy(() -> forest.score(new double[] {Double.NaN})).hasMessageContaining("missing");
        assertThat(forest.score(new double[0])).isEmpty();
        assertThat(forest.score(new double[] {Double.POSITIVE_INFINITY})[0]).isGreaterThan(0.4);
    }

    @Test
    void conformalPValuesOfOrdinaryRecordsAreUniform() {
        SplittableRandom random = new SplittableRandom(12);
        int flagged = 0;
        for (int trial = 0; trial < 400; trial++) {
            ConformalPValues p = new ConformalPValues(random.doubles(199).toArray());
            flagged += (int) Arrays.stream(p.of(random.doubles(50).toArray())).filter(value -> value <= 0.05).count();
        }
        assertThat(flagged / 20_000.0).isCloseTo(0.05, within(0.006));
    }

    @Test
    void aScoreAboveAllCalibrationHasTheSmallestPValue() {
        ConformalPValues p = new ConformalPValues(new double[] {1, 2, 3});
        assertThat(p.of(9)).isEqualTo(0.25).isEqualTo(p.smallest());
        assertThat(p.of(3)).isEqualTo(0.5);
        assertThat(p.of(0)).isEqualTo(1);
        assertThatThrownBy(() -> p.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSpikeInASeriesScoresHighest() {
        double[] series = new double[600];
        SplittableRandom random = new SplittableRandom(6);
        Arrays.setAll(series, i -> Math.sin(i / 5.0) + 0.05 * random.nextDouble() + (i == 400 ? 4 : 0));
        double[] scores = RandomCutForestSeries.score(series, 4, 50, 256, 1);
        assertThat(scores).hasSize(597);
        int highest = 0;
        for (int i = 1; i < scores.length; i++) {
            highest = scores[i] > scores[highest] ? i : highest;
        }
        assertThat(highest).isBetween(397, 400);
        assertThat(RandomCutForestSeries.score(series, 4, 50, 256, 1)).isEqualTo(scores);
    }

    @Test
    void linearlyDependentColumnsHaveNoRobustDistance() {
        double[][] rows = new double[40][];
        Arrays.setAll(rows, i -> new double[] {i, 2.0 * i});
        assertThatThrownBy(() -> RobustDistance.of(rows, 1)).hasMessageContaining("fewer dimensions");
    }
}
