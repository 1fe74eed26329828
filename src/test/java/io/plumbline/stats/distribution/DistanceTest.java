package io.plumbline.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DistanceTest {

    @Test
    void equalSamplesHaveNoDistance() {
        double[] x = {3, 1, 2, 2};
        assertThat(KolmogorovSmirnov.of(x, x).statistic()).isZero();
        assertThat(KolmogorovSmirnov.of(x, x).pValue()).isEqualTo(1);
        assertThat(Wasserstein.distance(x, x)).isZero();
        assertThat(EnergyDistance.distance(x, x)).isZero();
        assertThat(MannWhitney.of(x, x).pValue()).isEqualTo(1);
        double[] p = {3, 0, 2};
        assertThat(JensenShannon.distance(p, p, 2)).isZero();
        assertThat(Hellinger.distance(p, p)).isZero();
        assertThat(TotalVariation.distance(p, p)).isZero();
        assertThat(PopulationStability.index(p, p)).isZero();
    }

    @Test
    void categoriesWithoutOverlapAreAsFarAsCanBe() {
        double[] p = {1, 0};
        double[] q = {0, 4};
        assertThat(JensenShannon.distance(p, q, 2)).isEqualTo(1);
        assertThat(Hellinger.distance(p, q)).isEqualTo(1);
        assertThat(TotalVariation.distance(p, q)).isEqualTo(1);
        assertThat(KullbackLeibler.divergence(p, q, 2)).isInfinite();
        assertThat(KullbackLeibler.smoothed(new long[] {1, 0}, new long[] {0, 4}, 0.5, 2)).isFinite().isPositive();
        assertThat(PopulationStability.smoothed(new long[] {1, 0}, new long[] {0, 4}, 0.5)).isFinite().isPositive();
    }

    /** Every arrangement of 4 and 5 distinct values, counted by hand-written enumeration. */
    @Test
    void exactPValuesEqualFullEnumeration() {
        double[] first = {1, 2, 4, 9};
        double[] second = {3, 5, 6, 7, 8};
        double u = MannWhitney.of(first, second).u();
        long crossed = KolmogorovSmirnov.of(first, second).crossed();
        int total = 0;
        int asFarByRanks = 0;
        int asFarByGap = 0;
        for (int mask = 0; mask < 1 << 9; mask++) {
            if (Integer.bitCount(mask) == 4) {
                double[] a = values(mask, 1);
                double[] b = values(mask, 0);
                total++;
                asFarByGap += KolmogorovSmirnov.of(a, b).crossed() >= crossed ? 1 : 0;
                asFarByRanks += MannWhitney.of(a, b).u() <= Math.min(u, 20 - u) ? 1 : 0;
            }
        }
        assertThat(KolmogorovSmirnov.of(first, second).exact()).isCloseTo((double) asFarByGap / total, within(1e-14));
        assertThat(MannWhitney.of(first, second).pValue()).isCloseTo(2.0 * asFarByRanks / total, within(1e-14));
    }

    @Test
    void distancesOfASampleAndItsShiftAreTheShift() {
        double[] x = new SplittableRandom(5).doubles(500).toArray();
        double[] shifted = Arrays.stream(x).map(value -> value + 3).toArray();
        assertThat(Wasserstein.distance(x, shifted)).isCloseTo(3, within(1e-12));
        assertThat(WelchTest.of(x, shifted).pValue()).isLessThan(1e-100);
    }

    @Test
    void emptyConstantAndMissingValuesHaveAStatedResult() {
        double[] none = {};
        double[] some = {1, 2};
        double[] missing = {1, Double.NaN};
        double[] constant = {4, 4, 4, 4, 4};
        assertThatThrownBy(() -> KolmogorovSmirnov.of(none, some)).hasMessageContaining("empty");
        assertThatThrownBy(() -> Wasserstein.distance(some, missing)).hasMessageContaining("finite");
        assertThatThrownBy(() -> WelchTest.of(constant, constant)).hasMessageContaining("constant");
        assertThatThrownBy(() -> AndersonDarling.of(constant, constant)).hasMessageContaining("not all equal");
        assertThatThrownBy(() -> EppsSingleton.of(constant, constant)).hasMessageContaining("interquartile");
        assertThatThrownBy(() -> CramerVonMises.of(new double[] {1}, some)).hasMessageContaining("two values");
        assertThat(MannWhitney.of(constant, constant).pValue()).isEqualTo(1);
        assertThatThrownBy(() -> JensenShannon.distance(new double[] {0, 0}, new double[] {1, 1}, 2)).hasMessageContaining("weight");
        assertThatThrownBy(() -> JensenShannon.distance(new double[] {1}, new double[] {1, 1}, 2)).hasMessageContaining("same length");
        assertThatThrownBy(() -> JensenShannon.distance(new double[] {1}, new double[] {1}, 1)).hasMessageContaining("base");
        assertThatThrownBy(() -> ContingencyTest.chiSquared(new long[][] {{1, 0}, {2, 0}}))
            .hasMessageContaining("two rows and two columns");
        assertThat(ContingencyTest.goodnessOfFit(new long[] {1, 2}, new double[] {0, 1}).statistic()).isInfinite();
    }

    @Test
    void binsCoverEveryLaterValue() {
        double[] reference = new SplittableRandom(6).doubles(1000).toArray();
        double[] later = DoubleStream.concat(Arrays.stream(reference), DoubleStream.of(-5, 7, Double.NEGATIVE_INFINITY)).toArray();
        for (Binning bins : new Binning[] {Binning.sturges(reference), Binning.scott(reference), Binning.freedmanDiaconis(reference),
            Binning.quantiles(reference, 10)}) {
            assertThat(Arrays.stream(bins.counts(later)).sum()).isEqualTo(1003);
            assertThat(bins.size()).isBetween(5, 40);
        }
        assertThat(Binning.quantiles(reference, 10).counts(reference)).containsOnly(100);
        assertThat(Binning.scott(new double[] {2, 2, 2}).size()).isEqualTo(1);
        assertThat(Binning.freedmanDiaconis(new double[] {1}).size()).isEqualTo(1);
        assertThatThrownBy(() -> Binning.sturges(reference).counts(new double[] {Double.NaN})).hasMessageContaining("no bin");
    }

    @Test
    void theKernelTestSeesAShapeThatMeansDoNot() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] round = new double[80][];
        double[][] ring = new double[80][];
        for (int i = 0; i < 80; i++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double radius = Math.sqrt(random.nextDouble());
            round[i] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
            ring[i] = new double[] {Math.cos(3 * angle), Math.sin(3 * angle)};
        }
        double sigma = MaximumMeanDiscrepancy.medianSigma(round, ring);
        assertThat(MaximumMeanDiscrepancy.of(round, ring, sigma).pValue(199, 1)).isEqualTo(0.005);
        double[][] half = Arrays.copyOf(round, 40);
        double[][] otherHalf = Arrays.copyOfRange(round, 40, 80);
        assertThat(MaximumMeanDiscrepancy.of(half, otherHalf, sigma).pValue(199, 1)).isGreaterThan(0.01);
    }

    @Test
    void quantilesOfOneValueAreThatValue() {
        for (int type = 1; type <= 9; type++) {
            assertThat(Quantiles.of(new double[] {5}, 0.3, type)).isEqualTo(5);
            assertThat(Quantiles.of(new double[] {1, 2}, 0, type)).isEqualTo(1);
            assertThat(Quantiles.of(new double[] {1, 2}, 1, type)).isEqualTo(2);
        }
        assertThatThrownBy(() -> Quantiles.of(new double[] {1}, 0.5, 10)).hasMessageContaining("1 to 9");
        assertThatThrownBy(() -> Quantiles.of(new double[0], 0.5)).hasMessageContaining("empty");
    }

    private static double[] values(int mask, int bit) {
        double[] values = new double[9];
        int size = 0;
        for (int i = 0; i < 9; i++) {
            if ((mask >> i & 1) == bit) {
                values[size++] = i + 1;
            }
        }
        return Arrays.copyOf(values, size);
    }
}
