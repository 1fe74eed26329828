package io.plumbline.stats.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.stats.Interval;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedProportionsTest {

    /**
     * Airway hyper-responsiveness before and after transplantation, Fagerland, Lydersen & Laake 2014, Stat. Med. 33:2850, tables II and V.
     */
    @Test
    void newcombePairedGivesThePublishedInterval() {
        Interval interval = NewcombePairedInterval.of(new PairedCounts(1, 1, 7, 12), 0.95);
        assertThat(interval.lower()).isCloseTo(0.026, within(0.0005));
        assertThat(interval.upper()).isCloseTo(0.507, within(0.0005));
    }

    @Test
    void swappingFirstAndSecondMirrorsTheInterval() {
        Interval interval = NewcombePairedInterval.of(new PairedCounts(430, 34, 10, 26), 0.95);
        Interval mirrored = NewcombePairedInterval.of(new PairedCounts(430, 10, 34, 26), 0.95);
        assertThat(mirrored.lower()).isCloseTo(-interval.upper(), within(1e-15));
        assertThat(mirrored.upper()).isCloseTo(-interval.lower(), within(1e-15));
    }

    @Test
    void relativeChangeDividesByTheFirstRateAndStopsAtMinusOne() {
        assertThat(RelativeChange.of(new PairedCounts(80, 20, 5, 95))).isEqualTo(-0.15);
        assertThat(RelativeChange.paired(new PairedCounts(0, 10, 0, 0), 0.95).lower()).isEqualTo(-1);
    }

    /** Simulated widths of an independent program: 500 pairs, first rate .95, 2 % flips each way without a change. */
    @ParameterizedTest
    @CsvSource({"34,0.023,0.080", "58,0.068,0.135", "81,0.113,0.188", "152,0.254,0.345"})
    void relativeDecreaseHasTheExpectedInterval(long harmful, double least, double greatest) {
        Interval interval = RelativeChange.paired(new PairedCounts(475 - harmful, harmful, 10, 15), 0.95);
        assertThat(-interval.upper()).isCloseTo(least, within(0.0015));
        assertThat(-interval.lower()).isCloseTo(greatest, within(0.0015));
    }

    @Test
    void relativeChangeFromNothingIsRefused() {
        assertThatThrownBy(() -> RelativeChange.paired(new PairedCounts(0, 0, 3, 7), 0.95))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("first rate of 0");
    }

    @Test
    void noDiscordantPairsIsNoEvidence() {
        assertThat(McNemarTest.exact(0, 0)).isEqualTo(1);
        assertThat(McNemarTest.midP(0, 0)).isEqualTo(1);
        assertThat(McNemarTest.exactOneSided(0, 0)).isEqualTo(1);
    }

    /** Fagerland, Lydersen & Laake 2013: exact p 0.0703, mid-p 0.0391 for 1 against 7. */
    @Test
    void midPGivesThePublishedValue() {
        assertThat(McNemarTest.exact(1, 7)).isCloseTo(0.0703125, within(1e-12));
        assertThat(McNemarTest.midP(1, 7)).isCloseTo(0.0390625, within(1e-12));
    }

    @Test
    void anEmptyTableIsRefused() {
        assertThatThrownBy(() -> new PairedCounts(0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WilsonInterval.of(0, 0, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WilsonInterval.of(3, 2, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WilsonInterval.of(1, 2, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * The interval that the gate reads, at the sizes where it reads it: simulated coverage within four Monte-Carlo errors of at least 95
     * %.
     */
    @Test
    void theIntervalOfTheRelativeChangeCoversAtLeastAsPromised() {
        SplittableRandom random = new SplittableRandom(19);
        int samples = 4000;
        for (double decrease : new double[] {0, 0.05, 0.15}) {
            int covered = 0;
            for (int sample = 0; sample < samples; sample++) {
                covered += RelativeChange.paired(draw(random, 500, decrease), 0.95).contains(-decrease) ? 1 : 0;
            }
            assertThat((double) covered / samples).isBetween(0.95 - 4 * 0.0035, 0.98);
        }
    }

    private static PairedCounts draw(SplittableRandom random, int n, double decrease) {
        long[] counts = new long[4];
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            counts[u < 0.02 + 0.95 * decrease ? 1 : u < 0.04 + 0.95 * decrease ? 2 : u < 0.07 + 0.95 * decrease ? 3 : 0]++;
        }
        return new PairedCounts(counts[0], counts[1], counts[2], counts[3]);
    }
}
