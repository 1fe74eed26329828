package io.plumbline.stats.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.stats.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CorrectedRatesTest {

    @Test
    void aPerfectClassifierNeedsNoCorrection() {
        RoganGladen corrected = RoganGladen.of(30, 200, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 0.95);
        assertThat(corrected.rate()).isEqualTo(0.15);
        Interval agrestiCoull = AgrestiCoullInterval.of(30, 200, 0.95);
        assertThat(corrected.interval().lower()).isCloseTo(agrestiCoull.lower(), within(1e-4));
        assertThat(corrected.interval().upper()).isCloseTo(agrestiCoull.upper(), within(1e-4));
    }

    @Test
    void theCorrectedIntervalCoversTheTrueRate() {
        SplittableRandom random = new SplittableRandom(41);
        double truth = 0.1;
        int covered = 0;
        int trials = 2000;
        for (int trial = 0; trial < trials; trial++) {
            long flagged = binomial(random, 500, truth * 0.85 + (1 - truth) * 0.05);
            covered += RoganGladen.of(flagged, 500, binomial(random, 80, 0.85), 80, binomial(random, 200, 0.95), 200, 0.95)
                .interval().contains(truth) ? 1 : 0;
        }
        assertThat((double) covered / trials).isBetween(0.935, 0.985);
    }

    @Test
    void aClassifierThatGuessesIsRefused() {
        assertThatThrownBy(() -> RoganGladen.of(5, 10, 5, 10, 5, 10, 0.95)).hasMessageContaining("tells nothing");
    }

    /**
     * Flagged records kept in full and the rest at 2 %: a true rate of 5.4 % reads far higher until each record counts for one over its
     * chance.
     */
    @Test
    void inverseProbabilityWeightsUndoRiskBasedSampling() {
        SplittableRandom random = new SplittableRandom(43);
        int covered = 0;
        int trials = 400;
        double naive = 0;
        for (int trial = 0; trial < trials; trial++) {
            boolean[] success = new boolean[5000];
            double[] inclusion = new double[5000];
            int kept = 0;
            for (int i = 0; i < 20_000; i++) {
                boolean flagged = random.nextDouble() < 0.04;
                boolean refused = random.nextDouble() < (flagged ? 0.9 : 0.02);
                double chance = flagged ? 1 : 0.1;
                if (random.nextDouble() < chance) {
                    success[kept] = refused;
                    inclusion[kept++] = chance;
                }
            }
            WeightedRate rate = WeightedRate.of(Arrays.copyOf(success, kept), Arrays.copyOf(inclusion, kept), 0.95);
            assertThat(rate.effectiveN()).isLessThan(kept);
            covered += rate.interval().contains(0.04 * 0.9 + 0.96 * 0.02) ? 1 : 0;
            int hits = 0;
            for (int i = 0; i < kept; i++) {
                hits += success[i] ? 1 : 0;
            }
            naive += (double) hits / kept / trials;
        }
        assertThat(naive).isGreaterThan(0.2);
        assertThat((double) covered / trials).isBetween(0.91, 0.98);
    }

    @Test
    void equalChancesGiveThePlainWilsonInterval() {
        boolean[] success = new boolean[200];
        double[] inclusion = new double[200];
        Arrays.fill(inclusion, 0.25);
        Arrays.fill(success, 0, 30, true);
        WeightedRate rate = WeightedRate.of(success, inclusion, 0.95);
        Interval wilson = WilsonInterval.of(30, 200, 0.95);
        assertThat(rate.rate()).isEqualTo(0.15);
        assertThat(rate.effectiveN()).isCloseTo(200, within(1e-9));
        assertThat(rate.interval().lower()).isCloseTo(wilson.lower(), within(1e-9));
        assertThatThrownBy(() -> WeightedRate.of(new boolean[1], new double[] {0}, 0.95)).hasMessageContaining("inclusion");
        assertThatThrownBy(() -> WeightedRate.of(new boolean[0], new double[0], 0.95)).hasMessageContaining("records");
    }

    @Test
    void smallCategoriesAreDrawnToTheCommonRateAndLargeOnesAreNot() {
        long[] k = {9, 450, 18, 480, 47, 20};
        long[] n = {10, 500, 25, 500, 50, 20};
        BetaBinomialShrinkage common = BetaBinomialShrinkage.fit(k, n);
        assertThat(common.commonRate()).isBetween(0.85, 0.97);
        assertThat(common.rate(20, 20)).isLessThan(1).isGreaterThan(common.commonRate());
        assertThat(Math.abs(common.rate(450, 500) - 0.9)).isLessThan(Math.abs(common.rate(18, 25) - 0.72));
        assertThat(common.interval(20, 20, 0.95).contains(common.rate(20, 20))).isTrue();
        assertThat(common.rates(k, n)).hasSize(6);
    }

    /** With equal rates everywhere the prior counts for very much, with wild ones for little. */
    @Test
    void thePriorSizeFollowsHowMuchCategoriesDiffer() {
        assertThat(BetaBinomialShrinkage.fit(new long[] {50, 51, 49, 50}, new long[] {100, 100, 100, 100}).priorSize()).isGreaterThan(1000);
        assertThat(BetaBinomialShrinkage.fit(new long[] {5, 95, 40, 70}, new long[] {100, 100, 100, 100}).priorSize()).isLessThan(20);
        assertThat(BetaBinomialShrinkage.fit(new long[] {10, 20}, new long[] {10, 20}).rate(10, 10)).isGreaterThan(0.95);
        assertThatThrownBy(() -> BetaBinomialShrinkage.fit(new long[] {1}, new long[] {2})).hasMessageContaining("categories");
    }

    @Test
    void aGoNeedsTheWholeIntervalAboveTheMargin() {
        assertThat(NonInferiority.of(new Interval(-0.04, 0.01), 0.05)).isEqualTo(NonInferiority.Reading.SHOWN);
        assertThat(NonInferiority.of(new Interval(-0.05, 0.01), 0.05)).isEqualTo(NonInferiority.Reading.INCONCLUSIVE);
        assertThat(NonInferiority.of(new Interval(-0.2, -0.06), 0.05)).isEqualTo(NonInferiority.Reading.REFUTED);
        assertThat(NonInferiority.equivalence(new Interval(-0.04, 0.06), 0.05)).isEqualTo(NonInferiority.Reading.INCONCLUSIVE);
        assertThat(NonInferiority.intervalConfidence(0.05)).isEqualTo(0.9);
        assertThatThrownBy(() -> NonInferiority.of(new Interval(0, 1), Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCommonOddsRatioIsThatOfEachCategoryWhenTheyAgree() {
        MantelHaenszel same = MantelHaenszel.of(List.of(new Table2x2(20, 10, 10, 10), new Table2x2(40, 20, 20, 20)), 0.95);
        assertThat(same.commonOddsRatio()).isCloseTo(2, within(1e-12));
        assertThat(same.interval().contains(2)).isTrue();
    }

    private static long binomial(SplittableRandom random, int n, double p) {
        long k = 0;
        for (int i = 0; i < n; i++) {
            k += random.nextDouble() < p ? 1 : 0;
        }
        return k;
    }
}
