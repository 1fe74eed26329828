package io.plumbline.stats.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.stats.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgreementTest {

    private static final double MISSING = Double.NaN;

    @ParameterizedTest
    @EnumSource(RatingLevel.class)
    void permutingRatersLeavesAlphaUnchanged(RatingLevel level) {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 200; trial++) {
            double[][] ratings = ratings(random, 2 + random.nextInt(4), 3 + random.nextInt(20));
            double alpha = KrippendorffAlpha.of(ratings, level);
            for (int i = ratings.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                double[] row = ratings[i];
                ratings[i] = ratings[j];
                ratings[j] = row;
            }
            double permuted = KrippendorffAlpha.of(ratings, level);
            assertThat(permuted).isEqualTo(alpha);
        }
    }

    /** Gwet 2008's point: with 118 of 125 units agreed upon and one rare category, kappa falls below 0 and AC1 does not. */
    @Test
    void ac1StaysHighWhereKappaCollapses() {
        long[][] table = {{118, 5}, {2, 0}};
        double[][] ratings = expand(table);
        assertThat(CohenKappa.of(table).kappa()).isNegative();
        double chance = 2 * (((123 + 120) / 250.0) * (1 - (123 + 120) / 250.0));
        assertThat(GwetAc1.of(ratings)).isCloseTo((118 / 125.0 - chance) / (1 - chance), within(1e-12));
        assertThat(PercentAgreement.of(ratings)).isCloseTo(118 / 125.0, within(1e-12));
    }

    @Test
    void oneSharedCategoryHasNoKappaButFullAc1() {
        double[][] same = {{1, 1, 1}, {1, 1, 1}};
        assertThat(CohenKappa.of(ConfusionTable.of(same[0], same[1])).kappa()).isNaN();
        assertThat(KrippendorffAlpha.of(same, RatingLevel.NOMINAL)).isNaN();
        assertThat(FleissKappa.of(new long[][] {{2, 0}, {2, 0}}).kappa()).isNaN();
        assertThat(GwetAc1.of(same)).isEqualTo(1);
        assertThatThrownBy(() -> CohenKappa.of(new long[][] {{3, 0}, {0, 0}}).interval(0.95)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void perfectAgreementIsOneOnEveryScale() {
        double[][] same = {{1, 2, 3, 4, MISSING}, {1, 2, 3, 4, 2}};
        for (RatingLevel level : RatingLevel.values()) {
            assertThat(KrippendorffAlpha.of(same, level)).isEqualTo(1);
        }
        assertThat(CohenKappa.of(ConfusionTable.of(same[0], same[1])).kappa()).isEqualTo(1);
    }

    @Test
    void badRatingsAreRefused() {
        assertThatThrownBy(() -> KrippendorffAlpha.of(new double[][] {{1, 2}}, RatingLevel.NOMINAL)).hasMessageContaining("raters");
        assertThatThrownBy(() -> KrippendorffAlpha.of(new double[][] {{1, MISSING}, {MISSING, 2}}, RatingLevel.NOMINAL))
            .hasMessageContaining("no unit has two ratings");
        assertThatThrownBy(() -> KrippendorffAlpha.of(new double[][] {{1, Double.POSITIVE_INFINITY}, {1, 2}}, RatingLevel.NOMINAL))
            .hasMessageContaining("finite");
        assertThatThrownBy(() -> KrippendorffAlpha.of(new double[][] {{-1, 2}, {1, 2}}, RatingLevel.RATIO)).hasMessageContaining("ratio");
        assertThatThrownBy(() -> CohenKappa.of(new long[][] {{0, 0}, {0, 0}})).hasMessageContaining("no unit");
        assertThatThrownBy(() -> FleissKappa.of(new long[][] {{2, 0}, {2, 1}})).hasMessageContaining("same number of raters");
    }

    @Test
    void bootstrapIntervalHoldsTheCoefficientAndNarrowsWithUnits() {
        SplittableRandom random = new SplittableRandom(9);
        double[][] few = noisyPair(random, 40);
        double[][] many = noisyPair(random, 1000);
        Interval wide = AgreementBootstrap.interval(few, GwetAc1::of, 0.95, 500, 1);
        Interval narrow = AgreementBootstrap.interval(many, GwetAc1::of, 0.95, 500, 1);
        assertThat(wide.contains(GwetAc1.of(few))).isTrue();
        assertThat(narrow.contains(GwetAc1.of(many))).isTrue();
        assertThat(narrow.width()).isLessThan(wide.width() / 2);
    }

    private static double[][] noisyPair(SplittableRandom random, int units) {
        double[][] ratings = new double[2][units];
        for (int i = 0; i < units; i++) {
            ratings[0][i] = random.nextInt(2);
            ratings[1][i] = random.nextDouble() < 0.85 ? ratings[0][i] : 1 - ratings[0][i];
        }
        return ratings;
    }

    private static double[][] ratings(SplittableRandom random, int raters, int units) {
        double[][] ratings = new double[raters][units];
        for (double[] rater : ratings) {
            Arrays.setAll(rater, i -> i > 0 && random.nextInt(5) == 0 ? MISSING : 1 + random.nextInt(4));
        }
        return ratings;
    }

    private static double[][] expand(long[][] table) {
        double[][] ratings = new double[2][(int) Arrays.stream(table).flatMapToLong(Arrays::stream).sum()];
        int unit = 0;
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                for (long k = 0; k < table[i][j]; k++) {
                    ratings[0][unit] = i;
                    ratings[1][unit++] = j;
                }
            }
        }
        return ratings;
    }
}
