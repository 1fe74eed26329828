package io.plumbline.stats.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdjustedPValuesTest {

    static Stream<Map.Entry<String, UnaryOperator<double[]>>> methods() {
        return Map.<String, UnaryOperator<double[]>>of("Holm", Holm::adjust, "Hochberg", Hochberg::adjust, "Hommel", Hommel::adjust,
            "Bonferroni", Bonferroni::adjust, "Benjamini-Hochberg", BenjaminiHochberg::adjust, "Benjamini-Yekutieli",
                BenjaminiYekutieli::adjust,
            "Holm-Sidak", HolmSidak::adjust).entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void adjustedValuesKeepTheOrderAndAreNotSmaller(Map.Entry<String, UnaryOperator<double[]>> method) {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 500; trial++) {
            double[] p = p(random, 1 + random.nextInt(20));
            double[] adjusted = method.getValue().apply(p);
            for (int i = 0; i < p.length; i++) {
                assertThat(adjusted[i]).isBetween(p[i] - 1e-15, 1.0);
                for (int j = 0; j < p.length; j++) {
                    assertThat(p[i] < p[j] && adjusted[i] > adjusted[j]).isFalse();
                    assertThat(p[i] == p[j] && adjusted[i] != adjusted[j]).isFalse();
                }
            }
        }
    }

    @Test
    void sharperMethodsGiveSmallerValues() {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 500; trial++) {
            double[] p = p(random, 12);
            double[] bonferroni = Bonferroni.adjust(p);
            double[] holm = Holm.adjust(p);
            double[] hochberg = Hochberg.adjust(p);
            double[] hommel = Hommel.adjust(p);
            double[] bh = BenjaminiHochberg.adjust(p);
            for (int i = 0; i < p.length; i++) {
                assertThat(bonferroni[i]).isGreaterThanOrEqualTo(holm[i] - 1e-15);
                assertThat(holm[i]).isGreaterThanOrEqualTo(hochberg[i] - 1e-15);
                assertThat(hochberg[i]).isGreaterThanOrEqualTo(hommel[i] - 1e-15);
                assertThat(hommel[i]).isGreaterThanOrEqualTo(bh[i] - 1e-15);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aTestThatWasNotDoneDoesNotCount(Map.Entry<String, UnaryOperator<double[]>> method) {
        double[] with = method.getValue().apply(new double[] {0.01, Double.NaN, 0.04});
        double[] without = method.getValue().apply(new double[] {0.01, 0.04});
        assertThat(with[1]).isNaN();
        assertThat(with[0]).isEqualTo(without[0]);
        assertThat(with[2]).isEqualTo(without[1]);
        assertThat(method.getValue().apply(new double[0])).isEmpty();
        assertThat(method.getValue().apply(new double[] {0.3})[0]).isCloseTo(0.3, within(1e-15));
        assertThatThrownBy(() -> method.getValue().apply(new double[] {1.5})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void intervalsAreAdjustedTheSameWay() {
        assertThat(Bonferroni.confidenceOfEach(10, 0.95)).isCloseTo(0.995, within(1e-15));
        assertThat(Holm.confidenceOfRank(1, 10, 0.95)).isCloseTo(0.995, within(1e-15));
        assertThat(Holm.confidenceOfRank(10, 10, 0.95)).isCloseTo(0.95, within(1e-15));
        assertThat(BenjaminiHochberg.confidenceOfSelected(3, 10, 0.95)).isCloseTo(0.985, within(1e-15));
        assertThatThrownBy(() -> Holm.confidenceOfRank(11, 10, 0.95)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] p(SplittableRandom random, int size) {
        double[] p = new double[size];
        for (int i = 0; i < size; i++) {
            double u = random.nextDouble();
            p[i] = i > 0 && random.nextInt(4) == 0 ? p[i - 1] : u * u * u;
        }
        return p;
    }
}
