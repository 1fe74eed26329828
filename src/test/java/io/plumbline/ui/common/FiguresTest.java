package io.plumbline.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void aFallIsWrittenRelativeAndInPointsWithATrueMinus() {
        assertThat(Figures.relativeAndPoints(-0.11, -0.104)).isEqualTo("−11.0% (−10.4 pp)");
    }

    @Test
    void aRiseHasAPlusAndNoChangeHasNone() {
        assertThat(Figures.signedPercent(0.0184)).isEqualTo("+1.8%");
        assertThat(Figures.signedPercent(-0.0001)).isEqualTo("0.0%");
    }

    @Test
    void intervalBoundsAreJoinedByAnEllipsis() {
        assertThat(Figures.interval(-0.102, -0.079)).isEqualTo("−10.2…−7.9");
    }

    @Test
    void pValuesHaveNoLeadingZeroAndAFloor() {
        assertThat(Figures.pValue(0.02)).isEqualTo(".020");
        assertThat(Figures.pValue(0.0001)).isEqualTo("<.001");
        assertThat(Figures.pValue(1)).isEqualTo("1");
    }

    @Test
    void rangesOfDaysUseAnEnDashAndNameTheYearOnce() {
        assertThat(Figures.days(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 7, 29))).isEqualTo("1 May – 29 Jul 2026");
    }

    @Test
    void momentsCarryTheirZone() {
        assertThat(Figures.moment(Instant.parse("2026-07-29T23:58:10Z"))).isEqualTo("29 Jul 2026 23:58 UTC");
    }

    @Test
    void sizesAndDurationsReadAsAPersonSaysThem() {
        assertThat(Figures.bytes(82_900_000)).isEqualTo("82.9 MB");
        assertThat(Figures.bytes(999_960)).isEqualTo("1.0 MB");
        assertThat(Figures.duration(Duration.ofMinutes(494))).isEqualTo("8 h 14 min");
        assertThat(Figures.duration(Duration.ofMillis(300))).isEqualTo("less than 1 s");
    }

    @Test
    void whatIsMissingIsADash() {
        assertThat(Figures.percent(Double.NaN)).isEqualTo("—");
    }
}
