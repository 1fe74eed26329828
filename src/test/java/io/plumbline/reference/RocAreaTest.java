package io.plumbline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RocAreaTest {

    @Test
    void tiesCountHalf() {
        assertThat(RocArea.of(List.of(1.0, 2.0), List.of(1.0, 0.0)).value()).isEqualTo(3.5 / 4);
        assertThat(RocArea.of(List.of(1.0, 1.0), List.of(1.0, 1.0)).value()).isEqualTo(0.5);
    }

    /** Hanley & McNeil 1982: an area of 0.893 with 51 abnormal and 58 normal images has a standard error of 0.032; here it is 52 of 58. */
    @Test
    void theErrorIsThatOfTheFormulasAuthors() {
        List<Double> abnormal = Collections.nCopies(51, 1.0);
        List<Double> normal = new ArrayList<>(Collections.nCopies(52, 0.0));
        normal.addAll(Collections.nCopies(6, 2.0));
        RocArea area = RocArea.of(abnormal, normal);
        assertThat(area.value()).isCloseTo(0.8966, within(5e-5));
        assertThat(area.standardError()).isCloseTo(0.032, within(0.001));
    }

    @Test
    void textsThatAreToldApartWhollyLeaveNoError() {
        RocArea separated = RocArea.of(List.of(3.0, 4.0), List.of(1.0, 2.0));
        assertThat(separated.value()).isEqualTo(1);
        assertThat(separated.standardError()).isZero();
    }
}
