package io.plumbline.stats.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClusteredChangeTest {

    private static final long[] N = {5, 5, 10, 4, 6, 8, 2, 10};
    private static final long[] FIRST = {5, 4, 9, 4, 6, 7, 2, 9};
    private static final long[] SECOND = {3, 4, 9, 1, 6, 7, 1, 5};

    /** R 4: d = s − f, r = sum(d)/sum(f), se = sqrt(K/(K−1)·sum((d − r·f)²))/sum(f), r ± qt(.975, K − 1)·se. */
    @Test
    void theRatioEstimatorEqualsRs() {
        ClusteredRelativeChange found = ClusteredRelativeChange.of(N, FIRST, SECOND, 12, 2);
        assertThat(found.change()).isCloseTo(-0.2173913043478, within(1e-12));
        assertThat(found.error()).isCloseTo(0.0998751829021, within(1e-12));
        assertThat(found.interval(0.95).lower()).isCloseTo(-0.4535585839703, within(1e-9));
        assertThat(found.interval(0.95).upper()).isCloseTo(0.0187759752747, within(1e-9));
        assertThat(found.designEffect()).isCloseTo(1.792, within(1e-9));
    }

    /** R 4: all 256 exchanges of signs by expand.grid; 4 of the clusters move, all of them one way. */
    @Test
    void theTestCountsOutAllExchangesOfSigns() {
        long[] differences = new long[N.length];
        for (int k = 0; k < N.length; k++) {
            differences[k] = FIRST[k] - SECOND[k];
        }
        assertThat(ClusteredSignTest.oneSided(differences)).isEqualTo(0.0625, within(1e-12));
    }

    @Test
    void singleItemsGiveTheExactMcNemarTest() {
        long[] differences = LongStream.concat(LongStream.generate(() -> 1).limit(15), LongStream.generate(() -> -1).limit(6)).toArray();
        assertThat(ClusteredSignTest.oneSided(differences)).isCloseTo(McNemarTest.exactOneSided(15, 6), within(1e-12));
    }

    @Test
    void nothingThatMovesSaysNothing() {
        assertThat(ClusteredSignTest.oneSided(new long[] {0, 0, 0})).isEqualTo(1);
    }

    @Test
    void manyLargeClustersAreNormalAndNearTheCountedAnswer() {
        long[] counted = LongStream.range(0, 400).map(k -> k % 3 == 0 ? -30 : 17).toArray();
        long[] normal = LongStream.range(0, 8000).map(k -> (k % 20 == 0 ? 1 : 0) * counted[(int) (k / 20)] * 60).toArray();
        assertThat(ClusteredSignTest.oneSided(normal)).isCloseTo(ClusteredSignTest.oneSided(counted), within(0.01));
    }
}
