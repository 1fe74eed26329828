package io.plumbline.stats.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Beta-binomial probabilities by hand; ranges by counting over draws. */
class FutureCountTest {

    @Test
    void probabilitiesAreThoseOfTheBetaBinomialDistribution() {
        // Johnson, Kemp and Kotz 2005, section 6.2.2: with a = 1, b = 1 every count is equally likely.
        assertThat(FutureCount.probability(3, 9, 1, 1)).isCloseTo(0.1, within(1e-12));
        // C(2,1) B(3, 4) / B(2, 3) = 2 · (2!3!/6!) / (1!2!/4!) = 0.4.
        assertThat(FutureCount.probability(1, 2, 2, 3)).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void anUncertainLimitWidensTheRangeBeyondTheBinomialOne() {
        FutureCount.Range few = FutureCount.range(10_000, 18, 18_000, 1, 0.95);
        FutureCount.Range many = FutureCount.range(10_000, 100_000, 100_000_000, 1, 0.95);
        // Binomial(10,000, 0.001): 4 to 17 (R 4.3: qbinom(c(.025, .975), 10000, .001)).
        assertThat(many).isEqualTo(new FutureCount.Range(4, 17));
        assertThat(few.lower()).isLessThan(4);
        assertThat(few.upper()).isGreaterThan(17);
    }

    @Test
    void daysThatDifferWidenItFurther() {
        FutureCount.Range alike = FutureCount.range(10_000, 30, 30_000, 1, 0.95);
        FutureCount.Range different = FutureCount.range(10_000, 30, 30_000, 2, 0.95);
        assertThat(different.upper()).isGreaterThan(alike.upper());
        assertThat(different.lower()).isLessThan(alike.lower());
    }
}
