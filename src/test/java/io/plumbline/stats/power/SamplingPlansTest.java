package io.plumbline.stats.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SamplingPlansTest {

    /** R: power.prop.test(p1 = .95, p2 = .9025, power = .8) needs n = 508.6 in each group; with a baseline as large, that is the sample. */
    @Test
    void equalGroupsNeedWhatRSays() {
        double n = UnpairedPower.sizeNeeded(0.95, 0.9025, 0.05, 0.8);
        SampleOfTraffic sample = new SampleOfTraffic(0.95, n, 10_000, 0.05, 0.8);

        assertThat(sample.shareFor(0.05) * 10_000).isCloseTo(n, within(1e-6 * n));
    }

    @Test
    void bothDirectionsAgree() {
        SampleOfTraffic sample = new SampleOfTraffic(0.94, 4_000, 3_500, 0.05, 0.8);

        assertThat(sample.decreaseFor(sample.shareFor(0.06))).isCloseTo(0.06, within(1e-6));
    }

    @Test
    void endlessBaselineHalvesTheSample() {
        double n = UnpairedPower.sizeNeeded(0.95, 0.9025, 0.05, 0.8);
        SampleOfTraffic sample = new SampleOfTraffic(0.95, 1e12, 10_000, 0.05, 0.8);

        assertThat(sample.shareFor(0.05) * 10_000).isCloseTo(n / 2, within(0.001));
    }

    @Test
    void baselineThatIsTooSmallIsNotMadeUpForByReadingMore() {
        assertThat(new SampleOfTraffic(0.95, 50, 1e9, 0.05, 0.8).shareFor(0.02)).isInfinite();
        assertThat(new SampleOfTraffic(0.95, 3, 3, 0.05, 0.8).decreaseFor(0.5)).isInfinite();
    }

    /** By hand, Cochran 1977, eq. 5.26: weights 400 · .5, 600 · .3 and 1000 · .2 of 580, times 290. */
    @Test
    void allocationGoesWithSizeAndSpread() {
        assertThat(NeymanAllocation.of(new double[] {400, 600, 1000}, new double[] {0.5, 0.1, 0.04168}, 290))
            .usingComparatorWithPrecision(0.6).containsExactly(100, 90, 100);
    }

    @Test
    void stratumThatIsUsedUpLeavesTheRestToTheOthers() {
        double[] parts = NeymanAllocation.of(new double[] {10, 1_000, 1_000}, new double[] {0.5, 0.5, 0.5}, 1_500);

        assertThat(parts).usingComparatorWithPrecision(1e-9).containsExactly(10 * 1_500 / 2_010.0, 1_000 * 1_500 / 2_010.0, 1_000 * 1_500 / 2_010.0);
        assertThat(NeymanAllocation.of(new double[] {100, 10_000}, new double[] {0.5, 0}, 700)[0]).isEqualTo(100 * 0.5 * 700 / (50 + 994.987437106620),
            within(1e-6));
        assertThat(NeymanAllocation.of(new double[] {100, 10_000}, new double[] {0.5, 0}, 5_000)).usingComparatorWithPrecision(1e-9)
            .containsExactly(100, 4_900);
    }

    @Test
    void everythingReadHasNoSamplingError() {
        double[] sizes = {100, 900};
        double[] rates = {0.9, 0.1};

        assertThat(NeymanAllocation.standardError(sizes, rates, NeymanAllocation.of(sizes, rates, 1_000))).isCloseTo(0, within(1e-9));
    }
}
