package io.plumbline.stats.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialSamplerTest {

    @ParameterizedTest
    @CsvSource({"5,0.5", "40,0.1", "100,0.9", "60,0.4", "1000,0.03", "20,0", "20,1"})
    void drawsFollowTheDistribution(int n, double p) {
        BinomialSampler sampler = new BinomialSampler(new SplittableRandom(11));
        BinomialDistribution expected = new BinomialDistribution(n, p);
        int draws = 40_000;
        int[] seen = new int[n + 1];
        for (int i = 0; i < draws; i++) {
            seen[(int) sampler.draw(n, p)]++;
        }
        double cumulated = 0;
        double largest = 0;
        for (int k = 0; k <= n; k++) {
            cumulated += seen[k];
            largest = Math.max(largest, Math.abs(cumulated / draws - expected.cumulativeProbability(k)));
        }
        // Kolmogorov bound at 40,000 draws, about one in a million
        assertThat(largest).isLessThan(2.7 / Math.sqrt(draws));
    }
}
