package io.plumbline.stats.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SphericalKMeansTest {

    private static SphericalKMeans.Row row(int first, float a, int second, float b) {
        return new SphericalKMeans.Row(new int[] {first, second}, new float[] {a, b});
    }

    @Test
    void directionsThatAreFarApartAreFoundAgain() {
        SplittableRandom random = new SplittableRandom(3);
        SphericalKMeans.Row[] rows = new SphericalKMeans.Row[90];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(2 * (i % 3), 5 + (float) random.nextDouble(), 2 * (i % 3) + 1, (float) random.nextDouble());
        }
        SphericalKMeans found = SphericalKMeans.of(rows, 6, 3, 4, 17);

        for (int i = 3; i < rows.length; i++) {
            assertThat(found.groups()[i]).isEqualTo(found.groups()[i % 3]);
        }
        assertThat(found.groups()[0]).isNotEqualTo(found.groups()[1]).isNotEqualTo(found.groups()[2]);
    }

    /** One group: its centre is the direction of the sum, and the objective the length of the sum (Dhillon &amp; Modha 2001, eq. 4). */
    @Test
    void objectiveOfOneGroupIsTheLengthOfTheSumOfItsUnitVectors() {
        SphericalKMeans found = SphericalKMeans.of(new SphericalKMeans.Row[] {row(0, 3, 1, 4), row(0, 4, 1, 3), row(0, 1, 1, 0)}, 2, 1, 1, 1);

        assertThat(found.objective()).isCloseTo(Math.hypot(0.6 + 0.8 + 1, 0.8 + 0.6), within(1e-6));
    }

    @Test
    void lengthOfATextDoesNotMatter() {
        SphericalKMeans.Row[] rows = {row(0, 1, 1, 0), row(0, 100, 1, 1), row(2, 1, 3, 0), row(2, 50, 3, 1)};
        SphericalKMeans found = SphericalKMeans.of(rows, 4, 2, 4, 5);

        assertThat(found.groups()[0]).isEqualTo(found.groups()[1]).isNotEqualTo(found.groups()[2]);
        assertThat(found.groups()[2]).isEqualTo(found.groups()[3]);
    }

    @Test
    void rowWithoutATermBelongsToNoGroup() {
        SphericalKMeans found = SphericalKMeans.of(new SphericalKMeans.Row[] {new SphericalKMeans.Row(new int[0], new float[0]), row(0, 1, 1, 1)}, 2, 2, 1, 1);

        assertThat(found.groups()[0]).isEqualTo(-1);
    }
}
