package io.plumbline.stats.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StratifiedExactTestTest {

    /**
     * Penicillin and rabbits (Mantel &amp; Haenszel 1959; Agresti 2002, table 6.6), R's example of {@code mantelhaen.test(Rabbits, exact =
     * TRUE)}: S = 16, p = 0.03994 two-sided; the distribution is symmetric, so half of it is one-sided.
     */
    @Test
    void penicillinGivesThePValueOfR() {
        List<Table2x2> rabbits = List.of(new Table2x2(0, 6, 0, 5), new Table2x2(3, 3, 0, 6), new Table2x2(6, 0, 2, 4),
            new Table2x2(5, 1, 6, 0), new Table2x2(2, 0, 5, 0));

        assertThat(StratifiedExactTest.greater(rabbits)).isCloseTo(0.03994490358126722 / 2, within(1e-12));
    }

    @Test
    void oneTableIsFishersTest() {
        assertThat(StratifiedExactTest.greater(List.of(new Table2x2(9, 3, 20, 70))))
            .isCloseTo(FisherExactTest.greater(9, 3, 20, 70), within(1e-14));
    }

    @Test
    void effectBetweenTablesIsNone() {
        // Both groups are complied with alike within each table; pooled, the first group looks far worse.
        List<Table2x2> layers = List.of(new Table2x2(90, 10, 9, 1), new Table2x2(1, 9, 10, 90));

        assertThat(FisherExactTest.greater(91, 19, 19, 91)).isLessThan(1e-20);
        assertThat(StratifiedExactTest.greater(layers)).isGreaterThan(0.4);
    }

    @Test
    void tablesWithoutInformationGiveOne() {
        assertThat(StratifiedExactTest.greater(List.of(new Table2x2(5, 0, 7, 0), new Table2x2(0, 4, 0, 9)))).isEqualTo(1);
    }

    @Test
    void hugeTablesFallBackOnTheNormalApproximation() {
        List<Table2x2> layers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            layers.add(new Table2x2(2_020, 17_980, 2_000, 18_000));
        }

        assertThat(StratifiedExactTest.greater(layers)).isCloseTo(MantelHaenszel.of(layers, 0.95).correctedPValue() / 2, within(1e-9));
    }
}
