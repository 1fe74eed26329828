package io.plumbline.stats.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.stats.BinomialTail;
import io.plumbline.stats.Interval;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntervalPropertiesTest {

    private static final int TRIALS = 400;

    interface One {
        Interval of(long k, long n, double confidence);
    }

    interface Two {
        Interval of(long k1, long n1, long k2, long n2, double confidence);
    }

    static Stream<Map.Entry<String, One>> oneRate() {
        return Map.<String, One>of("Wilson", WilsonInterval::of, "Wilson corrected", WilsonInterval::continuityCorrected,
            "Clopper-Pearson", ClopperPearsonInterval::of, "Agresti-Coull", AgrestiCoullInterval::of, "Wald", WaldInterval::of).entrySet()
                .stream();
    }

    static Stream<Map.Entry<String, Two>> twoRates() {
        return Map.<String, Two>of("Newcombe", NewcombeInterval::of, "Newcombe corrected", NewcombeInterval::continuityCorrected,
            "Miettinen-Nurminen", MiettinenNurminenInterval::of, "Wald", WaldInterval::ofDifference).entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("oneRate")
    void anIntervalOfOneRateHoldsItAndShrinksWithN(Map.Entry<String, One> method) {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            long n = 1 + random.nextLong(trial % 2 == 0 ? 30 : 5000);
            long k = random.nextLong(n + 1);
            Interval interval = method.getValue().of(k, n, 0.95);
            assertThat(interval.contains((double) k / n)).as("%s of %d in %d: %s", method.getKey(), k, n, interval).isTrue();
            assertThat(interval.lower()).isGreaterThanOrEqualTo(0);
            assertThat(interval.upper()).isLessThanOrEqualTo(1);
            assertThat(method.getValue().of(10 * k, 10 * n, 0.95).width()).isLessThanOrEqualTo(interval.width());
            assertThat(method.getValue().of(k, n, 0.99).width()).isGreaterThanOrEqualTo(interval.width());
            Interval mirrored = method.getValue().of(n - k, n, 0.95);
            assertThat(mirrored.lower()).isCloseTo(1 - interval.upper(), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("twoRates")
    void anIntervalOfADifferenceHoldsItAndShrinksWithN(Map.Entry<String, Two> method) {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < TRIALS; trial++) {
            long n1 = 2 + random.nextLong(200);
            long n2 = 2 + random.nextLong(200);
            long k1 = random.nextLong(n1 + 1);
            long k2 = random.nextLong(n2 + 1);
            Interval interval = method.getValue().of(k1, n1, k2, n2, 0.95);
            double difference = (double) k2 / n2 - (double) k1 / n1;
            assertThat(interval.clippedTo(-1, 1)).isEqualTo(interval);
            assertThat(interval.lower() - 1e-12 <= difference && difference <= interval.upper() + 1e-12)
                .as("%s %s", method.getKey(), interval).isTrue();
            assertThat(method.getValue().of(8 * k1, 8 * n1, 8 * k2, 8 * n2, 0.95).width()).isLessThanOrEqualTo(interval.width() + 1e-12);
            Interval swapped = method.getValue().of(k2, n2, k1, n1, 0.95);
            assertThat(swapped.lower()).isCloseTo(-interval.upper(), within(1e-9));
        }
    }

    @Test
    void aPairedIntervalHoldsTheDifferenceAndShrinksWithN() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < TRIALS; trial++) {
            long[] c = {random.nextLong(60), random.nextLong(20), random.nextLong(20), 1 + random.nextLong(30)};
            PairedCounts counts = new PairedCounts(c[0], c[1], c[2], c[3]);
            Interval interval = NewcombePairedInterval.of(counts, 0.95);
            assertThat(interval.contains(counts.difference())).isTrue();
            PairedCounts more = new PairedCounts(8 * c[0], 8 * c[1], 8 * c[2], 8 * c[3]);
            assertThat(NewcombePairedInterval.of(more, 0.95).width()).isLessThanOrEqualTo(interval.width());
            if (counts.first() > 0) {
                assertThat(RelativeChange.paired(counts, 0.95).contains(RelativeChange.of(counts))).isTrue();
            }
        }
    }

    @Test
    void clopperPearsonNeverCoversLessThanPromised() {
        for (int n : new int[] {1, 5, 20, 60}) {
            Interval[] interval = new Interval[n + 1];
            for (int k = 0; k <= n; k++) {
                interval[k] = ClopperPearsonInterval.of(k, n, 0.95);
            }
            for (double p = 0.005; p < 1; p += 0.005) {
                double covered = 0;
                for (int k = 0; k <= n; k++) {
                    covered += interval[k].contains(p) ? BinomialTail.atMost(k, n, p) - BinomialTail.atMost(k - 1L, n, p) : 0;
                }
                assertThat(covered).as("n %d, p %f", n, p).isGreaterThanOrEqualTo(0.95 - 1e-12);
            }
        }
    }

    /** REQUIREMENTS' table of what zero failures say: one-sided and two-sided exact values. */
    @Test
    void noFailureInNLeavesAnUpperBound() {
        assertThat(ClopperPearsonInterval.upperBound(0, 20, 0.95)).isCloseTo(0.139, within(0.0005));
        assertThat(ClopperPearsonInterval.upperBound(0, 100, 0.95)).isCloseTo(0.0295, within(0.00005));
        assertThat(ClopperPearsonInterval.upperBound(0, 1000, 0.95)).isCloseTo(0.003, within(0.00001));
        assertThat(WilsonInterval.of(500, 500, 0.95).lower()).isCloseTo(0.992, within(0.0005));
        assertThat(WilsonInterval.of(20, 20, 0.95).lower()).isCloseTo(0.839, within(0.0005));
    }

    @Test
    void ratiosWithEmptyCellsAreOpenOnOneSide() {
        assertThat(KatzLogRatio.of(0, 10, 0, 10, 0.95)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
        assertThat(KatzLogRatio.of(5, 10, 0, 10, 0.95).lower()).isZero();
        assertThat(KatzLogRatio.of(0, 10, 5, 10, 0.95).upper()).isInfinite();
        assertThat(KatzLogRatio.of(5, 10, 5, 10, 0.95).contains(1)).isTrue();
        assertThat(KatzLogRatio.of(10, 10, 10, 10, 0.95)).isEqualTo(new Interval(1, 1));
    }

    @Test
    void allSuccessHasAStatedResultEverywhere() {
        assertThat(NewcombeInterval.of(10, 10, 10, 10, 0.95).contains(0)).isTrue();
        assertThat(MiettinenNurminenInterval.of(10, 10, 10, 10, 0.95).contains(0)).isTrue();
        assertThat(NewcombePairedInterval.of(new PairedCounts(10, 0, 0, 0), 0.95).contains(0)).isTrue();
        assertThat(PooledZTest.twoSided(10, 10, 10, 10)).isEqualTo(1);
        assertThat(FisherExactTest.twoSided(10, 0, 10, 0)).isEqualTo(1);
        assertThat(UnconditionalExactTest.barnard(10, 10, 10, 10)).isEqualTo(1);
        assertThatThrownBy(() -> ConditionalOddsRatio.estimate(new Table2x2(10, 0, 10, 0))).hasMessageContaining("margin");
        assertThatThrownBy(() -> MantelHaenszel.of(List.of(new Table2x2(10, 0, 10, 0)), 0.95)).hasMessageContaining("no category");
    }

    @Test
    void largeCountsStayExactIntegers() {
        long n = 5_000_000_000L;
        assertThat(WilsonInterval.of(n, n, 0.95).upper()).isEqualTo(1);
        assertThat(ClopperPearsonInterval.of(n / 2, n, 0.95).contains(0.5)).isTrue();
        assertThat(McNemarTest.exact(1_000_000_000L, 1_000_000_000L)).isEqualTo(1);
    }
}
